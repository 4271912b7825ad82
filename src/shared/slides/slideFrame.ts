import type { Mark } from '../pictures/Picture.ts';
import { cutWords, wordsWidth, wrapWords } from './letterWidth.ts';
import type { SlideBody } from './SlideBody.ts';
import type { SlideContext } from './SlideContext.ts';
import { BODY, rule, SIDE, SLIDE_HEIGHT, SMALLEST, words } from './sheet.ts';

const TITLE = 56;
const SENTENCE = 34;
const LINE = 44;
const FOOT = SLIDE_HEIGHT - 36;

/** Title, sentence and footer: at the same place on every slide, so that nothing jumps while a lever moves. */
export function frameMarks(
  title: string,
  { sentence, sentenceLines = 2, marks, isSentenceInMarks = false }: SlideBody,
  context: SlideContext,
): Mark[] {
  const drawn: Mark[] = [words(SIDE, 100, title, TITLE, { isBold: true, width: BODY.width })];
  // A slide without a drawing has all its room for the sentence that says why.
  const isAlone = marks.length === 0;
  const size = isAlone ? 44 : SENTENCE;
  const lines = wrapWords(isSentenceInMarks ? '' : sentence, BODY.width, size, isAlone ? 8 : sentenceLines);
  for (const [at, line] of lines.entries()) {
    drawn.push(words(SIDE, isAlone ? 220 + at * 60 : 158 + at * LINE, line, size, { ink: 'ink2' }));
  }
  return [...drawn, ...footMarks(context)];
}

/** Scenario, time and whether it is decided at the left; what has moved at the right. */
function footMarks(context: SlideContext): Mark[] {
  const { scenario, time } = context.footer;
  const status = statusOf(context);
  const marks: Mark[] = [rule(SIDE, SLIDE_HEIGHT - 82, BODY.width)];
  const tail = [time, status].filter((part) => part !== '').join(' · ');
  const tailWidth = wordsWidth(` · ${tail}`, SMALLEST);
  const name = wordsWidth(scenario, SMALLEST);
  const levers = movedText(context.moved, Math.max(BODY.width * 0.5, BODY.width - name - tailWidth - 48));
  const leversWidth = levers === '' ? 0 : wordsWidth(levers, SMALLEST, true) + 48;
  const shownName = cutWords(scenario, Math.max(160, BODY.width - leversWidth - tailWidth), SMALLEST);
  marks.push(words(SIDE, FOOT, [shownName, tail].filter((part) => part !== '').join(' · '), SMALLEST, { ink: 'ink2' }));
  if (levers !== '') {
    marks.push(words(SIDE + BODY.width, FOOT, levers, SMALLEST, { ink: 'accent', anchor: 'end', isBold: true }));
  }
  return marks;
}

function statusOf({ footer, now }: SlideContext): string {
  if (footer.isDraft) return 'Draft';
  return { draft: 'Draft', proposed: 'Proposed', adopted: 'Adopted' }[now.calculation.plan.scenario.status];
}

/**
 * `Poverty weight 0.23 → 0.30`; as many as a line takes, and how many more there are. Rather than to be cut, a label leaves
 * out that it is of every level, and of which set of weights: *Poverty weight, every level (District weights)*.
 */
export function movedText(moved: SlideContext['moved'], width: number): string {
  const whole = linesThatFit(moved, width, (label) => label);
  if (whole.isWhole) return whole.text;
  return linesThatFit(moved, width, (label) => label.replace(/ \([^()]*\)$/, '').replace(/, every level$/, '')).text;
}

function linesThatFit(
  moved: SlideContext['moved'],
  width: number,
  labelled: (label: string) => string,
): { readonly text: string; readonly isWhole: boolean } {
  const texts = moved.map(({ label, from, to }) => `${labelled(label)} ${from} → ${to}`);
  for (let shown = texts.length; shown > 0; shown--) {
    const more = shown < texts.length ? ` · ${texts.length - shown} more` : '';
    const text = texts.slice(0, shown).join(' · ') + more;
    if (wordsWidth(text, SMALLEST, true) <= width) return { text, isWhole: true };
    if (shown === 1) {
      const { label, from, to } = moved[0]!;
      const values = ` ${from} → ${to}${more}`;
      const room = Math.max(60, width - wordsWidth(values, SMALLEST, true));
      return { text: cutWords(labelled(label), room, SMALLEST, true) + values, isWhole: false };
    }
  }
  return { text: '', isWhole: true };
}
