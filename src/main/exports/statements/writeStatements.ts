import type { Calculation } from '../../../shared/calc/Calculation.ts';
import { AllotError } from '../../../shared/contract/errors.ts';
import type { Paper } from '../../../shared/statements/page.ts';
import { countPages, statementsPage, statementsTitle } from '../../../shared/statements/statementsPage.ts';
import { type JobProgress, SILENT_PROGRESS } from '../../handlers/LongJob.ts';
import type { StartPrinter } from '../../print/PdfPrinter.ts';
import { type PrintPart, printParts } from '../../print/printParts.ts';
import { putInPlace } from './putInPlace.ts';

export interface StatementsJob {
  readonly calculation: Calculation;
  /** Indexes of the schools, in the order of the pages. */
  readonly schools: readonly number[];
  readonly paper: Paper;
  /** ISO time. */
  readonly at: string;
  readonly as: 'pdf' | 'html';
  readonly path: string;
  readonly startPrinter: StartPrinter;
  readonly progress?: JobProgress;
  /** Schools that are printed at a time; for tests. */
  readonly schoolsAtATime?: number;
}

export interface WrittenStatements {
  readonly statements: number;
  readonly pages: number;
  /** Schools whose lines take more than one page. */
  readonly longer: number;
}

/** Few enough that a browser's memory stays flat, and enough that starting a page costs little. */
const SCHOOLS_AT_A_TIME = 20;
/** Between two moments in which Cancel is heard. */
const SCHOOLS_COUNTED_AT_A_TIME = 50;

/** Statements must not leave the program as if they were the district's while a source pays nobody. */
export function refuseStopped({ results }: Calculation, what: string): void {
  const stopped = results.sources.flatMap((source) => (source.stopped ? [source.stopped.sentence] : []));
  if (stopped.length === 0) return;
  throw new AllotError('does-not-tie-out', `The budgets are not complete, so ${what} not written.`, stopped);
}

/**
 * Writes the statements of some schools as one file. First every page is counted, so that each can say “Page 3 of 515”;
 * then they are made and printed some at a time, and none is kept.
 */
export async function writeStatements(job: StatementsJob): Promise<WrittenStatements> {
  const { calculation, schools, path, as, startPrinter, progress = SILENT_PROGRESS } = job;
  refuseStopped(calculation, 'statements were');
  const pagesOf: number[] = [];
  for (const [at, school] of schools.entries()) {
    pagesOf.push(countPages(calculation, school));
    if (at % SCHOOLS_COUNTED_AT_A_TIME === 0) await progress.step(0, schools.length);
  }
  const pageCount = pagesOf.reduce((sum, pages) => sum + pages, 0);
  const longer = pagesOf.filter((pages) => pages > 1).length;
  const size = job.schoolsAtATime ?? SCHOOLS_AT_A_TIME;
  const parts = function* (): Generator<PrintPart> {
    let firstPage = 1;
    for (let from = 0; from < schools.length; from += size) {
      const pages = pagesOf.slice(from, from + size).reduce((sum, each) => sum + each, 0);
      const { paper, at } = job;
      const title = statementsTitle(calculation, schools);
      const place = { firstPage, pageCount, title };
      yield { html: statementsPage(calculation, schools.slice(from, from + size), { paper, at }, place), pages };
      firstPage += pages;
    }
  };
  const done = (count: number): Promise<void> => progress.step(Math.min(count * size, schools.length), schools.length);
  if (as === 'html') {
    const { paper, at } = job;
    await putInPlace(path, async (file) => {
      await file.write(statementsPage(calculation, schools, { paper, at }));
    });
    return { statements: schools.length, pages: pageCount, longer };
  }
  // A printer is started before any file is, so that a computer without one is told so at once.
  const printer = await startPrinter();
  try {
    const printed = await putInPlace(path, (file) => printParts(printer, parts(), file, done));
    return { statements: schools.length, pages: printed.pages, longer: longer + printed.extraPages };
  } finally {
    await printer.close();
  }
}
