import { basename, dirname } from 'node:path';
import type { Calculation } from '../../../shared/calc/Calculation.ts';
import type { JobProgress } from '../../handlers/LongJob.ts';
import { refuseIncomplete } from '../calculators/writeCalculators.ts';
import { PendingFiles } from '../PendingFiles.ts';
import { writeLayout } from '../writeLayout.ts';
import { describeDistrictWorkbook } from './describeDistrictWorkbook.ts';

/** Writes the district workbook; it appears only when it is whole. `compared` are calculations of the same model. */
export async function writeDistrictWorkbook(
  calculation: Calculation,
  compared: readonly Calculation[],
  path: string,
  progress: JobProgress,
): Promise<void> {
  refuseIncomplete(calculation);
  const layout = describeDistrictWorkbook(calculation, compared);
  await progress.step(1, 3);
  const pending = await PendingFiles.begin(dirname(path));
  try {
    await pending.write(basename(path), await writeLayout(layout));
    await progress.step(2, 3);
    await pending.putInPlace();
  } finally {
    await pending.discard();
  }
}
