import type { Delimiter, RawRow, RawTable } from '../../../shared/assistant/RawTable.ts';
import { unguardText } from '../../../shared/text/csv.ts';
import { readDelimited } from '../../../shared/text/delimited.ts';
import { refuse } from '../WorkbookUnreadable.ts';
import { detectDelimiter, statedDelimiter } from './detectDelimiter.ts';
import type { TableLimits } from './tableLimits.ts';

/** Told now and then how far reading has come; `total` is null where it is not known. */
export type ReportProgress = (done: number, total: number | null) => void;

/**
 * The rows of a comma-, semicolon-, tab- or bar-separated text. Row numbers are those a spreadsheet shows: a row whose
 * quoted cell holds a line break is one row, a blank line is one too. Cells are text as it stands. `asked` is the
 * delimiter a person has chosen; otherwise the file's own note of it decides, or how often each candidate stands.
 */
export function readTextTable(
  source: string,
  sheet: string,
  limits: TableLimits,
  report: ReportProgress = () => {},
  asked: Delimiter | null = null,
): { readonly table: RawTable; readonly delimiter: Delimiter } {
  const unmarked = source.charCodeAt(0) === 0xfeff ? source.slice(1) : source;
  checkLines(unmarked, limits);
  const stated = statedDelimiter(unmarked);
  const text = stated ? unmarked.slice(stated.length) : unmarked;
  const delimiter = asked ?? stated?.delimiter ?? detectDelimiter(text);
  const reading = readDelimited(text, {
    delimiter,
    // Tab-separated files hold bare quotes, as a clipboard does.
    strictQuotes: delimiter !== '\t',
    limits: { cells: limits.cells, characters: limits.fileBytes },
    onProgress: (done) => report(done, text.length),
  });
  if (!reading.ok) return refuse(lowerFirst(reading.sentence));
  const guarded = text.includes("'");
  const rows: RawRow[] = [];
  const firstNumber = stated ? 2 : 1;
  for (let at = 0; at < reading.table.rows.length; at++) {
    const cells = reading.table.rows[at] as string[];
    const number = at + firstNumber;
    let length = cells.length;
    while (length > 0 && (cells[length - 1] as string).trim() === '') length--;
    if (length === 0) continue;
    if (length > limits.columns) refuse(`row ${number} has ${length} columns; at most ${limits.columns} are read.`);
    cells.length = length;
    for (let column = 0; column < length; column++) {
      const cell = cells[column] as string;
      if (cell.length > limits.cellCharacters) {
        refuse(
          `row ${number} holds a text of ${cell.length.toLocaleString('en-US')} characters; a quotation mark may be missing there.`,
        );
      }
      if (guarded) cells[column] = unguardText(cell);
    }
    rows.push({ number, cells });
  }
  return { table: { sheet, rows }, delimiter };
}

/** Lines are measured and counted before anything is built from them, so that a hostile file costs one pass. */
function checkLines(text: string, limits: TableLimits): void {
  const mark = text.includes('\n') ? '\n' : '\r';
  let line = 0;
  for (let at = 0; at < text.length; ) {
    const found = text.indexOf(mark, at);
    const end = found < 0 ? text.length : found;
    line++;
    if (end - at > limits.lineCharacters) {
      refuse(`line ${line} is longer than ${limits.lineCharacters.toLocaleString('en-US')} characters.`);
    }
    if (line > limits.rows) refuse(`it has more than ${limits.rows.toLocaleString('en-US')} lines.`);
    at = end + 1;
  }
}

const lowerFirst = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);
