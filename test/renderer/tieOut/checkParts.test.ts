import { describe, expect, it } from 'vitest';
import { checkParts } from '../../../src/renderer/tieOut/checkParts.ts';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { sampleModelRows } from '../../../src/shared/sample/sampleModelRows.ts';

const name = (index: number): string => `School ${index}`;
const calculate = (): Calculation => new Calculation(new Model(sampleModelRows()), 1);

describe('the parts of each school, added up once more (I2)', () => {
  it('hold for the sample district', () => {
    const checks = checkParts(calculate().results, name);
    expect(checks.filter((check) => !check.holds)).toEqual([]);
    expect(checks).toHaveLength(6);
  });

  it.each(['formula', 'grants', 'locked', 'total', 'restricted'] as const)('notice one cent in %s', (column) => {
    const { results } = calculate();
    results[column][7] = (results[column][7] ?? 0) + 1;
    const failed = checkParts(results, name).filter((check) => !check.holds);
    expect(failed.length).toBeGreaterThan(0);
    expect(failed.some((check) => check.detail.startsWith('School 7:'))).toBe(true);
  });

  it('notice a source that pays a cent nobody got', () => {
    const { results } = calculate();
    const first = results.sources[0];
    if (!first) throw new Error('The sample has sources.');
    const sources = [{ ...first, schoolsCents: first.schoolsCents + 1 }, ...results.sources.slice(1)];
    const failed = checkParts({ ...results, sources }, name).filter((check) => !check.holds);
    expect(failed.map((check) => check.label)).toEqual(['All schools = what sources pay']);
  });
});
