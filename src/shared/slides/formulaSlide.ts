import { parseEligibility } from '../calc/eligibility.ts';
import { centralSentence, counted, methodWords, STATUSES } from '../formulaBook/bookWords.ts';
import { floorSentences } from '../formulaBook/floorWords.ts';
import type { Mark } from '../pictures/Picture.ts';
import type { SlideOptions } from '../session/SlideField.ts';
import { boardMoney } from './boardNumbers.ts';
import { wrapWords } from './letterWidth.ts';
import { emptySlide, type SlideBody } from './SlideBody.ts';
import type { Seen, SlideContext } from './SlideContext.ts';
import { BODY, words } from './sheet.ts';

const SIZE = 32;
const LINE = 44;
const HEAD = 54;
const GAP = 22;
const TOP = 192;
const HEIGHT = 604;

interface Paragraph {
  readonly head: string;
  readonly amount: string;
  readonly text: string;
  readonly lines: readonly string[];
}

/** The rules in plain words, source by source and then the floors; as much as is legible, and how much more there is. */
export function formulaSlide(options: SlideOptions, { now }: SlideContext): SlideBody {
  const chosen = String(options.source);
  const title = 'How the money reaches schools';
  if (chosen !== '' && (now.calculation.sourceIndex(chosen) < 0 || now.isHidden(`source:${chosen}`))) {
    return emptySlide(title, 'The source of this slide is not shown to this audience, or it is not in the district.');
  }
  const all = paragraphsOf(now, chosen);
  if (all.length === 0) return emptySlide(title, 'The district has no revenue sources yet, so there is no formula.');
  const pages = paginate(all);
  const page = Math.min(Math.round(Number(options.page)), pages.length);
  const shown = pages[page - 1]!;
  const marks: Mark[] = [];
  let y = TOP;
  for (const { head, amount, lines } of shown) {
    marks.push(words(BODY.left, y, head, 36, { isBold: true, width: BODY.width - 380 }));
    if (amount !== '')
      marks.push(words(BODY.left + BODY.width, y, amount, 34, { anchor: 'end', ink: 'ink2', isBold: true }));
    for (const [at, line] of lines.entries())
      marks.push(words(BODY.left, y + HEAD - 6 + at * LINE, line, SIZE, { ink: 'ink2' }));
    y += heightOf({ lines });
  }
  const of = pages.length > 1 ? `, page ${page} of ${pages.length}` : '';
  return {
    title: `${title}${of}`,
    sentence: all.map(({ head, text }) => `${head}: ${text}`).join(' '),
    isSentenceInMarks: true,
    marks,
    notes:
      pages.length > 1 ? [`Page ${page} of ${pages.length}; choose another page in the options of the slide.`] : [],
    table: () => ({
      columns: [{ label: 'Rule' }, { label: 'Amount' }, { label: 'In words' }],
      rows: all.map(({ head, amount, text }) => [head, amount, text]),
    }),
  };
}

const heightOf = ({ lines }: Pick<Paragraph, 'lines'>): number => HEAD + lines.length * LINE + GAP;

function paginate(paragraphs: readonly Paragraph[]): Paragraph[][] {
  const pages: Paragraph[][] = [[]];
  let used = 0;
  for (const paragraph of paragraphs) {
    const high = heightOf(paragraph);
    if (used > 0 && used + high - GAP > HEIGHT) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)!.push(paragraph);
    used += high;
  }
  return pages;
}

function paragraphsOf(now: Seen, chosen: string): Paragraph[] {
  const { calculation } = now;
  const make = (head: string, amount: string, text: string): Paragraph => ({
    head,
    amount,
    text,
    lines: wrapWords(text, BODY.width, SIZE, Math.floor((HEIGHT - HEAD) / LINE)),
  });
  const sources = calculation.results.sources.flatMap((source, at): Paragraph[] => {
    if (now.isHidden(`source:${source.code}`) || (chosen !== '' && source.code !== chosen)) return [];
    return [
      make(
        `${source.name} · ${STATUSES[source.status].name.toLowerCase()}`,
        // What the words say is for schools would tell the central part of it.
        now.isHidden('central') ? '' : boardMoney(source.amountCents),
        sourceWords(now, at),
      ),
    ];
  });
  if (chosen !== '' || now.isHidden('topUps')) return sources;
  const reader = {
    isNamed: (source: string) => !now.isHidden(`source:${source}`),
    seesCentral: !now.isHidden('central'),
  };
  return [...sources, make('Floors', '', boardWords(floorSentences(calculation, reader).join(' ')))];
}

function sourceWords(now: Seen, at: number): string {
  const { calculation } = now;
  const source = calculation.results.sources[at]!;
  const { decision } = calculation.sourceStates[at]!.decided;
  return [
    now.isHidden('central') ? '' : boardWords(centralSentence(decision, source)),
    source.stopped ? 'It cannot be divided among schools yet.' : boardWords(methodWords(calculation, at).sentence),
    source.method === 'none' || source.method === 'table'
      ? ''
      : reachWords(now, decision.eligibility, source.eligibleCount),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** The book's words without the places behind the cent, and millions as a board reads them. */
function boardWords(sentence: string): string {
  return sentence
    .replace(/(\.\d\d)\d*…/g, '$1')
    .replace(/\$([\d,]+)\.(\d\d)/g, (exact, whole: string, cents: string) => {
      const money = Number(whole.replaceAll(',', '') + cents);
      return money >= 100_000_000 ? boardMoney(money) : exact;
    })
    .replace('by the percentages below', 'by percentages that the district has set')
    .replace(' budget, listed below.', ' budget.');
}

/** As the formula book says it, but never naming a school. */
function reachWords(now: Seen, text: string, reached: number): string {
  const eligibility = parseEligibility(text);
  switch (eligibility.kind) {
    case 'all':
      return 'It reaches every school.';
    case 'levels': {
      const names = eligibility.codes.map(
        (code) => now.calculation.levels.find((level) => level.code === code)?.name ?? code,
      );
      return `It reaches the schools of ${names.join(' and ')}: ${counted(reached, 'school')}.`;
    }
    case 'schools':
      return `It reaches ${counted(reached, 'school')} by name.`;
    default:
      return `It reaches ${counted(reached, 'school')} by a rule.`;
  }
}
