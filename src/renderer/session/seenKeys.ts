import { scenariosInOrder } from '../../shared/changes/scenarios.ts';
import type { Model } from '../../shared/model/Model.ts';

export interface SeenKey {
  readonly key: string;
  readonly label: string;
}
export interface SeenGroup {
  readonly label: string;
  readonly keys: readonly SeenKey[];
}

/** Everything that a session can keep from being seen, by what it is, in the order of the sheets. */
export function seenKeys(model: Model): readonly SeenGroup[] {
  const rows = (table: 'source' | 'need'): SeenKey[] =>
    model.ordered(table).map(({ code, name }) => ({ key: `${table}:${code}`, label: name }));
  const pinned = new Set(scenariosInOrder(model).map(({ measuresVersion }) => measuresVersion));
  const measures = new Set<string>();
  for (const { version, measure } of model.table('measure').values()) if (pinned.has(version)) measures.add(measure);
  const tags = model.ordered('schoolColumn').map(({ name }) => name);
  const columns = [...new Set([...tags.filter((name) => measures.has(name)), ...[...measures].sort()])];
  const groups: SeenGroup[] = [
    {
      label: 'Budgets',
      keys: [
        { key: 'current', label: 'Current budgets' },
        { key: 'topUps', label: 'Top-ups and deductions' },
        { key: 'central', label: 'Central shares' },
      ],
    },
    { label: 'Sources', keys: rows('source') },
    { label: 'Needs', keys: rows('need') },
    { label: 'Measures', keys: columns.map((name) => ({ key: `measure:${name}`, label: name })) },
  ];
  return groups.filter(({ keys }) => keys.length > 0);
}

/**
 * The JSON list of hidden keys after some of them were shown or hidden. Keys of what is gone for now stay: what comes
 * back by undo or import must not be shown on that account.
 *
 * @example writeHidden(new Set(['current']), ['need:EL'], false) // '["current","need:EL"]'
 */
export function writeHidden(hidden: ReadonlySet<string>, keys: readonly string[], isSeen: boolean): string {
  const next = new Set(hidden);
  for (const key of keys) {
    if (isSeen) next.delete(key);
    else next.add(key);
  }
  return JSON.stringify([...next].sort());
}
