import type { XmlReading } from './XmlParser.ts';

/** What a cell's number format says about its number, as far as an import must know. */
export interface CellFormat {
  readonly shows: 'number' | 'date' | 'percent';
  /** Whole numbers are shown with at least so many digits: `00000` shows the code 609 as 00609. */
  readonly digits: number;
}

export const PLAIN_FORMAT: CellFormat = { shows: 'number', digits: 0 };
const DATE_FORMAT: CellFormat = { shows: 'date', digits: 0 };
const PERCENT_FORMAT: CellFormat = { shows: 'percent', digits: 0 };

/** Built-in formats of the file format that show dates or times (the East Asian ones included). */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
const isBuiltInPercent = (id: number): boolean => id === 9 || id === 10;

/** A spreadsheet allows 255 characters; more would only cost time. */
const LONGEST_FORMAT = 500;

/** What a format code shows: `yyyy-mm-dd` a date, `0.00%` a percentage; quoted and escaped text says nothing. */
export function formatOf(code: string): CellFormat {
  const bare = code
    .slice(0, LONGEST_FORMAT)
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/[_*]./g, '')
    .replace(/\[[^\]]*\]/g, '');
  if (/^0{2,40}$/.test(bare)) return { shows: 'number', digits: bare.length };
  if (bare.includes('%')) return PERCENT_FORMAT;
  if (/general/i.test(bare)) return PLAIN_FORMAT;
  return /[ymdhs]/i.test(bare) ? DATE_FORMAT : PLAIN_FORMAT;
}

/** The format of each cell style, by its index in the styles part. */
export function cellFormatsIn(): XmlReading<readonly CellFormat[]> {
  const codes = new Map<number, CellFormat>();
  const formats: CellFormat[] = [];
  let inCellStyles = false;
  return {
    open(name, attributes) {
      if (name === 'numFmt') {
        codes.set(Number(attributes.numFmtId), formatOf(attributes.formatCode ?? ''));
      } else if (name === 'cellXfs') inCellStyles = true;
      else if (name === 'xf' && inCellStyles) {
        const id = Number(attributes.numFmtId ?? '0');
        const builtIn = isBuiltInDate(id) ? DATE_FORMAT : isBuiltInPercent(id) ? PERCENT_FORMAT : PLAIN_FORMAT;
        formats.push(codes.get(id) ?? builtIn);
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false;
    },
    result: () => formats,
  };
}
