import type { SourceResult } from '../calc/results.ts';
import { type CalculatorDraft, COLUMN } from './CalculatorDraft.ts';
import { layOutCellLines } from './cellLinesPart.ts';
import { clean, type Expression, literal, plus, ref } from './expressions.ts';
import { layOutFormulaLines } from './formulaPart.ts';
import { mayBring } from './mayBring.ts';
import { methodWords } from './methodWords.ts';

/** The sources that bring a school of this calculator anything, or might. */
export function shownSources(draft: CalculatorDraft, is: (source: SourceResult) => boolean): number[] {
  return draft.figures.calculation.results.sources.flatMap((source, at) => {
    return is(source) && draft.some((school) => mayBring(source, school)) ? [at] : [];
  });
}

/** The sources of one status, each with its lines and what they come to. */
export function layOutSources(draft: CalculatorDraft, heading: string, sources: readonly number[]): void {
  if (sources.length === 0) return;
  const { sheet } = draft;
  sheet.put(COLUMN.label, heading, 'section');
  sheet.put(COLUMN.amount, 'Amount', 'sectionNumber');
  sheet.put(COLUMN.plannedAmount, 'As planned', 'sectionNumber');
  sheet.fill(COLUMN.label, COLUMN.last, 'section');
  sheet.row++;
  for (const at of sources) layOutSource(draft, at);
  sheet.row++;
}

function layOutSource(draft: CalculatorDraft, at: number): void {
  const { sheet, figures } = draft;
  const source = figures.calculation.results.sources[at]!;
  const hasCells = source.method === 'weights' || source.method === 'shares' || source.method === 'rates';
  const headRow = sheet.row;
  sheet.put(COLUMN.label, source.name, 'source');
  if (hasCells) {
    sheet.put(COLUMN.own, 'Count', 'headerNumber');
    if (source.method === 'weights') sheet.put(COLUMN.weight, 'Weight', 'headerNumber');
    sheet.put(COLUMN.rate, 'Rate', 'headerNumber');
  }
  sheet.row++;
  sheet.paragraph(COLUMN.label, COLUMN.last, methodWords(figures.calculation, at), 'method', 12);
  const reached = reachedCell(draft, at);
  const sum = hasCells ? layOutCellLines(draft, at, reached) : layOutFormulaLines(draft, at, reached);
  const total = addOddCents(draft, at, sum);
  // What the lines come to stands beside the source's name, where a reader looks first.
  draft.totals.push({ source: at, total: sheet.compute(COLUMN.amount, total, 'moneySource', headRow) });
  draft.planned(`Planned: ${source.code}`, (school) => source.amounts[school]!, 'moneySourceDim', headRow);
  sheet.fill(COLUMN.label, COLUMN.last, 'source', headRow);
}

/** 1 where the source reaches the chosen school; null where it reaches every school of this calculator. */
function reachedCell(draft: CalculatorDraft, at: number): Expression | null {
  const source = draft.figures.calculation.results.sources[at]!;
  if (source.method === 'table' || !draft.some((school) => source.eligible[school] !== 1)) return null;
  draft.sheet.put(COLUMN.label, 'Reaches the school (1 yes, 0 no)', 'dim');
  const cell = draft.given(COLUMN.own, `Reached: ${source.code}`, (school) => source.eligible[school]!, 'countDim');
  draft.sheet.row++;
  return cell;
}

/** The odd cents of a pool that is used up exactly, in a line of their own: no rate gives them. */
function addOddCents(draft: CalculatorDraft, at: number, sum: Expression): Expression {
  const { sheet, figures } = draft;
  const source = figures.calculation.results.sources[at]!;
  const odd = figures.odd(`Odd cents: ${source.code}`, (school) => source.amounts[school]!, sum);
  const isToTheUnit = source.rounding !== 'rates' && ['weights', 'shares', 'proportional'].includes(source.method);
  if (!odd && !isToTheUnit) return sum;
  const unit = source.rounding === 'dollar' ? 'dollar' : 'cent';
  sheet.put(COLUMN.label, isToTheUnit ? `Odd ${unit} of the pool, as planned` : 'Rounding, as planned', 'dim');
  const cell = draft.place(COLUMN.amount, odd ?? { expression: literal(0), isLookup: false }, 'moneyDim');
  sheet.row++;
  return clean(plus(sum, cell));
}

/** Total of some sources. */
export function totalsOf(draft: CalculatorDraft, is: (source: SourceResult) => boolean): Expression[] {
  const { sources } = draft.figures.calculation.results;
  return draft.totals.filter(({ source }) => is(sources[source]!)).map(({ total }) => ref(total.text, total.value));
}
