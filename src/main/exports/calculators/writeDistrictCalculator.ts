import { basename, dirname } from 'node:path';
import type { Calculation } from '../../../shared/calc/Calculation.ts';
import { districtCalculator, findOddDollars } from '../../../shared/calculator/districtCalculator.ts';
import type { JobProgress } from '../../handlers/LongJob.ts';
import { PendingFiles } from '../PendingFiles.ts';
import { writeLayout } from '../writeLayout.ts';
import { changedMeanwhile, refuseIncomplete } from './writeCalculators.ts';

/** Writes the calculator of the whole district to one file, which appears only when it is whole. */
export async function writeDistrictCalculator(
  calculation: Calculation,
  path: string,
  progress: JobProgress,
): Promise<void> {
  refuseIncomplete(calculation);
  const { revision } = calculation;
  const odd = await findOddDollars(calculation, progress.step);
  if (calculation.revision !== revision) throw changedMeanwhile();
  const layout = districtCalculator(calculation, odd);
  const pending = await PendingFiles.begin(dirname(path));
  try {
    await pending.write(basename(path), await writeLayout(layout));
    await progress.step(calculation.schools.length, calculation.schools.length);
    await pending.putInPlace();
  } finally {
    await pending.discard();
  }
}
