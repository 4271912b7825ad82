import { createHash, randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { AllocationFile, fileText } from '../../../shared/allocationFile/AllocationFile.ts';
import type { AllocationTemplate } from '../../../shared/allocationFile/AllocationTemplate.ts';
import { checkFile } from '../../../shared/allocationFile/checkFile.ts';
import { compareReadBack } from '../../../shared/allocationFile/compareReadBack.ts';
import { controlSheet, controlSheetName } from '../../../shared/allocationFile/controlSheet.ts';
import { FileFaults, fileFault } from '../../../shared/allocationFile/FileFault.ts';
import { readFields } from '../../../shared/allocationFile/readBack.ts';
import type { Calculation } from '../../../shared/calc/Calculation.ts';
import type { AllocationOutcome } from '../../../shared/contract/allocation.ts';
import { AllotError } from '../../../shared/contract/errors.ts';
import { checkAdoption } from '../../document/adoption.ts';
import { errorCode, type Files } from '../../document/files.ts';
import type { Workplace } from '../../document/Workplace.ts';
import { decodeBytes, encodeText } from './textBytes.ts';
import { readWorkbookFields, WORKBOOK_COMPARISON, writeWorkbookFile } from './workbookFile.ts';

/** What a file is written from and by whom. */
export interface AllocationRequest {
  readonly calculation: Calculation;
  readonly template: AllocationTemplate;
  readonly templateName: string;
  readonly workplace: Workplace;
}

/** A file that may be written: its faults, and what it is made of. */
export interface CheckedFile {
  readonly request: AllocationRequest;
  readonly file: AllocationFile;
  readonly faults: FileFaults;
}

/** Makes a file and finds every fault that can be found before a byte is written. */
export function prepareAllocationFile(request: AllocationRequest): CheckedFile {
  const { calculation, template, workplace } = request;
  const file = new AllocationFile(calculation, calculation.model, template, localTime(workplace.now()));
  const faults = checkFile(file);
  const { scenario } = file.context;
  const adoption = scenario.status === 'adopted' ? checkAdoption(calculation.model, scenario.id) : null;
  if (scenario.status === 'adopted' && !adoption?.sameResults) {
    const reason = `“${scenario.name}” is adopted, but its budgets are no longer those that were adopted.`;
    faults.add(fileFault('scenario', `${reason} Look at its adoption before money is loaded by it.`));
  }
  return { request, file, faults };
}

/** The time on the wall of the one who writes, as file names and dates in files mean it. */
function localTime(now: Date): string {
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}

export const refusedOutcome = (faults: FileFaults): AllocationOutcome => ({
  faults: faults.list,
  faultCount: faults.count,
  written: null,
});

/**
 * Writes an allocation file and its control sheet, in this order:
 * 1. nothing at all where there are faults;
 * 2. the file under a temporary name in the target's folder, down to the disk;
 * 3. its bytes are read from the disk again, by a reader of its own, and compared with the budgets;
 * 4. the control sheet beside it, likewise; then both are put in place.
 * Whatever fails, a file and control sheet that stood there before stand there still.
 */
export async function writeAllocationFile(prepared: CheckedFile, path: string): Promise<AllocationOutcome> {
  const { request, file, faults } = prepared;
  const { workplace, template } = request;
  if (faults.count > 0) return refusedOutcome(faults);
  const { files } = workplace;
  const folder = dirname(path);
  const controlPath = join(folder, controlSheetName(basename(path)));
  const mark = randomUUID().slice(0, 8);
  // Short names of their own, so that a long name that the disk takes does not fail for what it is called meanwhile.
  const temporary = join(folder, `~$${mark}.tmp`);
  const temporaryControl = join(folder, `~$${mark} control.tmp`);
  const bytes =
    template.format === 'xlsx' ? await writeWorkbookFile(file) : encodeText(fileText(file), template.encoding);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const control = controlSheet(file, {
    fileName: basename(path),
    sha256,
    bytes: bytes.length,
    templateName: request.templateName,
    writtenAt: workplace.now().toISOString(),
    writtenBy: workplace.user,
  });
  try {
    await refuseFolder(files, path);
    await files.writeText(temporary, bytes, true);
    const bytesBack = await readWhole(files, temporary);
    if (!bytesBack.equals(bytes)) throw diskFailed(path);
    const differences = await readBack(bytesBack, file);
    if (differences.count > 0) return refusedOutcome(differences);
    const controlBytes = Buffer.from(`\ufeff${control}`, 'utf8');
    await files.writeText(temporaryControl, controlBytes, true);
    if (!(await readWhole(files, temporaryControl)).equals(controlBytes)) throw diskFailed(path);
    await putBoth(files, { temporary, path, temporaryControl, controlPath, mark });
  } catch (error) {
    throw explain(error, path);
  } finally {
    for (const litter of [temporary, temporaryControl]) await files.remove(litter).catch(() => {});
  }
  return {
    faults: [],
    faultCount: 0,
    written: {
      fileName: basename(path),
      controlFileName: basename(controlPath),
      sha256,
      bytes: bytes.length,
      rows: file.context.totals.rows,
      amountCents: file.context.totals.amountCents,
    },
  };
}

async function readWhole(files: Files, path: string): Promise<Buffer> {
  const facts = await files.facts(path);
  return files.readStart(path, facts?.size ?? 0);
}

/** Takes the bytes apart by the template's layout and compares them with the budgets. */
async function readBack(bytes: Buffer, file: AllocationFile): Promise<FileFaults> {
  const { template } = file.context;
  if (template.format === 'xlsx') {
    const fields = await readWorkbookFields(bytes, file);
    return typeof fields === 'string' ? unreadable(fields) : compareReadBack(file, fields, WORKBOOK_COMPARISON);
  }
  const text = decodeBytes(bytes, template.encoding);
  if (text === null) return unreadable('its bytes are not of the encoding');
  const reading = readFields(text, template);
  return reading.ok ? compareReadBack(file, reading.records) : unreadable(reading.sentence);
}

function unreadable(reason: string): FileFaults {
  const faults = new FileFaults();
  faults.add(fileFault('read_back', `The file could not be read back: ${reason}. Nothing was written.`));
  return faults;
}

interface Places {
  readonly temporary: string;
  readonly path: string;
  readonly temporaryControl: string;
  readonly controlPath: string;
  readonly mark: string;
}

/** The control sheet first, so that no new file ever stands beside an old control sheet; it goes back if the file fails. */
async function putBoth(files: Files, { temporary, path, temporaryControl, controlPath, mark }: Places): Promise<void> {
  const kept = join(dirname(path), `~$${mark} old.tmp`);
  const hadControl = (await files.facts(controlPath)) !== null;
  if (hadControl) await files.copyToNew(controlPath, kept);
  try {
    await files.replace(temporaryControl, controlPath);
    try {
      await files.replace(temporary, path);
    } catch (error) {
      if (hadControl) await files.replace(kept, controlPath);
      else await files.remove(controlPath);
      throw error;
    }
  } finally {
    await files.remove(kept).catch(() => {});
  }
}

async function refuseFolder(files: Files, path: string): Promise<void> {
  const facts = await files.facts(path);
  if (facts?.isFolder !== true) return;
  throw new AllotError('export-target', `“${basename(path)}” is a folder; nothing was written. Choose another name.`);
}

function diskFailed(path: string): AllotError {
  return new AllotError(
    'disk-failed',
    `“${basename(path)}” was not written: the disk gave back something else than was written. A file that was there before is as it was; choose another folder.`,
  );
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'its folder does not exist',
  EACCES: 'you may not write there',
  EPERM: 'you may not write there, or another program has the file open',
  EBUSY: 'another program has the file open',
  EROFS: 'the disk is write-protected',
  ENOSPC: 'the disk is full',
  ENAMETOOLONG: 'the name is too long, or that of its control sheet',
};

function explain(error: unknown, path: string): unknown {
  const code = errorCode(error);
  if (error instanceof AllotError || code === '') return error;
  const reason = Object.hasOwn(REASONS, code) ? REASONS[code] : 'the disk failed';
  return new AllotError(
    'export-failed',
    `“${basename(path)}” was not written: ${reason}. A file that was there before is as it was. Choose another place or name.`,
    [String(error)],
  );
}
