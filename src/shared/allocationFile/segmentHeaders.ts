/** Columns of the sheet `accounts` that say what a row is about. */
export const PLACE_COLUMNS = ['source', 'school', 'level', 'need'] as const;

/** Headers are matched without regard to case, spaces or underscores. */
const keyOfHeader = (text: string): string => text.toLowerCase().replace(/[\s_]+/g, '');

/**
 * The header of each segment in the sheet `accounts`: its code. A code that would be taken for a place column or for
 * another segment has its number in the account before it: `2:school`.
 */
export function segmentHeaders(codes: readonly string[]): string[] {
  const taken = new Set<string>(PLACE_COLUMNS);
  return codes.map((code, at) => {
    let header = code;
    while (taken.has(keyOfHeader(header))) header = `${at + 1}:${header}`;
    taken.add(keyOfHeader(header));
    return header;
  });
}

/** The segment a header means: exactly as exported, else the only one like it; null where there is none. */
export function segmentOfHeader(header: string, codes: readonly string[]): string | null {
  const exported = segmentHeaders(codes).indexOf(header);
  if (exported >= 0) return codes[exported] as string;
  const key = keyOfHeader(header);
  const alike = codes.filter((code) => keyOfHeader(code) === key);
  return alike.length === 1 ? (alike[0] as string) : null;
}
