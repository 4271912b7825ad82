/**
 * Prints pages to PDF: all that the rest of the program knows of it. The desktop host prints with Electron's own
 * Chromium, the loopback host and the command line of a checkout with one that is found on the computer.
 */
export interface PdfPrinter {
  /** A self-contained HTML page as a tagged PDF with an outline; paper and margins are the page's own. */
  print(html: string): Promise<Uint8Array>;
  /** How many pages may be printed side by side; each takes a processor for itself. */
  readonly atOnce: number;
  /** Ends whatever was started, whether or not printing went well. */
  close(): Promise<void>;
}

/** Starts a printer. Throws an AllotError `no-browser` where there is nothing to print with. */
export type StartPrinter = () => Promise<PdfPrinter>;
