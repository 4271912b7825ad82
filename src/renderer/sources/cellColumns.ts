import { toNumber } from '../../shared/calc/rational.ts';
import { setRate, setShare } from '../../shared/changes/amounts.ts';
import { WHOLE_PERCENT } from '../../shared/model/units.ts';
import { formatDollars } from '../../shared/text/formatNumber.ts';
import type { SheetColumn, SheetRow } from '../grid/SheetColumn.ts';
import type { DocumentState } from '../state/DocumentState.ts';

/** One row per level: `key` is the level's code. */
export function levelRows(document: DocumentState): SheetRow[] {
  return document.calculation.levels.map((level, index) => ({ key: level.code, index }));
}

const levelColumn = (document: DocumentState, total: string): SheetColumn => ({
  id: 'level',
  header: 'Level',
  kind: 'text',
  width: 104,
  pinned: 'left',
  value: (row) => document.model.table('level').get(row.key)?.name ?? row.key,
  total: () => total,
});

const needWidth = (name: string): number => Math.max(84, 20 + Math.round(name.length * 6.7));

/** The shares of one source: the level's part of the pool, and within the level each need's part. */
export function shareColumns(document: DocumentState, source: string): SheetColumn[] {
  const { model, scenarioId } = document;
  const percent = (level: string, need: string): number | null =>
    model.get('share', scenarioId, source, level, need)?.percent ?? null;
  const edit = (need: string) => (row: SheetRow, value: unknown) =>
    setShare(model, scenarioId, source, row.key, need, typeof value === 'number' ? value : null);
  const needs = model.ordered('need');
  const within = (row: SheetRow): number => needs.reduce((sum, need) => sum + (percent(row.key, need.code) ?? 0), 0);
  return [
    levelColumn(document, 'All levels'),
    {
      id: 'level-share',
      header: 'Of the pool',
      kind: 'percent',
      width: 90,
      blank: true,
      strong: true,
      headerTooltip: 'The level’s share of what goes to schools. The levels’ shares total 100%.',
      value: (row) => percent(row.key, ''),
      edit: edit(''),
      step: { small: 10_000, large: 50_000 },
      total: () => levelShareTotal(document, source),
    },
    ...needs.map(
      (need): SheetColumn => ({
        id: `need:${need.code}`,
        header: need.name,
        group: 'Within the level',
        kind: 'percent',
        width: Math.max(104, needWidth(need.name)),
        blank: true,
        value: (row) => percent(row.key, need.code),
        edit: edit(need.code),
        step: { small: 10_000, large: 50_000 },
        aside: (row) => rateText(document, source, row.index, need.code),
      }),
    ),
    {
      id: 'within-total',
      header: 'Total',
      group: 'Within the level',
      kind: 'percent',
      width: 64,
      value: (row) => within(row),
      tint: (row) => ((percent(row.key, '') ?? 0) > 0 && within(row) !== WHOLE_PERCENT ? 'warn' : null),
    },
  ];
}

/** What the levels' shares of a source come to, in percent units. */
export function levelShareTotal(document: DocumentState, source: string): number {
  const { model, scenarioId } = document;
  let total = 0;
  for (const level of model.table('level').values()) {
    total += model.get('share', scenarioId, source, level.code, '')?.percent ?? 0;
  }
  return total;
}

/** The typed rates of one source, with the pupils they are for in the totals row. */
export function rateColumns(document: DocumentState, source: string): SheetColumn[] {
  const { model, scenarioId } = document;
  return [
    levelColumn(document, 'Pupils it reaches'),
    ...model.ordered('need').map(
      (need, position): SheetColumn => ({
        id: `need:${need.code}`,
        header: need.name,
        group: 'Dollars per pupil',
        kind: 'rate',
        width: Math.max(100, needWidth(need.name)),
        blank: true,
        value: (row) => model.get('rate', scenarioId, source, row.key, need.code)?.rate ?? null,
        edit: (row, value) =>
          setRate(model, scenarioId, source, row.key, need.code, typeof value === 'number' ? value : null),
        step: { small: 1_000_000, large: 10_000_000 },
        total: () => pupilsReached(document, source, position),
        totalKind: 'count',
      }),
    ),
  ];
}

function pupilsReached(document: DocumentState, source: string, need: number): number | null {
  const { calculation } = document;
  const reach = calculation.sourceStates[calculation.sourceIndex(source)]?.reach;
  if (!reach) return null;
  const needs = calculation.needs.length;
  return calculation.levels.reduce((sum, _, level) => sum + (reach.cellCounts[level * needs + need] ?? 0), 0);
}

function rateText(document: DocumentState, source: string, level: number, need: string): string {
  const { calculation } = document;
  const result = calculation.results.sources[calculation.sourceIndex(source)];
  const at = calculation.needs.findIndex((one) => one.code === need);
  const rate = result?.rates?.[level * calculation.needs.length + at];
  return rate && rate.numerator !== 0n ? `$${formatDollars(Math.round(toNumber(rate)))}` : '';
}
