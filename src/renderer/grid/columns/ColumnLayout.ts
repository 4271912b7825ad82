/** How a person arranged a sheet's columns. Only what differs from the sheet's own arrangement is kept. */
export interface ColumnLayout {
  /** Ids in the order chosen; empty: the sheet's own order. */
  readonly order: readonly string[];
  readonly hidden: readonly string[];
  /** Columns pinned otherwise than the sheet pins them; null is not pinned. */
  readonly pinned: Readonly<Record<string, 'left' | 'right' | null>>;
}

export const OWN_LAYOUT: ColumnLayout = { order: [], hidden: [], pinned: {} };

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

/** What was remembered, as far as it can be read; anything else counts as the sheet's own. */
export function readLayout(text: string | null): ColumnLayout {
  if (!text) return OWN_LAYOUT;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return OWN_LAYOUT;
    const { order, hidden, pinned } = value as Record<string, unknown>;
    const pins: Record<string, 'left' | 'right' | null> = {};
    for (const [id, side] of Object.entries(typeof pinned === 'object' && pinned !== null ? pinned : {})) {
      if (side === 'left' || side === 'right' || side === null) pins[id] = side;
    }
    return { order: texts(order), hidden: texts(hidden), pinned: pins };
  } catch {
    return OWN_LAYOUT;
  }
}

/**
 * The columns in the order a person chose. A column the order does not know (a need that was added since, another face
 * of the sheet) stands behind the one it follows in the sheet's own order.
 */
export function inOrder<C extends { readonly id: string }>(columns: readonly C[], order: readonly string[]): C[] {
  if (order.length === 0) return [...columns];
  const rank = new Map(order.map((id, at) => [id, at]));
  const known = columns
    .filter((column) => rank.has(column.id))
    .sort((left, right) => (rank.get(left.id) ?? 0) - (rank.get(right.id) ?? 0));
  columns.forEach((column, at) => {
    if (rank.has(column.id)) return;
    const before = columns[at - 1];
    known.splice(before ? known.indexOf(before) + 1 : 0, 0, column);
  });
  return known;
}

/** Ids of other faces keep their place: only the ids shown now are put in their new order, in the places they had. */
export function reorder(held: readonly string[], shown: readonly string[]): string[] {
  if (held.length === 0) return [...shown];
  const isShown = new Set(shown);
  const next = shown[Symbol.iterator]();
  const merged = held.map((id) => (isShown.has(id) ? ((next.next().value as string | undefined) ?? id) : id));
  const has = new Set(merged);
  return [...merged, ...shown.filter((id) => !has.has(id))];
}

export function withHidden(layout: ColumnLayout, id: string, isHidden: boolean): ColumnLayout {
  const others = layout.hidden.filter((one) => one !== id);
  return { ...layout, hidden: isHidden ? [...others, id] : others };
}

export function withPinned(layout: ColumnLayout, id: string, side: 'left' | 'right' | null): ColumnLayout {
  return { ...layout, pinned: { ...layout.pinned, [id]: side } };
}
