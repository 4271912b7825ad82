import type { FileHandle } from 'node:fs/promises';
import { PdfJoiner } from './PdfJoiner.ts';
import type { PdfPrinter } from './PdfPrinter.ts';

/** One part of a long document: its page, and how many sheets of paper it should take. */
export interface PrintPart {
  readonly html: string;
  readonly pages: number;
}

export interface PrintedParts {
  readonly pages: number;
  /** Sheets beyond what the parts said, which their page numbers do not count. */
  readonly extraPages: number;
}

/**
 * Prints a document part by part into one PDF file. While a part is put in the file, the next ones are being printed.
 * `done` is told after each part and may throw to stop; the file is then not whole, and the caller's to remove.
 */
export async function printParts(
  printer: PdfPrinter,
  parts: Iterable<PrintPart>,
  file: FileHandle,
  done: (part: number) => Promise<void>,
): Promise<PrintedParts> {
  const joiner = new PdfJoiner(async (bytes) => {
    await file.write(bytes);
  });
  const waiting = parts[Symbol.iterator]();
  const printing: { printed: Promise<Uint8Array>; pages: number }[] = [];
  const fill = (): void => {
    while (printing.length < printer.atOnce) {
      const part = waiting.next();
      if (part.done) return;
      const printed = printer.print(part.value.html);
      // Awaited below; until then a failure must not count as one that nobody hears of.
      printed.catch(() => {});
      printing.push({ printed, pages: part.value.pages });
    }
  };
  let [pages, extraPages, count] = [0, 0, 0];
  fill();
  for (let current = printing.shift(); current; current = printing.shift()) {
    const bytes = await current.printed;
    await done(count);
    fill();
    const printed = await joiner.add(bytes);
    pages += printed;
    extraPages += Math.max(0, printed - current.pages);
    count++;
  }
  await joiner.end();
  await done(count);
  return { pages, extraPages };
}
