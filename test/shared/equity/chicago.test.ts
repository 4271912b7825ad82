import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTables } from '../../../src/main/imports/table/TableReader.ts';
import { withRepairs } from '../../../src/shared/assistant/applyOffers.ts';
import { suggestMapping } from '../../../src/shared/assistant/suggestMapping.ts';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import { equityData } from '../../../src/shared/equity/EquityData.ts';
import { equityBoard } from '../../../src/shared/equity/equityBoard.ts';
import { build, emptyModel, importInto } from '../assistant/tables.ts';

const FOLDER = join(import.meta.dirname, '../../../../shared/data/chicago-fy25');
const isHere = existsSync(join(FOLDER, 'schools.csv'));
if (!isHere) process.stdout.write('The Chicago figures are not beside the repository; their equity is not measured.\n');

/**
 * What R 4.2.2 gives for the same file, `d <- read.csv("schools.csv")`, with y the operating budget ÷ enrol_sy2425, the
 * shares of each need, w <- enrol ÷ mean(enrol), and level a factor of ES, MS, HS:
 * summary(lm(y ~ low + sped + el + level + log(enrol), weights = w)).
 */
test.runIf(isHere)('the equity of Chicago’s operating budgets is what R finds', async () => {
  const model = emptyModel();
  const table = (await readTables(join(FOLDER, 'schools.csv'))).sheets[0]!;
  const suggestion = suggestMapping(table, model);
  importInto(model, build(table, model, withRepairs(suggestion.mapping, suggestion.repairs)));
  const data = equityData(new Calculation(model, 1));
  const board = equityBoard(data, {
    amount: 'current',
    weighting: 'pupils',
    groups: 10,
    stack: 'restriction',
    levels: true,
    logSize: true,
  });
  expect(data.count).toBe(515);
  const printed = {
    intercept: [36173.293935186, 1861.309745624],
    'need:POV': [1939.565367505, 760.400652073],
    'need:SPED': [24483.280006835, 1589.281247813],
    'need:EL': [-314.760140848, 716.288588826],
    'level:MS': [-518.268561534, 1232.816626383],
    'level:HS': [2947.077036893, 379.476816439],
    logSize: [-4201.008819364, 255.049727922],
  };
  expect(board.regression.terms.map(({ id, estimate, standardError }) => [id, estimate, standardError])).toEqual(
    Object.entries(printed).map(([id, numbers]) => [id, ...numbers.map((number) => expect.closeTo(number, 6))]),
  );
  expect(board.regression.model!.rSquared).toBeCloseTo(0.663989711562, 10);

  // Each pupil on its own, as in the reference file's script.
  expect(board.measures.summary).toEqual({
    mean: expect.closeTo(14958.3665406, 4),
    low: expect.closeTo(10147.1488668, 4),
    median: expect.closeTo(13827.554701, 4),
    high: expect.closeTo(23299.5451913, 4),
    coefficientOfVariation: expect.closeTo(0.334573227305, 10),
    rangeRatio: expect.closeTo(1.29616668653, 9),
    mcLoone: expect.closeTo(0.862557768529, 10),
    verstegen: expect.closeTo(1.30048213602, 9),
    gini: expect.closeTo(0.150713776789, 10),
    theil: expect.closeTo(0.0442795493646, 10),
  });
  // A school of $136,282 a pupil and the schools that share one budget are the first a director must see.
  expect(board.scatter.outliers.map(({ name }) => name).slice(0, 4)).toEqual([
    'VIRTUAL ACADEMY ES',
    'DOUGLASS HS',
    'VIRTUAL ACADEMY HS',
    'OGDEN HS',
  ]);
});
