import type { Calculation } from '../../../shared/calc/Calculation.ts';
import { perPupilMatrices } from '../../../shared/calc/perPupilMatrix.ts';
import { toNumber } from '../../../shared/calc/rational.ts';
import type { PerPupilMatrix } from '../../../shared/calc/results.ts';
import { SheetDraft } from '../../../shared/calculator/SheetDraft.ts';
import type { SheetLayout } from '../../../shared/calculator/WorkbookLayout.ts';
import type { SheetFrame } from './budgetSheets.ts';

/** What a pupil of each level and category brings, for every group of schools that the same sources reach. */
export function matrixSheet(calculation: Calculation, frame: SheetFrame): SheetLayout {
  const { needs } = calculation;
  const sheet = new SheetDraft('Per-pupil matrix', [26, 11, ...needs.map(() => 15)]);
  sheet.put(1, `Per-pupil matrix · ${frame.title}`, 'strong', 1);
  sheet.put(1, frame.subtitle, 'dim', 2);
  sheet.row = 4;
  const matrices = perPupilMatrices(calculation);
  if (matrices.length === 0) sheet.put(1, 'No source pays by counts × rates.', 'dim');
  for (const [at, matrix] of matrices.entries()) layOutMatrix(sheet, calculation, matrix, at, matrices.length);
  sheet.frozen = { rows: 2, columns: 1 };
  return sheet.layout({ orientation: 'landscape', pagesTall: null, footer: frame.footer, titleRows: '1:2' });
}

function layOutMatrix(
  sheet: SheetDraft,
  calculation: Calculation,
  matrix: PerPupilMatrix,
  at: number,
  count: number,
): void {
  const { needs, levels } = calculation;
  const last = needs.length + 2;
  const schools = `${matrix.schools.length.toLocaleString('en-US')} ${matrix.schools.length === 1 ? 'school' : 'schools'}`;
  sheet.put(1, count === 1 ? `All schools (${schools})` : `Group ${at + 1}: ${schools}`, 'section');
  sheet.fill(1, last, 'section');
  sheet.row++;
  const share = `${(matrix.moneyShare * 100).toFixed(1)}% of these schools’ formula and grant dollars`;
  sheet.paragraph(1, last, `Sources: ${matrix.sources.join(', ')}. ${share}.`, 'method', 12);
  const block = (title: string, put: (level: number, need: number) => void, index: boolean): void => {
    sheet.put(1, title, 'header');
    sheet.put(2, index ? 'Level index' : null, 'headerNumber');
    for (const [need, { name }] of needs.entries()) sheet.put(3 + need, name, 'headerNumber');
    sheet.row++;
    for (const [level, { name }] of levels.entries()) {
      sheet.put(1, name, 'label');
      const own = matrix.levelIndex[level];
      if (index && own) sheet.put(2, toNumber(own), 'weight');
      for (const need of needs.keys()) put(level, need);
      sheet.row++;
    }
  };
  block(
    'Dollars per pupil',
    (level, need) => {
      const rate = matrix.rates[level * needs.length + need]!;
      sheet.put(3 + need, toNumber({ numerator: rate.numerator, denominator: rate.denominator * 100n }), 'money');
    },
    true,
  );
  block(
    'Weights',
    (level, need) => {
      const weight = matrix.weights[level * needs.length + need];
      if (weight) sheet.put(3 + need, toNumber(weight), 'weight');
    },
    false,
  );
  sheet.row++;
}
