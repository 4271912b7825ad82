import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AccountBook, resolveAccount } from '../../../src/shared/allocationFile/AccountBook.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import type { AccountRuleRow } from '../../../src/shared/model/rows.ts';

const rule = (value: string, place: Partial<AccountRuleRow> = {}): AccountRuleRow => ({
  segment: 'fund',
  source: '',
  school: '',
  level: '',
  need: '',
  value,
  ...place,
});
const OAK = { source: 'T1', school: '0042', level: 'ES', need: 'POV' };
const fundOf = (rules: AccountRuleRow[], place = OAK): string | null =>
  new AccountBook(new Model({ accountRule: rules })).valueOf('fund', place);

describe('the account of a place', () => {
  it('is what the most particular rule says, leading zeros and all', () => {
    const every = rule('01');
    expect(fundOf([])).toBeNull();
    expect(fundOf([every])).toBe('01');
    expect(fundOf([every, rule('06', { source: 'T1' })])).toBe('06');
    expect(fundOf([every, rule('06', { source: 'T1' })], { ...OAK, source: 'GEN' })).toBe('01');
    expect(fundOf([rule('007', { source: 'T1', school: '0042' }), rule('06', { source: 'T1' })])).toBe('007');
    expect(fundOf([rule('9', OAK), rule('8', { ...OAK, need: '' })])).toBe('9');
  });

  it('goes by the school before the source, the need and the level where rules name equally many', () => {
    const ofOne = [
      rule('level', { level: 'ES' }),
      rule('need', { need: 'POV' }),
      rule('source', { source: 'T1' }),
      rule('school', { school: '0042' }),
    ];
    expect(fundOf(ofOne)).toBe('school');
    expect(fundOf(ofOne.slice(0, 3))).toBe('source');
    expect(fundOf(ofOne.slice(0, 2))).toBe('need');
    expect(fundOf([rule('a', { source: 'T1', level: 'ES' }), rule('b', { school: '0042' })])).toBe('a');
  });

  it('is told segment by segment in the order of the account, with the rule that gives it', () => {
    const fund = rule('01');
    const model = new Model({
      accountSegment: [
        { code: 'site', name: 'Site', length: 3, position: 1 },
        { code: 'fund', name: 'Fund', length: 2, position: 0 },
      ],
      accountRule: [fund],
    });
    expect(resolveAccount(model, OAK)).toEqual([
      { segment: 'fund', value: '01', rule: fund },
      { segment: 'site', value: null, rule: null },
    ]);
  });

  it('never depends on the order of the rules, and always names at least as much as any other that fits', () => {
    const part = (...codes: string[]) => fc.constantFrom('', ...codes);
    const place = fc.record({
      source: part('A', 'B'),
      school: part('1', '2'),
      level: part('E', 'H'),
      need: part('P', 'Q'),
    });
    const rules = fc.uniqueArray(place, { selector: (one) => Object.values(one).join('|'), maxLength: 30 });
    const named = (one: object): number => Object.values(one).filter((code) => code !== '').length;
    fc.assert(
      fc.property(rules, place, fc.integer({ min: 0, max: 1_000 }), (places, wanted, turn) => {
        const rows = places.map((one, at) => rule(String(at), one));
        const shuffled = rows.map((_, at) => rows[(at * 7 + turn) % rows.length] as AccountRuleRow);
        const unique = [...new Set(shuffled), ...rows.filter((row) => !shuffled.includes(row))];
        const found = fundOf(rows, wanted);
        expect(fundOf(unique, wanted)).toBe(found);
        const fitting = places.filter((one) =>
          (['source', 'school', 'level', 'need'] as const).every(
            (name) => one[name] === '' || one[name] === wanted[name],
          ),
        );
        if (fitting.length === 0) expect(found).toBeNull();
        else {
          const chosen = places[Number(found)];
          expect(fitting).toContain(chosen);
          expect(named(chosen as object)).toBe(Math.max(...fitting.map(named)));
        }
      }),
    );
  });
});
