import { countOf } from '../calc/counts.ts';
import { type CalculatorDraft, COLUMN, type CountCell } from './CalculatorDraft.ts';
import { clean, type Expression, isBlank, literal, minus, plus, when } from './expressions.ts';
import { address } from './SheetDraft.ts';

/** The counts of pupils: the one part of a calculator that may be typed over. */
export function layOutCounts(draft: CalculatorDraft): void {
  const { sheet, figures } = draft;
  const { isDistrict } = figures;
  sheet.put(COLUMN.label, 'Pupil counts', 'section');
  sheet.fill(COLUMN.label, COLUMN.last, 'section');
  sheet.row++;
  sheet.put(COLUMN.label, 'Category', 'header');
  sheet.put(COLUMN.level, 'Level', 'header');
  sheet.put(COLUMN.planned, 'As planned', 'headerNumber');
  sheet.put(COLUMN.own, 'Your count', 'headerNumber');
  if (isDistrict) sheet.put(COLUMN.used, 'Used', 'headerNumber');
  sheet.put(isDistrict ? COLUMN.rate : COLUMN.used, 'Difference', 'headerNumber');
  sheet.fill(COLUMN.label, COLUMN.last, 'header');
  sheet.row++;
  const first = sheet.row;
  for (const cell of shownCells(draft)) layOutCount(draft, cell);
  const last = sheet.row - 1;
  if (last >= first) {
    const range = `${address(first, COLUMN.own)}:${address(last, COLUMN.own)}`;
    sheet.validations.push({
      range,
      rule: { kind: 'count' },
      prompt: isDistrict ? 'Pupils, 0 or more. Left blank, the planned count is used.' : 'Pupils, 0 or more.',
      error: 'A count of pupils is a number from 0 up.',
    });
    const own = address(first, COLUMN.own);
    const planned = address(first, COLUMN.planned);
    const changed = isDistrict ? `AND(${own}<>"",${own}<>${planned})` : `${own}<>${planned}`;
    sheet.highlights.push({ range, formula: changed, tone: 'changed' });
  }
  layOutPupils(draft);
}

/** The cells of every level where a school has counts, or is at home; every need, so that pupils can be added. */
function shownCells({ figures }: CalculatorDraft): number[] {
  const { calculation } = figures;
  const { plan, needs } = calculation;
  const levels = new Set<number>();
  for (const school of figures.schools) {
    const own = plan.levelIndex.get(plan.schools[school]!.level);
    if (own !== undefined) levels.add(own);
    for (let line = plan.counts.start[school]!; line < plan.counts.start[school + 1]!; line++) {
      levels.add(Math.floor(plan.counts.cell[line]! / needs.length));
    }
  }
  return [...levels].sort((a, b) => a - b).flatMap((level) => needs.map((_, need) => level * needs.length + need));
}

function layOutCount(draft: CalculatorDraft, cell: number): void {
  const { sheet, figures } = draft;
  const { plan, needs, levels } = figures.calculation;
  const need = cell % needs.length;
  const level = Math.floor(cell / needs.length);
  sheet.put(COLUMN.label, needs[need]!.name, 'label');
  sheet.put(COLUMN.level, levels[level]!.name, 'dim');
  const countAt = (school: number): number => countOf(plan.counts, school, cell) / 100;
  const label = `Pupils: ${needs[need]!.code}, ${levels[level]!.code}`;
  const planned = draft.given(COLUMN.planned, label, countAt, 'countDim');
  let used: Expression;
  if (figures.isDistrict) {
    const own = sheet.put(COLUMN.own, null, 'input');
    used = sheet.compute(COLUMN.used, when(isBlank(own), planned, own), 'count');
    sheet.compute(COLUMN.rate, clean(minus(used, planned)), 'countDim');
  } else {
    used = sheet.put(COLUMN.own, countAt(figures.shown), 'input');
    sheet.compute(COLUMN.used, clean(minus(used, planned)), 'countDim');
  }
  draft.counts.push({ cell, need, level, used });
  sheet.row++;
}

function layOutPupils(draft: CalculatorDraft): void {
  const { sheet, figures } = draft;
  const { results, needs } = figures.calculation;
  sheet.put(COLUMN.label, 'Pupils', 'sumLabel');
  draft.given(COLUMN.planned, 'Pupils', (school) => results.pupils[school]! / 100, 'countDim');
  const all = countsOf(draft, ({ need }) => need === 0);
  draft.pupils = sheet.compute(figures.isDistrict ? COLUMN.used : COLUMN.own, clean(all), 'count');
  sheet.put(COLUMN.rate + 1, needs.length > 0 ? `${needs[0]!.name} over all levels` : '', 'dim');
  sheet.fill(COLUMN.label, COLUMN.last, 'sumLabel');
  sheet.row += 2;
}

/** The sum of the counts of some cells. */
export function countsOf(draft: CalculatorDraft, is: (count: CountCell) => boolean): Expression {
  const counts = draft.counts.filter(is).map(({ used }) => used);
  return counts.length === 0 ? literal(0) : counts.reduce(plus);
}
