/** Longest piece of someone's text that a sentence repeats. */
const SHOWN_LENGTH = 40;

/**
 * A person's own text inside a sentence: in quotes, cut to a readable length, and without line breaks or control
 * characters, so that hostile text can neither hide nor continue the sentence. `quoted('13,75')` is `"13,75"`.
 */
export function quoted(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control and direction characters are what must not pass.
  const visible = text.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]+/g, ' ');
  const characters = Array.from(visible);
  return `"${characters.length > SHOWN_LENGTH ? `${characters.slice(0, SHOWN_LENGTH).join('')}…` : visible}"`;
}
