import type { Calculation } from '../calc/Calculation.ts';
import { explain } from '../calc/explain/explain.ts';
import type { Explanation } from '../calc/results.ts';
import { SheetDraft } from './SheetDraft.ts';
import type { LayoutStyle, SheetLayout } from './WorkbookLayout.ts';

const WIDTH = 112;
const DEEPEST = 2;
const STYLES = ['word0', 'word1', 'word2'] as const satisfies readonly LayoutStyle[];
/** No cell holds more. */
const LONGEST_TEXT = 32_000;

/** The explanation of a school's planned budget, as the program tells it, one step to a line. */
export function inWordsSheet(calculation: Calculation, school: number, footer: string): SheetLayout {
  const { results } = calculation;
  const sheet = new SheetDraft('In words', [3, 3, WIDTH]);
  sheet.isProtected = true;
  sheet.paragraph(1, 3, 'How the planned budget came about', 'title', 26);
  sheet.row++;
  write(sheet, explain(calculation, { kind: 'school', school, figure: 'total' }), 0);
  if (results.locked[school] !== 0) {
    write(sheet, explain(calculation, { kind: 'school', school, figure: 'locked' }), 0);
  }
  if (!Number.isNaN(results.floor[school]!) && results.topUp[school] === 0) {
    write(sheet, explain(calculation, { kind: 'floor', school, figure: 'floor' }), 0);
  }
  if (!Number.isNaN(results.change[school]!)) {
    write(sheet, explain(calculation, { kind: 'school', school, figure: 'change' }), 0, false);
  }
  return sheet.layout({ orientation: 'portrait', pagesTall: null, footer });
}

function write(sheet: SheetDraft, explanation: Explanation, depth: number, withSteps = true): void {
  const { title, value, arithmetic, notes, steps } = explanation;
  const result = value === '' || arithmetic.endsWith(` ${value}`) ? '' : ` = ${value}`;
  const line = `${arithmetic}${result}`;
  if (depth > DEEPEST) {
    // Rates and bases: one line each, and no further.
    paragraph(sheet, `${title}: ${line.replace(/^= /, '')}`, 'method');
    return;
  }
  sheet.put(depth + 1, title.slice(0, LONGEST_TEXT), STYLES[depth]!);
  sheet.row++;
  paragraph(sheet, line, 'note');
  for (const note of notes) paragraph(sheet, note, 'method');
  if (!withSteps) return;
  for (const step of steps) write(sheet, step, depth + 1);
  sheet.row++;
}

/** Wrapped in the wide column, as high as it is taken to need. */
function paragraph(sheet: SheetDraft, text: string, style: LayoutStyle): void {
  sheet.paragraph(3, 3, text.slice(0, LONGEST_TEXT), style, 13);
}
