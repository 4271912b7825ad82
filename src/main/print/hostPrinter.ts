import type { StartPrinter } from './PdfPrinter.ts';

let chosen: StartPrinter | null = null;

/** Said once by a host that prints by itself, before anything is printed. */
export function setHostPrinter(start: StartPrinter): void {
  chosen = start;
}

/** The host's own printer, or a browser that is found on the computer. */
export async function startHostPrinter(): ReturnType<StartPrinter> {
  if (chosen) return chosen();
  const { startChromiumPrinter } = await import('./chromiumPrinter.ts');
  return startChromiumPrinter();
}
