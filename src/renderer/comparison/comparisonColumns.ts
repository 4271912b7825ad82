import { WHOLE_PERCENT } from '../../shared/model/units.ts';
import { perPupilCents } from '../budgets/perPupilCents.ts';
import type { SheetColumn } from '../grid/SheetColumn.ts';
import { floorTarget, schoolTarget, totalTarget } from '../sheets/explainTargets.ts';
import { oncePerRevision } from '../sheets/oncePerRevision.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import { readBesides, sumOf } from './comparedFigures.ts';
import { explainBesides, explainGap } from './explainComparison.ts';

/** Columns that say nothing while no floor is on; without them the change is in sight. */
const OF_FLOORS: ReadonlySet<string> = new Set(['floor', 'gap', 'top-up', 'deduction']);

/**
 * Current, minimum, projected, floor, who is lifted and who gives, and what comes of it. `afterName` stands between a
 * school's name and its numbers.
 */
export function comparisonColumns(document: DocumentState, afterName: readonly SheetColumn[] = []): SheetColumn[] {
  const { calculation, model, scenarioId } = document;
  const results = () => calculation.results;
  const besides = oncePerRevision(document, () => readBesides(results()));
  const percent = (part: number, whole: number): number | null =>
    Number.isNaN(part) || !(whole > 0) ? null : Math.round((part / whole) * WHOLE_PERCENT);
  const beside = (part: 'outside' | 'locked'): SheetColumn[] => {
    const sign = part === 'outside' ? 1 : -1;
    if (!sumOf(besides()[part])) return [];
    return [
      {
        id: part,
        header: part === 'outside' ? 'Outside' : 'Locked',
        kind: 'money',
        width: 104,
        quiet: true,
        headerTooltip:
          part === 'outside'
            ? 'From sources outside the comparison, such as grants'
            : 'Locked commitments: compared, but no part of the school’s total',
        value: (row) => sign * (besides()[part][row.index] ?? 0),
        total: () => sign * (sumOf(besides()[part]) ?? 0),
        explain: (row) => explainBesides(document, row.index, part),
      },
    ];
  };
  const columns: SheetColumn[] = [
    {
      id: 'name',
      header: 'School',
      kind: 'text',
      width: 190,
      pinned: 'left',
      value: (row) => calculation.schools[row.index]?.name ?? '',
      total: () => 'District',
    },
    ...afterName,
    {
      id: 'pupils',
      header: 'Pupils',
      kind: 'count',
      width: 66,
      quiet: true,
      value: (row) => results().pupils[row.index] ?? null,
      total: () => results().totals.pupils,
      explain: (row) => schoolTarget(row.index, 'pupils'),
      explainTotal: () => totalTarget('pupils'),
    },
    {
      id: 'current',
      header: 'Current',
      kind: 'money',
      width: 112,
      quiet: true,
      headerTooltip: 'This year’s budget',
      value: (row) => results().current[row.index] ?? null,
      total: () => results().totals.current,
      explain: (row) => schoolTarget(row.index, 'current'),
      explainTotal: () => totalTarget('current'),
    },
    {
      id: 'minimum',
      header: 'MOB',
      kind: 'money',
      width: 108,
      quiet: true,
      headerTooltip: 'Minimum operational budget, whether in use as a floor or not',
      value: (row) => results().topUps.minimum[row.index] ?? null,
      total: () => sumOf(results().topUps.minimum),
      explain: (row) => floorTarget(row.index, 'minimum'),
    },
    {
      id: 'projected',
      header: 'Projected',
      kind: 'money',
      width: 112,
      headerTooltip: 'What the sources in the comparison bring, before top-ups and deductions',
      value: (row) => results().comparison[row.index] ?? null,
      total: () => sumOf(results().comparison),
      explain: (row) => floorTarget(row.index, 'comparison'),
    },
    {
      id: 'floor',
      header: 'Floor',
      kind: 'money',
      width: 112,
      headerTooltip: 'The highest floor in use; a dash where the school has none',
      value: (row) => results().floor[row.index] ?? null,
      total: () => sumOf(results().floor),
      explain: (row) => floorTarget(row.index, 'floor'),
    },
    {
      id: 'gap',
      header: 'Gap',
      kind: 'money',
      width: 98,
      headerTooltip: 'What is missing to the floor',
      value: (row) => {
        const gap = (results().floor[row.index] ?? Number.NaN) - (results().comparison[row.index] ?? Number.NaN);
        return Number.isNaN(gap) ? null : Math.max(0, gap);
      },
      total: () => results().topUps.totalCents,
      explain: (row) => explainGap(document, row.index),
    },
    {
      id: 'top-up',
      header: 'Top-up',
      kind: 'money',
      width: 98,
      signed: true,
      value: (row) => results().topUp[row.index] ?? null,
      total: () => results().totals.topUp,
      before: (row, then) => then.at('topUp', row.key, row.index),
      explain: (row) => floorTarget(row.index, 'topUp'),
      explainTotal: () => ({ kind: 'payer' }),
    },
    {
      id: 'deduction',
      header: 'Deduction',
      kind: 'money',
      width: 98,
      signed: true,
      headerTooltip: 'What the school gives up to pay top-ups',
      value: (row) => -(results().deduction[row.index] ?? 0),
      total: () => -results().totals.deduction,
      before: (row, then) => {
        const cents = then.at('deduction', row.key, row.index);
        return cents === null ? null : -cents;
      },
      explain: (row) => floorTarget(row.index, 'deduction'),
      explainTotal: () => ({ kind: 'payer' }),
    },
    ...beside('outside'),
    ...beside('locked'),
    {
      id: 'final',
      header: 'Final',
      kind: 'money',
      width: 112,
      strong: true,
      headerTooltip: 'The school’s total: projected with top-up, less deduction, with what stands outside',
      value: (row) => results().total[row.index] ?? null,
      total: () => results().totals.total,
      explain: (row) => schoolTarget(row.index, 'total'),
      explainTotal: () => totalTarget('total'),
    },
    {
      id: 'per-pupil',
      header: 'Per pupil',
      kind: 'money',
      width: 86,
      summable: false,
      value: (row) => results().perPupil[row.index] ?? null,
      total: () => perPupilCents(results().totals.total, results().totals.pupils),
      explain: (row) => schoolTarget(row.index, 'perPupil'),
    },
    {
      id: 'change',
      header: 'Change',
      kind: 'money',
      width: 108,
      signed: true,
      headerTooltip: 'Final less the current budget',
      value: (row) => results().change[row.index] ?? null,
      total: () => results().totals.change,
      explain: (row) => schoolTarget(row.index, 'change'),
      explainTotal: () => totalTarget('change'),
    },
    {
      id: 'change-percent',
      header: '%',
      kind: 'percent',
      width: 78,
      signed: true,
      places: 1,
      summable: false,
      headerTooltip: 'Change as a share of the current budget',
      value: (row) => percent(results().change[row.index] ?? Number.NaN, results().current[row.index] ?? Number.NaN),
      total: () => percent(results().totals.change, results().totals.current),
    },
    {
      id: 'exempt',
      header: 'Exempt because',
      kind: 'text',
      width: 150,
      quiet: true,
      value: (row) => model.get('exemption', scenarioId, row.key)?.reason ?? '',
      tint: (row) => (model.get('exemption', scenarioId, row.key) ? 'warn' : null),
    },
    { id: 'code', header: 'Code', kind: 'code', width: 72, quiet: true, value: (row) => row.key },
  ];
  return results().topUps.isOn ? columns : columns.filter(({ id }) => !OF_FLOORS.has(id));
}
