import type { SlideOptions } from '../session/SlideField.ts';
import { wordsWidth, wrapWords } from './letterWidth.ts';
import type { SlideBody } from './SlideBody.ts';
import type { SlideContext } from './SlideContext.ts';
import { BODY, SIDE, words } from './sheet.ts';

const SIZES = [
  { size: 52, line: 72 },
  { size: 44, line: 62 },
  { size: 38, line: 54 },
  { size: 32, line: 46 },
] as const;
const TOP = 210;
const HEIGHT = 590;

/** The director's own title and lines, as large as they fit. A line that begins with `-` is a point of a list. */
export function textSlide(options: SlideOptions, _context: SlideContext, title: string): SlideBody {
  const text = String(options.lines).trim();
  const all = text.split(/\r?\n/).map((line) => line.trim());
  // Without a title of its own the first line is it.
  const [first = ''] = all;
  const paragraphs = title === '' ? all.slice(1) : all;
  const laid = SIZES.map(({ size, line }) => ({ size, line, lines: lay(paragraphs, size) }));
  const fitting = laid.find(({ lines, line }) => lines.length * line <= HEIGHT) ?? laid.at(-1)!;
  const most = Math.floor(HEIGHT / fitting.line);
  const shown = fitting.lines.slice(0, fitting.lines.length > most ? most - 1 : most);
  const marks = shown.map(({ text: line, indent, isPoint }, at) => [
    ...(isPoint
      ? [words(SIDE, TOP + (at + 1) * fitting.line, '•', fitting.size, { ink: 'accent', isBold: true })]
      : []),
    words(SIDE + indent, TOP + (at + 1) * fitting.line, line, fitting.size),
  ]);
  if (fitting.lines.length > most) {
    marks.push([
      words(SIDE, TOP + most * fitting.line, 'The rest of the text does not fit on this slide.', 30, { ink: 'ink3' }),
    ]);
  }
  return {
    title: title || first || 'A text',
    sentence: first || 'Write the text of this slide in its options.',
    isSentenceInMarks: text !== '',
    description: all
      .filter((line) => line !== '')
      .slice(1)
      .join(' '),
    marks: text === '' ? [] : marks.flat(),
    table: () => ({
      columns: [{ label: 'Text' }],
      rows: all.filter((line) => line !== '').map((line) => [line]),
    }),
  };
}

interface LaidLine {
  readonly text: string;
  readonly indent: number;
  readonly isPoint: boolean;
}

function lay(paragraphs: readonly string[], size: number): LaidLine[] {
  return paragraphs.flatMap((paragraph): LaidLine[] => {
    if (paragraph === '') return [{ text: '', indent: 0, isPoint: false }];
    const isPoint = /^[-•*–]\s/.test(paragraph);
    const indent = isPoint ? wordsWidth('•  ', size, true) + 12 : 0;
    const lines = wrapWords(isPoint ? paragraph.slice(2) : paragraph, BODY.width - indent, size, 40);
    return lines.map((text, at) => ({ text, indent, isPoint: isPoint && at === 0 }));
  });
}
