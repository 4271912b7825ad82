import type { Calculation } from '../../shared/calc/Calculation.ts';
import { perPupilMatrices } from '../../shared/calc/perPupilMatrix.ts';
import { rational, toDecimal } from '../../shared/calc/rational.ts';
import type { OutputTable } from './OutputTable.ts';

/**
 * The per-pupil matrix as a table, one row for each level and need of each eligibility profile: dollars per pupil to
 * the cent, the weight (cell ÷ the level's first need) and the level index (level's first need ÷ the first level's)
 * to four decimals. `money_share` is the share of all formula and grant dollars that the profile's cells carry.
 */
export function matrixTable(calculation: Calculation): OutputTable {
  const { levels, needs } = calculation;
  const rows = perPupilMatrices(calculation).flatMap((matrix, profile) =>
    levels.flatMap((level, levelAt) =>
      needs.map((need, needAt) => {
        const cell = levelAt * needs.length + needAt;
        const rate = matrix.rates[cell] ?? rational(0);
        const weight = matrix.weights[cell];
        const index = matrix.levelIndex[levelAt];
        return {
          profile: String(profile + 1),
          schools: String(matrix.schools.length),
          sources: matrix.sources.join(' '),
          money_share: matrix.moneyShare.toFixed(4),
          level: level.code,
          need: need.code,
          per_pupil: toDecimal(rational(rate.numerator, rate.denominator * 100n), 2),
          weight: weight ? toDecimal(weight, 4) : '',
          level_index: index ? toDecimal(index, 4) : '',
        };
      }),
    ),
  );
  const texts = new Set(['sources', 'level', 'need']);
  const names = [
    ...(['profile', 'schools', 'sources', 'money_share', 'level', 'need'] as const),
    ...(['per_pupil', 'weight', 'level_index'] as const),
  ];
  return {
    columns: names.map((name) => ({ name, isText: texts.has(name), at: (row) => rows[row]?.[name] ?? '' })),
    rowCount: rows.length,
  };
}
