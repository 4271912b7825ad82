import { isPseudoCode } from '../../shared/model/pseudoCodes.ts';
import type { TableName } from '../../shared/model/rows.ts';
import { keyOf, rowKey, TABLES } from '../../shared/model/tables.ts';
import type { ImportContext } from './ImportContext.ts';
import type { SheetName } from './sheetNames.ts';

/** A place where rows of the model name a row that the workbook may have left out. */
interface Link {
  readonly from: TableName;
  /** The sheet that carries these rows. */
  readonly sheet: SheetName;
  readonly to: TableName;
  readonly key: (row: Record<string, string | number | null>) => string | null;
}

const SHEET_OF: Partial<Record<TableName, SheetName>> = {
  school: 'schools',
  tag: 'schools',
  measure: 'schools',
  enrollment: 'enrollment',
  currentBudget: 'current',
  revenue: 'revenues',
  decision: 'revenues',
  weight: 'weights',
  share: 'shares',
  rate: 'rates',
  tableAmount: 'table',
  levelMinimum: 'minimums',
  schoolMinimum: 'minimums',
  floorDecision: 'floors',
  payingSource: 'floors',
  exemption: 'floors',
  shock: 'scenarios',
  goalWeight: 'scenarios',
  growth: 'scenarios',
  accountRule: 'accounts',
};
const REFERRED: Partial<Record<TableName, SheetName>> = {
  level: 'levels',
  need: 'needs',
  school: 'schools',
  schoolColumn: 'schools',
  source: 'revenues',
  weightSet: 'weights',
  accountSegment: 'account_segments',
};

/** Columns in which an empty text names nothing in particular. */
const MAY_BE_EVERY = [
  ['share', 'need'],
  ['shock', 'level'],
  ['shock', 'need'],
  ['shock', 'source'],
  ['growth', 'level'],
  ['growth', 'source'],
  ['accountRule', 'source'],
  ['accountRule', 'school'],
  ['accountRule', 'level'],
  ['accountRule', 'need'],
] as const satisfies readonly (readonly [TableName, TableName])[];

function findLinks(): Link[] {
  const links: Link[] = [];
  for (const [from, sheet] of Object.entries(SHEET_OF) as [TableName, SheetName][]) {
    for (const column of TABLES[from].columns) {
      if (!column.references || !REFERRED[column.references]) continue;
      const key = (row: Record<string, string | number | null>) =>
        row[column.name] === null ? null : String(row[column.name]);
      links.push({ from, sheet, to: column.references, key });
    }
  }
  for (const [from, to] of MAY_BE_EVERY) {
    const isFree = (code: string): boolean => code === '' || (from === 'accountRule' && isPseudoCode(to, code));
    const key = (row: Record<string, string | number | null>) => (isFree(String(row[to])) ? null : String(row[to]));
    links.push({ from, sheet: SHEET_OF[from] as SheetName, to, key });
  }
  for (const from of ['weight', 'goalWeight', 'decision'] as const) {
    const key = (row: Record<string, string | number | null>) =>
      row.weightSet === null ? null : keyOf(row.scenario as number, row.weightSet as string);
    links.push({ from, sheet: SHEET_OF[from] as SheetName, to: 'weightSet', key });
  }
  return links;
}

/**
 * A sheet replaces all its rows, so a school, level, need or source it leaves out is removed. What sheets that are
 * absent from the workbook say about it would be lost with it: that is a fault, not a silent loss. Rows of earlier
 * input versions, which no scenario uses any more, go with the code they name; the change log keeps them.
 */
export function keepReferences(context: ImportContext): void {
  const { plan } = context;
  const pinned = new Set<number>();
  for (const row of plan.rowsAfter('scenario')) {
    for (const pin of [row.enrollmentVersion, row.revenuesVersion, row.currentVersion, row.measuresVersion])
      pinned.add(pin);
  }
  for (const link of findLinks()) {
    const removed = leavingKeys(context, link);
    if (removed.size === 0) continue;
    const lost = new Map<string, number>();
    for (const row of [...plan.rowsAfter(link.from)]) {
      const fields = row as unknown as Record<string, string | number | null>;
      const key = link.key(fields);
      if (key === null || !removed.has(key)) continue;
      const version = fields.version;
      const isSuperseded = typeof version === 'number' && !pinned.has(version);
      if (isSuperseded) plan.remove(link.from, rowKey(link.from, row as never));
      else lost.set(key, (lost.get(key) ?? 0) + 1);
    }
    for (const [key, count] of lost) {
      const code = key.split('\u001f').at(-1);
      const rows = count === 1 ? '1 row' : `${count} rows`;
      const reason = `${code} is no longer in this sheet, but the model holds ${rows} of the sheet ${link.sheet} about it; import the sheet ${link.sheet} as well, or keep ${code}.`;
      context.faults.add(REFERRED[link.to] as string, null, null, reason);
    }
  }
}

/** Keys that leave a table; to its measures a column that becomes a tag has left as well. */
function leavingKeys(context: ImportContext, link: Link): ReadonlySet<string> {
  const removed = new Set(context.plan.removedFrom(link.to));
  if (link.from !== 'measure' || link.to !== 'schoolColumn') return removed;
  for (const row of context.model.table('schoolColumn').values()) {
    const after = context.plan.rowAfter('schoolColumn', row.name);
    if (row.kind === 'measure' && after?.kind === 'tag') removed.add(row.name);
  }
  return removed;
}
