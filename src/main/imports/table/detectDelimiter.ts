import type { Delimiter } from '../../../shared/assistant/RawTable.ts';

/** In the order in which a tie is decided: the rarer a character is in ordinary text, the more its presence says. */
const CANDIDATES: readonly Delimiter[] = ['\t', ';', ',', '|'];
const SAMPLE_CHARACTERS = 200_000;
const SAMPLE_RECORDS = 200;

/**
 * The character between cells. In each of the first records every candidate outside of quotes is counted; the one whose
 * most frequent count is shared by the most records wins. A decimal comma in a semicolon file loses, because headers
 * have none; title lines above the header weigh little. A file of one column counts as comma-separated.
 */
export function detectDelimiter(text: string): Delimiter {
  const tallies = CANDIDATES.map(() => new Map<number, number>());
  let counts = CANDIDATES.map(() => 0);
  let records = 0;
  let isBlank = true;
  let inQuotes = false;
  const end = Math.min(text.length, SAMPLE_CHARACTERS);
  for (let at = 0; at <= end && records < SAMPLE_RECORDS; at++) {
    const character = at < end ? (text[at] as string) : '\n';
    if (character === '"') {
      // A quote opens a cell only at its beginning; elsewhere it is an inch mark.
      const before = text[at - 1];
      const opens = before === undefined || before === '\n' || before === '\r' || isCandidate(before);
      if (inQuotes || opens) inQuotes = !inQuotes;
      isBlank = false;
    } else if (!inQuotes || at === end) {
      if (character === '\n' || character === '\r') {
        if (!isBlank) {
          records++;
          for (let candidate = 0; candidate < CANDIDATES.length; candidate++) {
            const count = counts[candidate] as number;
            const tally = tallies[candidate] as Map<number, number>;
            if (count > 0) tally.set(count, (tally.get(count) ?? 0) + 1);
          }
        }
        counts = CANDIDATES.map(() => 0);
        isBlank = true;
      } else {
        isBlank = false;
        const candidate = CANDIDATES.indexOf(character as Delimiter);
        if (candidate >= 0) counts[candidate] = (counts[candidate] as number) + 1;
      }
    }
  }
  let best: Delimiter = ',';
  let bestSupport = 0;
  for (let candidate = 0; candidate < CANDIDATES.length; candidate++) {
    const support = Math.max(0, ...(tallies[candidate] as Map<number, number>).values());
    if (support > bestSupport) {
      bestSupport = support;
      best = CANDIDATES[candidate] as Delimiter;
    }
  }
  return best;
}

const isCandidate = (character: string): boolean => CANDIDATES.includes(character as Delimiter);

/** `sep=;` as the first line is a spreadsheet's own note of the delimiter, and no row. */
export function statedDelimiter(text: string): { delimiter: Delimiter; length: number } | null {
  const match = /^sep=([,;|\t])(\r\n|\n|\r)/i.exec(text);
  return match ? { delimiter: match[1] as Delimiter, length: match[0].length } : null;
}
