import { describe, expect, it } from 'vitest';
import { withNeed, withoutUse, withSecondUse, withTarget } from '../../../src/renderer/importAssistant/editMapping.ts';
import { offersOf } from '../../../src/renderer/importAssistant/offers.ts';
import { NEW_NEED, needCode } from '../../../src/renderer/importAssistant/targetChoices.ts';
import type { RawTable } from '../../../src/shared/assistant/RawTable.ts';
import { suggestMapping } from '../../../src/shared/assistant/suggestMapping.ts';
import { emptyModelRows } from '../../../src/shared/model/emptyModel.ts';
import { Model } from '../../../src/shared/model/Model.ts';

const model = new Model(emptyModelRows('Sample'));
const table = (...rows: string[][]): RawTable => ({
  sheet: 'file',
  rows: rows.map((cells, at) => ({ number: at + 1, cells })),
});
const FILE = table(
  ['School ID', 'School', 'Band', 'Newcomers', 'Budget'],
  ['101.0', 'Oak', 'K-5', '12', '100.005'],
  ['102.0', 'Elm', '6-8', '14', '200.50'],
  ['103.0', 'Fir', '9-12', '16', '300.25'],
);
const suggestion = suggestMapping(FILE, model);
const { mapping, profiles } = suggestion;
const at = (header: string): number => mapping.columns.findIndex((column) => column.header === header);

describe('deciding what a column is', () => {
  it('brings the words of a column that becomes the level', () => {
    const ignored = withTarget(mapping, at('Band'), 'ignore', model, profiles);
    const level = withTarget({ ...ignored, levels: [] }, at('Band'), 'level', model, profiles);
    expect(new Map(level.levels)).toEqual(
      new Map([
        ['K-5', 'ES'],
        ['6-8', 'MS'],
        ['9-12', 'HS'],
      ]),
    );
  });

  it('makes a new need with a code of its own, renames it everywhere, and drops it when nothing counts it', () => {
    const counted = withTarget(mapping, at('Newcomers'), NEW_NEED, model, profiles);
    expect(counted.newNeeds).toEqual([{ code: 'NEWCOMERS', name: 'Newcomers' }]);
    const renamed = withNeed(counted, 'NEWCOMERS', { code: 'NEW', name: 'Newcomers' });
    expect(renamed.columns[at('Newcomers')]?.target).toEqual({ kind: 'count', need: 'NEW', level: null });
    expect(withTarget(renamed, at('Newcomers'), 'measure', model, profiles).newNeeds).toEqual([]);
    expect(needCode('low_income_sy2425', new Set(['LOW_INCOME_S']))).toBe('LOW_INCOME_S2');
  });

  it('uses a column twice and takes the second use back', () => {
    const second = withSecondUse(mapping, at('Newcomers'));
    expect(second.columns.filter(({ header }) => header === 'Newcomers')).toHaveLength(2);
    expect(withoutUse(second, at('Newcomers') + 1).columns).toEqual(mapping.columns);
  });
});

describe('repairs', () => {
  it('are offered for what the columns are now, and change nothing before they are agreed to', () => {
    const offers = offersOf(mapping, suggestion, model);
    expect(offers.map(({ header }) => header).sort()).toEqual(['Budget', 'School ID']);
    expect(offers.every(({ isAgreed }) => !isAgreed)).toBe(true);
    const agreed = offers.reduce((held, offer) => offer.agree(held), mapping);
    expect(agreed.columns[at('School ID')]?.repairs.dropPointZero).toBe(true);
    expect(agreed.columns[at('Budget')]?.repairs.round).toBe(true);
    const again = offersOf(agreed, suggestion, model);
    expect(again.every(({ isAgreed }) => isAgreed)).toBe(true);
    expect(again.reduce((held, offer) => offer.takeBack(held), agreed)).toEqual(mapping);
  });

  it('go with the column: an amount that becomes a tag is no longer rounded', () => {
    const tagged = withTarget(mapping, at('Budget'), 'tag', model, profiles);
    expect(offersOf(tagged, suggestion, model).map(({ header }) => header)).toEqual(['School ID']);
  });
});
