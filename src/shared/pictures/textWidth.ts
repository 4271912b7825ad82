/** Text cannot be measured without a screen; a letter of these fonts is about this wide, and wider in bold. */
export const textWidth = (text: string, size: number, isBold = false): number =>
  text.length * size * (isBold ? 0.575 : 0.535);

/** Cut to a width, with three dots where something is missing. */
export function fitText(text: string, width: number, size: number): string {
  const most = Math.max(4, Math.floor(width / (size * 0.535)));
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}

/** Lines of whole words no wider than `width`. */
export function wrapText(text: string, width: number, size: number, isBold = false): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, size, isBold) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}
