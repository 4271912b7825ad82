import { quoted } from '../text/quoted.ts';
import type { AllocationFile } from './AllocationFile.ts';
import { type AllocationEntry, schoolCode, sourceCode } from './allocationEntries.ts';
import { characterCount } from './characters.ts';
import { type FileFaults, fileFault } from './FileFault.ts';
import { placeWords } from './placeWords.ts';

/**
 * Accounts: every segment that a column needs must have a value for every piece of money, and every value its length.
 * What is missing is told for a whole source or school where it is missing everywhere there, otherwise one by one.
 */
export function checkSegments(file: AllocationFile, faults: FileFaults): void {
  const { rows, context } = file;
  const { model, template, calculation } = context;
  const needed = neededSegments(file);
  for (const [at, code] of rows.segments.entries()) {
    const segment = model.table('accountSegment').get(code);
    if (!segment) continue;
    const missing: AllocationEntry[] = [];
    const present: AllocationEntry[] = [];
    const values = new Map<string, AllocationEntry>();
    for (const [row, entry] of rows.entries.entries()) {
      if (entry.cents === 0 && !template.zeroRows) continue;
      const value = rows.accounts[row]![at] ?? null;
      (value === null ? missing : present).push(entry);
      if (value !== null && !values.has(value)) values.set(value, entry);
    }
    if (needed.has(code)) tellMissing(file, faults, code, segment.name, missing, present);
    for (const [value, entry] of values) {
      const school = schoolCode(calculation, entry.school);
      const source = sourceCode(calculation, entry.source);
      const about = { school, source, segment: code, value };
      const where = placeWords(calculation, school, source);
      if (value.trim() === '') {
        if (needed.has(code)) faults.add(fileFault('blank', `${where}: ${segment.name} is blank.`, about));
        continue;
      }
      const length = characterCount(value);
      if (segment.length === 0 || length === segment.length) continue;
      const kind = length > segment.length ? 'too_long' : 'too_short';
      const have = `${length} ${length === 1 ? 'character' : 'characters'}`;
      const reason = `${where}: ${segment.name} ${quoted(value)} has ${have}, but the segment has ${segment.length}.`;
      faults.add(fileFault(kind, reason, about));
    }
  }
}

function neededSegments({ context: { template } }: AllocationFile): Set<string> {
  const needed = new Set<string>();
  for (const { value, required } of template.detail.columns) {
    if (value.kind === 'segment' && required) needed.add(value.segment);
    if (value.kind === 'account') for (const code of value.segments) needed.add(code);
  }
  if (template.fundSegment !== '') needed.add(template.fundSegment);
  return needed;
}

function tellMissing(
  { context: { calculation } }: AllocationFile,
  faults: FileFaults,
  segment: string,
  name: string,
  missing: readonly AllocationEntry[],
  present: readonly AllocationEntry[],
): void {
  if (missing.length === 0) return;
  if (present.length === 0) {
    faults.add(fileFault('unmapped', `No account rule gives ${name} a value. Add one under Accounts.`, { segment }));
    return;
  }
  const sourcesPresent = new Set(present.map((entry) => entry.source));
  const schoolsPresent = new Set(present.map((entry) => entry.school));
  for (const entry of missing) {
    const isWholeSource = !sourcesPresent.has(entry.source);
    const isWholeSchool = !isWholeSource && !schoolsPresent.has(entry.school);
    const school = isWholeSource ? '' : schoolCode(calculation, entry.school);
    const source = isWholeSchool ? '' : sourceCode(calculation, entry.source);
    const reason = `${placeWords(calculation, school, source)}: no account rule gives ${name} a value. Add one under Accounts.`;
    faults.add(fileFault('unmapped', reason, { school, source, segment }));
  }
}
