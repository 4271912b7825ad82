import { parseMeasure } from '../../../shared/text/parseNumber.ts';

/**
 * A tag column whose values all look like numbers would come back as a measure. An apostrophe in front of each, the
 * spreadsheet's own mark for text, keeps it a tag. This is apart from the guard of CSV cells, which is put on and
 * taken off with the file itself.
 */
const isNumberLike = (text: string): boolean => parseMeasure(text).ok && !/^0\d/.test(text);

/** An apostrophe before a number: `'8`. */
export const isForcedText = (text: string): boolean => /^'/.test(text) && isNumberLike(text.replace(/^'+/, ''));

/** Takes one apostrophe off a forced text; every other text stays. */
export const unforceText = (text: string): string => (isForcedText(text) ? text.slice(1) : text);

/** The cells of a tag column as they must be written to come back as what they are. */
export function forceTexts(values: readonly string[]): string[] {
  const filled = values.filter((value) => value !== '');
  const wouldBeMeasure = filled.length > 0 && filled.every(isNumberLike);
  return values.map((value) => (isForcedText(value) || (wouldBeMeasure && value !== '') ? `'${value}` : value));
}
