import type { Rational } from '../../shared/calc/rational.ts';
import { roundHalfUp } from '../../shared/calc/rational.ts';
import type { PerPupilMatrix } from '../../shared/calc/results.ts';
import { WEIGHT_SCALE } from '../../shared/model/units.ts';
import { formatWeight } from '../../shared/text/formatNumber.ts';
import type { SheetColumn, SheetRow } from '../grid/SheetColumn.ts';
import { levelIndexTarget, matrixTarget } from '../sheets/explainTargets.ts';
import type { DocumentState } from '../state/DocumentState.ts';

export type MatrixFace = 'dollars' | 'weights';

/** Ten-thousandths of an exact ratio, half-up. `3,667 ÷ 3,741` is 9802. */
const inWeightUnits = (value: Rational | null | undefined): number | null =>
  value
    ? Number(roundHalfUp({ numerator: value.numerator * BigInt(WEIGHT_SCALE), denominator: value.denominator }))
    : null;

/** Whole cents of an exact rate, half-up for display. */
const inCents = (value: Rational | undefined): number | null => (value ? Number(roundHalfUp(value)) : null);

/**
 * Columns of one profile's matrix. `matrix` is asked for at each painting, since every edit makes new ones; it is
 * undefined for the moment between an edit that ends the profile and the next rendering.
 */
export function matrixColumns(
  document: DocumentState,
  profile: number,
  face: MatrixFace,
  matrix: () => PerPupilMatrix | undefined,
): SheetColumn[] {
  const { model } = document;
  const needs = document.calculation.needs;
  const cell = (row: SheetRow, need: number): number => row.index * needs.length + need;
  return [
    {
      id: 'level',
      header: 'Schooling level',
      kind: 'text',
      width: 150,
      pinned: 'left',
      value: (row) => model.table('level').get(row.key)?.name ?? row.key,
    },
    ...needs.map((need, at): SheetColumn => {
      const common = { id: `need:${need.code}`, header: need.name, width: Math.max(136, 40 + need.name.length * 8) };
      if (face === 'weights') {
        return {
          ...common,
          kind: 'index',
          value: (row) => inWeightUnits(matrix()?.weights[cell(row, at)]),
          explain: (row) => matrixTarget(profile, cell(row, at), 'weight'),
        };
      }
      return {
        ...common,
        kind: 'money',
        summable: false,
        strong: at === 0,
        value: (row) => inCents(matrix()?.rates[cell(row, at)]),
        aside: (row) => {
          const weight = at === 0 ? null : inWeightUnits(matrix()?.weights[cell(row, at)]);
          return weight === null ? '' : formatWeight(Math.round(weight / 100) * 100);
        },
        explain: (row) => matrixTarget(profile, cell(row, at), 'rate'),
      };
    }),
    {
      id: 'level-index',
      header: 'Level index',
      kind: 'index',
      width: 110,
      quiet: true,
      headerTooltip: 'The level’s all-students amount ÷ that of the first level.',
      value: (row) => inWeightUnits(matrix()?.levelIndex[row.index]),
      explain: (row) => levelIndexTarget(profile, row.index),
    },
  ];
}
