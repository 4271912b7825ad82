import { describe, expect, it } from 'vitest';
import { EVERY } from '../../../src/renderer/accounts/accountLines.ts';
import { missingAccounts, neededSegments, wrongLengths } from '../../../src/renderer/accounts/missingAccounts.ts';
import { AccountBook } from '../../../src/shared/allocationFile/AccountBook.ts';
import { parseTemplate } from '../../../src/shared/allocationFile/templateText.ts';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import { addSegment, removeAccountRules, setAccountRule } from '../../../src/shared/changes/accounts.ts';
import { applyOps, type Change } from '../../../src/shared/changes/Change.ts';
import { editTemplate } from '../../../src/shared/changes/templates.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { sampleModelRows } from '../../../src/shared/sample/sampleModelRows.ts';

const sample = () => {
  const model = new Model(sampleModelRows());
  const make = (change: Change | string): void => {
    if (typeof change === 'string') throw new Error(change);
    applyOps(model, change.ops);
  };
  return { model, make, look: () => missingAccounts(model, new Calculation(model, 1)) };
};

describe('accounts that are not whole', () => {
  it('are none in the sample', () => {
    const { lines, incomplete, posted } = sample().look();
    expect(lines).toEqual([]);
    expect(incomplete).toBe(0);
    expect(posted).toBeGreaterThan(500);
  });

  it('are told as one line where one rule mends them', () => {
    const { model, make, look } = sample();
    make(removeAccountRules(model, { ...EVERY, source: 'TITLE1' }));
    const { lines, incomplete } = look();
    expect(lines.map(({ segment, place }) => [segment, place.source, place.school])).toEqual([
      ['resource', 'TITLE1', ''],
    ]);
    expect(incomplete).toBe(lines[0]?.count);
    make(setAccountRule(model, { segment: 'resource', ...EVERY, source: 'TITLE1' }, '3010'));
    expect(look().lines).toEqual([]);
  });

  it('are told by school where a school lacks a segment throughout, and everywhere where nobody has it', () => {
    const { model, make, look } = sample();
    make(removeAccountRules(model, { ...EVERY, school: '0113' }));
    expect(look().lines.map(({ segment, place }) => [segment, place.source, place.school])).toEqual([
      ['site', '', '0113'],
    ]);
    make(removeAccountRules(model, EVERY));
    const everywhere = look().lines.filter(({ place }) => place === EVERY);
    expect(everywhere.map(({ segment }) => segment)).toEqual(['fund', 'project_year', 'goal', 'function']);
    // Instructional materials have an object of their own, so the others are told one by one.
    const objects = look().lines.filter(({ segment }) => segment === 'object');
    expect(objects.length).toBeGreaterThan(3);
    expect(objects.map(({ place }) => place.source)).not.toContain('BOOKS');
  });

  it('are exactly the postings for which the account book has no answer', () => {
    const { model, make, look } = sample();
    const { posted } = look();
    make(removeAccountRules(model, { ...EVERY, school: '0113' }));
    make(removeAccountRules(model, { ...EVERY, source: 'BOOKS' }));
    const book = new AccountBook(model);
    const calculation = new Calculation(model, 1);
    let expected = 0;
    for (const [index, { code: school }] of calculation.schools.entries()) {
      for (const { code: source, status, amounts } of calculation.results.sources) {
        if (status === 'lock' || (amounts[index] ?? 0) === 0) continue;
        const place = { ...EVERY, school, source };
        if (!book.valueOf('site', place) || !book.valueOf('resource', place)) expected++;
      }
    }
    expect(look().incomplete).toBe(expected);
    expect(look().posted).toBe(posted);
  });

  it('are whole where every level and need at which a school has pupils has a rule', () => {
    const { model, make, look } = sample();
    make(setAccountRule(model, { segment: 'function', ...EVERY }, null));
    for (const { code: need } of model.ordered('need')) {
      make(setAccountRule(model, { segment: 'function', ...EVERY, need }, '1000'));
    }
    expect(look().lines).toEqual([]);
    make(setAccountRule(model, { segment: 'function', ...EVERY, need: 'POV' }, null));
    expect(look().lines.length).toBeGreaterThan(0);
  });

  it('leave out segments that no template needs', () => {
    const { model, make, look } = sample();
    make(addSegment(model, { code: 'program', name: 'Program', length: 4 }));
    expect(neededSegments(model)).not.toContain('program');
    expect(look().lines).toEqual([]);
    const row = model.table('allocationTemplate').get('1');
    const reading = parseTemplate(row?.definition ?? '');
    if (!reading.ok) throw new Error(reading.sentence);
    make(editTemplate(model, 1, { ...reading.template, fundSegment: 'program' }, 'test'));
    expect(look().lines.map(({ segment }) => segment)).toEqual(['program']);
  });

  it('name values of the wrong length, counted as people count characters', () => {
    const { model, make } = sample();
    expect(wrongLengths(model)).toEqual([]);
    make(setAccountRule(model, { segment: 'fund', ...EVERY }, '100'));
    make(setAccountRule(model, { segment: 'fund', ...EVERY, source: 'BOOKS' }, '0é'));
    expect(wrongLengths(model).map(({ sentence }) => sentence)).toEqual(['"100" has 3 characters, but Fund has 2.']);
  });
});
