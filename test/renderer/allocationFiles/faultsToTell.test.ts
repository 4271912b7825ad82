import { describe, expect, it } from 'vitest';
import { faultsToTell } from '../../../src/renderer/allocationFiles/faultsToTell.ts';
import { FileFaults, fileFault } from '../../../src/shared/allocationFile/FileFault.ts';

const found = (...kinds: readonly ('unmapped' | 'duplicate' | 'too_long')[]): FileFaults => {
  const faults = new FileFaults();
  for (const [at, kind] of kinds.entries()) faults.add(fileFault(kind, `fault ${at}`));
  return faults;
};

describe('the faults that are told', () => {
  it('leave duplicates out as long as accounts are not whole, and nothing else', () => {
    const told = faultsToTell(found('unmapped', 'duplicate', 'too_long', 'duplicate'));
    expect(told.faults.map(({ kind }) => kind)).toEqual(['unmapped', 'too_long']);
    expect(told.faultCount).toBe(2);
  });

  it('have every duplicate once accounts are whole', () => {
    expect(faultsToTell(found('duplicate', 'duplicate')).faultCount).toBe(2);
    expect(faultsToTell(found()).faultCount).toBe(0);
  });

  it('are never told to be none where something was found', () => {
    const many = found('unmapped', ...Array.from({ length: 1_500 }, () => 'duplicate' as const));
    expect(faultsToTell(many).faultCount).toBeGreaterThan(0);
  });
});
