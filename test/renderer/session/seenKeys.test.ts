import { describe, expect, it } from 'vitest';
import { seenKeys, writeHidden } from '../../../src/renderer/session/seenKeys.ts';
import { unseenSentence } from '../../../src/renderer/session/unseenSentence.ts';
import { seeTogether } from '../../../src/shared/audience/SeenDistrict.ts';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { sampleModelRows } from '../../../src/shared/sample/sampleModelRows.ts';
import { readHidden, SEES_EVERYTHING } from '../../../src/shared/session/Audience.ts';
import { districtRows } from '../../fixtures/district.ts';

const model = new Model(sampleModelRows());

describe('what can be kept from being seen', () => {
  it('is every source, need and measure of the document, and the budgets beside them', () => {
    const keys = seenKeys(model).flatMap((group) => group.keys.map(({ key }) => key));
    expect(new Set(keys).size).toBe(keys.length);
    for (const { code } of model.table('source').values()) expect(keys).toContain(`source:${code}`);
    for (const { code } of model.table('need').values()) expect(keys).toContain(`need:${code}`);
    for (const key of ['current', 'topUps', 'central', 'measure:square_feet']) expect(keys).toContain(key);
    // A tag is no measure.
    expect(keys).not.toContain('measure:region');
  });

  it('offers nothing of what an empty document does not have', () => {
    const empty = new Model(districtRows({ levels: [], needs: [], schools: [], counts: [], sources: [] }));
    expect(seenKeys(empty).map(({ label }) => label)).toEqual(['Budgets']);
  });

  it('is kept as a list, and stays hidden while it is gone from the document', () => {
    const hidden = readHidden('["source:GONE","current"]');
    const shown = writeHidden(hidden, ['current'], true);
    expect([...readHidden(shown)]).toEqual(['source:GONE']);
    expect([...readHidden(writeHidden(readHidden(shown), ['need:EL', 'current'], false))]).toEqual([
      'current',
      'need:EL',
      'source:GONE',
    ]);
  });
});

describe('the sentence about who is not shown', () => {
  const calculation = new Calculation(model, 1);
  const sentence = (minimumPupils: number): string => {
    const [seen] = seeTogether([calculation], { ...SEES_EVERYTHING, minimumPupils });
    return seen ? unseenSentence(seen) : '';
  };

  it('says that all are shown, how many are not, or that none is', () => {
    expect(sentence(0)).toBe('All 125 schools are shown.');
    const unseen = seeTogether([calculation], { ...SEES_EVERYTHING, minimumPupils: 200 })[0]?.unseenCount ?? 0;
    expect(unseen).toBeGreaterThan(0);
    expect(sentence(200)).toContain(`(${unseen} schools)`);
    expect(sentence(100_000)).toMatch(/^No school is shown/);
  });

  it('says that there are none', () => {
    const empty = new Model(districtRows({ levels: ['ES'], needs: ['ALL'], schools: [], counts: [], sources: [] }));
    const [seen] = seeTogether([new Calculation(empty, 1)], { ...SEES_EVERYTHING, minimumPupils: 10 });
    expect(seen && unseenSentence(seen)).toBe('There are no schools yet.');
  });
});
