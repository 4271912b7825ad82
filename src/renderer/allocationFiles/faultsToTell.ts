import { type FileFault, type FileFaults, MOST_FAULTS } from '../../shared/allocationFile/FileFault.ts';

/**
 * The faults a person can do something about now. Rows that lack a part of their account look alike; which of them
 * really are can only be told once the accounts are whole, so until then duplicates are left out. The file is stopped
 * by what is missing in any case.
 */
export function faultsToTell(found: FileFaults): {
  readonly faults: readonly FileFault[];
  readonly faultCount: number;
} {
  const { list, count } = found;
  if (!list.some(({ kind }) => kind === 'unmapped')) return { faults: list, faultCount: count };
  const faults = list.filter(({ kind }) => kind !== 'duplicate');
  return { faults, faultCount: list.length < MOST_FAULTS ? faults.length : count };
}
