import type { ColumnProfile } from './profileColumns.ts';

/** A change to the texts of a column that the person may agree to. Nothing is changed unless it is agreed to. */
export interface RepairOffer {
  readonly column: number;
  readonly repair: 'dropPointZero' | 'padTo' | 'round';
  /** The length for `padTo`. */
  readonly length: number | null;
  readonly sentence: string;
}

/** A code with the agreed repairs: `53011.0` → `53011`, `609` padded to four is `0609`. */
export function repairCode(text: string, dropPointZero: boolean, padTo: number | null): string {
  let code = text;
  if (dropPointZero) code = code.replace(/^(\d+)\.0+$/, '$1');
  if (padTo !== null && /^\d+$/.test(code) && code.length < padTo) code = code.padStart(padTo, '0');
  return code;
}

/** `0042.0`, `42` and `42 ` are the same code but for what spreadsheets do to codes: what near matches go by. */
export const looseCode = (code: string): string =>
  code
    .trim()
    .toLowerCase()
    .replace(/\.0+$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^0+(?=.)/, '');

/**
 * What a column of codes may need. `known` are the codes the model has: where they are of one length and the file's
 * shorter ones are not among them, leading zeros were lost on the way through a spreadsheet.
 */
export function offerCodeRepairs(profile: ColumnProfile, known: readonly string[]): RepairOffer[] {
  const offers: RepairOffer[] = [];
  const { column, withPointZero, digitLengths } = profile;
  if (withPointZero > 0) {
    const example = profile.examples.find((text) => /^\d+\.0+$/.test(text)) ?? '53011.0';
    const sentence = `${count(withPointZero, 'code ends', 'codes end')} in “.0”, as ${example}; a spreadsheet took ${withPointZero === 1 ? 'it' : 'them'} for a number. Drop it?`;
    offers.push({ column, repair: 'dropPointZero', length: null, sentence });
  }
  const length = lengthOf(known.filter((code) => /^\d+$/.test(code))) ?? ownLength(profile);
  if (length !== null) {
    let short = 0;
    for (const [digits, cells] of digitLengths) if (digits < length) short += cells;
    if (short > 0) {
      const sentence = `${count(short, 'code is', 'codes are')} shorter than ${length} digits; leading zeros may have been lost. Put them back?`;
      offers.push({ column, repair: 'padTo', length, sentence });
    }
  }
  return offers;
}

/** Money and counts have two decimals; a spreadsheet may hold more, and only its owner can say that they may go. */
export function offerRounding(profile: ColumnProfile, one: string, many: string): RepairOffer[] {
  if (profile.withManyDecimals === 0) return [];
  const verb = profile.withManyDecimals === 1 ? 'has' : 'have';
  const sentence = `${count(profile.withManyDecimals, one, many)} ${verb} more than two decimals, up to ${profile.mostDecimals}. Round half-up to two?`;
  return [{ column: profile.column, repair: 'round', length: null, sentence }];
}

const count = (number: number, one: string, many: string): string =>
  `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`;

/** The one length of all codes, where one of them begins with a zero. */
function lengthOf(codes: readonly string[]): number | null {
  const first = codes[0];
  if (first === undefined || !codes.every((code) => code.length === first.length)) return null;
  return codes.some((code) => code.startsWith('0')) ? first.length : null;
}

/** Within the file itself: some codes keep their leading zero and the longest are as long as those. */
function ownLength(profile: ColumnProfile): number | null {
  return profile.withLeadingZero > 0 ? Math.max(...profile.digitLengths.map(([length]) => length)) : null;
}
