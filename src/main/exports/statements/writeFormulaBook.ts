import type { Calculation } from '../../../shared/calc/Calculation.ts';
import { formulaBookPage } from '../../../shared/formulaBook/formulaBookPage.ts';
import type { Paper } from '../../../shared/statements/page.ts';
import { type JobProgress, SILENT_PROGRESS } from '../../handlers/LongJob.ts';
import type { StartPrinter } from '../../print/PdfPrinter.ts';
import { putInPlace } from './putInPlace.ts';

export interface FormulaBookJob {
  readonly calculation: Calculation;
  readonly paper: Paper;
  /** ISO time. */
  readonly at: string;
  readonly as: 'pdf' | 'html';
  readonly path: string;
  readonly startPrinter: StartPrinter;
  readonly progress?: JobProgress;
}

/** Writes the formula book as one file. A book with stopped sources may be written: it says which, and why. */
export async function writeFormulaBook(job: FormulaBookJob): Promise<void> {
  const { calculation, paper, at, as, path, startPrinter, progress = SILENT_PROGRESS } = job;
  const html = formulaBookPage(calculation, { paper, at });
  await progress.step(0, null);
  if (as === 'html') {
    await putInPlace(path, async (file) => {
      await file.write(html);
    });
    return;
  }
  const printer = await startPrinter();
  try {
    const bytes = await printer.print(html);
    await progress.step(1, 1);
    await putInPlace(path, async (file) => {
      await file.write(bytes);
    });
  } finally {
    await printer.close();
  }
}
