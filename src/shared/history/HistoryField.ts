import type { InputKind, Tables } from '../model/rows.ts';
import { KIND_NAMES } from '../versions/inputVersions.ts';
import type { HistoryNames } from './HistoryNames.ts';
import {
  countShown,
  moneyShown,
  NOTHING,
  percentShown,
  placeShown,
  type Shown,
  textShown,
  weightShown,
} from './Shown.ts';

/** One thing that a row says: how it is called, which columns it is read from, and how it is shown. */
export interface HistoryField<Row> {
  readonly column: string;
  readonly label: string;
  readonly unit: string;
  /** Further columns that decide what the value means. */
  readonly beside?: readonly string[];
  /** Said only when it moves: where a new row stands in its list is no news. */
  readonly onlyMoves?: true;
  readonly show: (row: Row, names: HistoryNames) => Shown;
}

/** What a table's rows are called, what of them a person sees, and on which sheet. */
export interface HistoryTable<Row> {
  readonly sheet: string | null;
  readonly item: (row: Row, names: HistoryNames) => string;
  readonly fields: readonly HistoryField<Row>[];
}

export type Key<Row> = keyof Row & string;
export type Words = Readonly<Record<string, string>>;

export const field = <Row>(
  column: Key<Row>,
  label: string,
  unit: string,
  show: HistoryField<Row>['show'],
  more: Partial<Pick<HistoryField<Row>, 'beside' | 'onlyMoves'>> = {},
): HistoryField<Row> => ({ column, label, unit, show, ...more });

export const heldIn = (row: unknown, column: string): string | number | null =>
  (row as Record<string, string | number | null>)[column] ?? null;

export const number = <Row>(column: Key<Row>, label: string, unit: string, shown: (units: number) => Shown) =>
  field<Row>(column, label, unit, (row) => {
    const value = heldIn(row, column);
    return value === null ? NOTHING : shown(Number(value));
  });
export const money = <Row>(column: Key<Row>, label: string) => number<Row>(column, label, 'dollars', moneyShown);
export const pupils = <Row>(column: Key<Row>, label: string) => number<Row>(column, label, 'pupils', countShown);
export const weight = <Row>(column: Key<Row>, label: string) => number<Row>(column, label, 'weight', weightShown);
export const percent = <Row>(column: Key<Row>, label: string) => number<Row>(column, label, 'percent', percentShown);
export const text = <Row>(column: Key<Row>, label: string) =>
  field<Row>(column, label, '', (row) => textShown(String(heldIn(row, column) ?? '')));
export const words = <Row>(column: Key<Row>, label: string, spoken: Words) =>
  field<Row>(column, label, '', (row) => {
    const value = heldIn(row, column);
    return value === null ? NOTHING : textShown(spoken[String(value)] ?? String(value));
  });
export const place = <Row extends { position: number }>() =>
  field<Row>('position' as Key<Row>, 'place in its list', '', (row) => placeShown(row.position), { onlyMoves: true });
export const named = <Row>(column: Key<Row>, label: string, table: Parameters<HistoryNames['of']>[0]) =>
  field<Row>(column, label, '', (row, names) => {
    const value = heldIn(row, column);
    return value === null ? NOTHING : textShown(names.of(table, value));
  });
export const pin = (kind: InputKind) =>
  named<Tables['scenario']>(`${kind}Version` as const, `${KIND_NAMES[kind]} in use`, 'inputVersion');
/** A row that says nothing but that it is there. */
export const there = <Row>(column: Key<Row>, label: string) => field<Row>(column, label, '', () => textShown('yes'));
