import type { Change } from '../../shared/changes/Change.ts';
import { enrollmentShock, revenueShock, type ShockPlace, setShock } from '../../shared/changes/shocks.ts';
import { parseShockPercent } from '../../shared/text/parseNumber.ts';
import type { CellValue, SheetColumn, SheetRow } from '../grid/SheetColumn.ts';
import type { DocumentState } from '../state/DocumentState.ts';

/** Key of the row that stands for every level or every source; codes are never empty. */
const EVERY = '*';
const codeOf = (row: SheetRow): string => (row.key === EVERY ? '' : row.key);

function shock(document: DocumentState, place: ShockPlace, value: CellValue): Change | string {
  const percent = typeof value === 'number' && value !== 0 ? value : null;
  return setShock(document.model, document.scenarioId, place, percent);
}

const heldAt = ({ model, scenarioId }: DocumentState, place: ShockPlace): number | null =>
  model.get('shock', scenarioId, place.kind, place.level, place.need, place.source)?.percent ?? null;

function percentColumn(
  document: DocumentState,
  id: string,
  header: string,
  placeOf: (row: SheetRow) => ShockPlace,
): SheetColumn {
  return {
    id,
    header,
    kind: 'percent',
    width: 82,
    signed: true,
    blank: true,
    editable: true,
    summable: false,
    parse: (text) => parseShockPercent(text),
    value: (row) => heldAt(document, placeOf(row)),
    edit: (row, value) => shock(document, placeOf(row), value),
    step: { small: 10_000, large: 50_000 },
  };
}

/** Enrollment by level and need, in percent up or down. What is empty stays as projected. */
export function enrollmentShockColumns(document: DocumentState): SheetColumn[] {
  const { levels, needs } = document.calculation;
  return [
    {
      id: 'level',
      header: 'Enrollment',
      kind: 'text',
      width: 104,
      pinned: 'left',
      value: (row) => (row.key === EVERY ? 'Every level' : (levels[row.index]?.name ?? '')),
    },
    percentColumn(document, 'every', 'All of it', (row) => enrollmentShock(codeOf(row), '')),
    ...needs.map(({ code, name }) =>
      percentColumn(document, `need:${code}`, name, (row) => enrollmentShock(codeOf(row), code)),
    ),
  ];
}

export const enrollmentShockRows = ({ calculation }: DocumentState): SheetRow[] => [
  { key: EVERY, index: -1 },
  ...calculation.levels.map(({ code }, index) => ({ key: code, index })),
];

/** Revenue by source, in percent up or down, and what it comes to. */
export function revenueShockColumns(document: DocumentState): SheetColumn[] {
  const sources = () => document.calculation.results.sources;
  return [
    {
      id: 'source',
      header: 'Revenue',
      kind: 'text',
      width: 190,
      pinned: 'left',
      value: (row) => (row.key === EVERY ? 'Every source' : (sources()[row.index]?.name ?? '')),
    },
    percentColumn(document, 'percent', 'Change', (row) => revenueShock(codeOf(row))),
    {
      id: 'amount',
      header: 'Comes to',
      kind: 'money',
      width: 130,
      quiet: true,
      value: (row) =>
        row.key === EVERY
          ? document.calculation.results.tieOut.revenueCents
          : (sources()[row.index]?.amountCents ?? null),
    },
  ];
}

export const revenueShockRows = ({ calculation }: DocumentState): SheetRow[] => [
  { key: EVERY, index: -1 },
  ...calculation.sourceRows.map(({ code }, index) => ({ key: code, index })),
];
