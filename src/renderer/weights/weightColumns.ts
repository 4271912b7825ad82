import { setWeight } from '../../shared/changes/weights.ts';
import { formatCount, formatDollars } from '../../shared/text/formatNumber.ts';
import { parseMoney, parsePercent } from '../../shared/text/parseNumber.ts';
import type { SheetColumn } from '../grid/SheetColumn.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import { explainRate } from './explainRate.ts';
import { goalColumns } from './goalColumns.ts';
import { solveForDollars, solveForShare } from './solveCell.ts';
import type { WeightFigures } from './WeightFigures.ts';
import { WEIGHT_STEP } from './weightSteps.ts';

export type WeightFace = 'weight' | 'dollars' | 'share' | 'goal';

/** With more needs than this the columns keep their width and the table scrolls: squeezed ones would cut digits off. */
const MOST_SQUEEZED = 6;

/** Level × need of one weight set. Whichever face is shown, what a cell changes is its weight. */
export function weightColumns(document: DocumentState, figures: WeightFigures, face: WeightFace): SheetColumn[] {
  const { calculation, model, scenarioId } = document;
  const set = (level: string, need: string, weight: number | null) =>
    setWeight(model, scenarioId, figures.weightSet, level, need, weight);
  if (face === 'goal') return [levelColumn(document), ...goalColumns(document, figures)];
  const needColumns = calculation.needs.map((need): SheetColumn => {
    const common = {
      id: `need:${need.code}`,
      header: need.name,
      width: 118,
      grows: calculation.needs.length <= MOST_SQUEEZED,
      headerTooltip: `${need.name} (${need.code})`,
      total: () => figures.pupilsOfNeed(need.code),
      totalKind: 'count' as const,
      summable: false,
      explain: (row: { key: string }) => explainRate(document, figures, row.key, need.code),
    };
    if (face === 'dollars') {
      return {
        ...common,
        kind: 'money',
        solves: true,
        parse: (text) => parseMoney(text),
        value: (row) => figures.rateCents(row.key, need.code),
        aside: (row) => asideWeight(figures.weight(row.key, need.code)),
        edit: (row, value) => {
          const weight = solveForDollars(document, figures, row.key, need.code, Number(value));
          return typeof weight === 'string' ? weight : set(row.key, need.code, weight);
        },
      };
    }
    if (face === 'share') {
      return {
        ...common,
        kind: 'percent',
        solves: true,
        places: 2,
        // In words, for a number would be written with the places of the shares.
        total: () => formatCount(figures.pupilsOfNeed(need.code)),
        parse: (text) => parsePercent(text),
        value: (row) => figures.share(row.key, need.code),
        aside: (row) => asideWeight(figures.weight(row.key, need.code)),
        edit: (row, value) => {
          const weight = solveForShare(document, figures, row.key, need.code, Number(value));
          return typeof weight === 'string' ? weight : set(row.key, need.code, weight);
        },
      };
    }
    return {
      ...common,
      kind: 'weight',
      blank: true,
      step: WEIGHT_STEP,
      value: (row) => figures.weight(row.key, need.code),
      aside: (row) => {
        const cents = figures.rateCents(row.key, need.code);
        return cents === null ? '' : `$${formatDollars(Math.round(cents))}`;
      },
      edit: (row, value) => set(row.key, need.code, value === null ? null : Number(value)),
    };
  });
  return [
    levelColumn(document),
    ...needColumns,
    {
      id: 'levelIndex',
      header: 'Level index',
      kind: 'index',
      width: 84,
      quiet: true,
      summable: false,
      headerTooltip: 'All students of the level against the first level',
      value: (row) => figures.levelIndex(row.key),
    },
  ];
}

const levelColumn = ({ calculation }: DocumentState): SheetColumn => ({
  id: 'level',
  header: 'Schooling level',
  kind: 'text',
  width: 128,
  value: (row) => calculation.levels[row.index]?.name ?? row.key,
  total: () => 'Pupils',
});

const asideWeight = (weight: number | null): string => (weight === null ? '' : (weight / 10_000).toFixed(2));
