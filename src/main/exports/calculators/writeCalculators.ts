import { basename, dirname } from 'node:path';
import type { Calculation } from '../../../shared/calc/Calculation.ts';
import { schoolCalculator } from '../../../shared/calculator/schoolCalculator.ts';
import { AllotError } from '../../../shared/contract/errors.ts';
import { checkAdoption } from '../../document/adoption.ts';
import type { JobProgress } from '../../handlers/LongJob.ts';
import { PendingFiles } from '../PendingFiles.ts';
import { writeLayout } from '../writeLayout.ts';
import { distinctNames, safeFileName } from './fileNames.ts';

/** Where a calculator of each school goes, by school index: `0042 Jefferson High.xlsx`. */
export function calculatorNames(calculation: Calculation): string[] {
  const names = calculation.schools.map(({ code, name }) => safeFileName(`${code} ${name}`, 'School'));
  return distinctNames(names).map((name) => `${name}.xlsx`);
}

/**
 * Budgets that are not complete must not leave the program as if they were: with a source stopped, its dollars reach
 * nobody yet. Nor may anything carry the stamp of an adoption that is of other numbers.
 */
export function refuseIncomplete(calculation: Calculation): void {
  const stopped = calculation.results.sources.flatMap((source) => (source.stopped ? [source.stopped.sentence] : []));
  if (stopped.length > 0) {
    throw new AllotError('does-not-tie-out', 'The budgets are not complete, so nothing was written.', stopped);
  }
  const adopted = checkAdoption(calculation.model, calculation.scenarioId);
  if (!adopted || (adopted.sameInputs && adopted.sameResults)) return;
  throw new AllotError(
    'adoption-moved',
    'The adopted scenario is no longer what was adopted, so nothing was written under its stamp. Take it back to draft, or restore what it was.',
  );
}

/**
 * Writes the calculators of some schools into a folder, one file each, all or none. Earlier ones of the same names are
 * replaced; other files there are left alone. Memory stays flat: a workbook is forgotten as soon as it is written.
 */
export async function writeCalculators(
  calculation: Calculation,
  schools: readonly number[],
  folder: string,
  progress: JobProgress,
): Promise<{ readonly count: number }> {
  refuseIncomplete(calculation);
  const names = calculatorNames(calculation);
  const { revision } = calculation;
  const pending = await PendingFiles.begin(folder);
  try {
    for (const [done, school] of schools.entries()) {
      await progress.step(done, schools.length);
      if (calculation.revision !== revision) throw changedMeanwhile();
      await pending.write(names[school]!, await writeLayout(schoolCalculator(calculation, school)));
    }
    await progress.step(schools.length, schools.length);
    if (calculation.revision !== revision) throw changedMeanwhile();
    await pending.putInPlace();
    return { count: pending.count };
  } finally {
    await pending.discard();
  }
}

/** Writes one calculator to a path of its own; it appears only when it is whole. */
export async function writeOneCalculator(calculation: Calculation, school: number, path: string): Promise<void> {
  refuseIncomplete(calculation);
  const pending = await PendingFiles.begin(dirname(path));
  try {
    await pending.write(basename(path), await writeLayout(schoolCalculator(calculation, school)));
    await pending.putInPlace();
  } finally {
    await pending.discard();
  }
}

/** A set of hand-outs is of one state of the plan. */
export function changedMeanwhile(): AllotError {
  return new AllotError(
    'changed-meanwhile',
    'The plan was changed while the files were being written, so none was put in place. Write them again.',
  );
}
