import { describe, expect, it } from 'vitest';
import { EVERY } from '../../../src/renderer/accounts/accountLines.ts';
import { placeOfFault } from '../../../src/renderer/allocationFiles/placeOfFault.ts';
import { fileFault } from '../../../src/shared/allocationFile/FileFault.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { sampleModelRows } from '../../../src/shared/sample/sampleModelRows.ts';

const model = new Model(sampleModelRows());

describe('the way from a fault to where it is mended', () => {
  it('leads to the source that lacks a rule, or to the exception for a school and source', () => {
    expect(placeOfFault(model, fileFault('unmapped', '', { source: 'TITLE1', segment: 'resource' }))).toEqual({
      ...EVERY,
      source: 'TITLE1',
    });
    expect(
      placeOfFault(model, fileFault('unmapped', '', { source: 'TITLE1', school: '0113', segment: 'resource' })),
    ).toEqual({ ...EVERY, source: 'TITLE1', school: '0113' });
  });

  it('leads to the rule that gave a wrong value', () => {
    const about = { source: 'TITLE1', school: '0113', segment: 'fund', value: '01' };
    expect(placeOfFault(model, fileFault('too_long', '', about))).toEqual(EVERY);
    const site = { source: 'TITLE1', school: '0113', segment: 'site', value: '113' };
    expect(placeOfFault(model, fileFault('too_long', '', site))).toEqual({ ...EVERY, school: '0113' });
  });
});
