import { describe, expect, it } from 'vitest';
import {
  exceptionLines,
  faceOf,
  lineKey,
  schoolLines,
  sourceLines,
} from '../../../src/renderer/accounts/accountLines.ts';
import { addSegment, setAccountRule } from '../../../src/shared/changes/accounts.ts';
import { applyOps } from '../../../src/shared/changes/Change.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { sampleModelRows } from '../../../src/shared/sample/sampleModelRows.ts';

const place = (fields: Partial<Record<'source' | 'school' | 'level' | 'need', string>>) => ({
  source: '',
  school: '',
  level: '',
  need: '',
  ...fields,
});

describe('the lines of accounts', () => {
  it('put a rule on the face that a person looks for it on', () => {
    expect(faceOf(place({}))).toBe('sources');
    expect(faceOf(place({ source: 'T1' }))).toBe('sources');
    expect(faceOf(place({ school: '0042' }))).toBe('schools');
    expect(faceOf(place({ source: 'T1', school: '0042' }))).toBe('exceptions');
    expect(faceOf(place({ need: 'SPED' }))).toBe('exceptions');
    expect(faceOf(place({ level: 'HS' }))).toBe('exceptions');
  });

  it('have keys of their own, also where a source is called like a school', () => {
    const places = [
      place({}),
      place({ source: 'A' }),
      place({ source: 'A', school: 'A' }),
      place({ school: 'A', need: 'A' }),
    ];
    expect(new Set(places.map(lineKey)).size).toBe(places.length);
    expect(lineKey(place({ school: 'A' }))).toBe('A');
  });

  it('list every source and school once, with the money that is of none behind them', () => {
    const model = new Model(sampleModelRows());
    const sources = sourceLines(model).map(({ source }) => source);
    expect(sources.slice(0, 2)).toEqual(['', 'PROP']);
    expect(sources.slice(-2)).toEqual(['top_up', 'deduction']);
    const schools = schoolLines(model).map(({ school }) => school);
    expect(schools).toHaveLength(model.table('school').size + 1);
    expect(schools.at(-1)).toBe('central');
    expect([...schools.slice(0, -1)].sort()).toEqual(schools.slice(0, -1));
  });

  it('list an exception once, however many segments it gives, as long as it gives one', () => {
    const model = new Model();
    const at = place({ source: 'T1', need: 'SPED' });
    for (const code of ['fund', 'goal']) applyOps(model, addSegment(model, { code, name: code, length: 0 }).ops);
    expect(exceptionLines(model)).toEqual([]);
    for (const segment of ['fund', 'goal']) applyOps(model, setAccountRule(model, { segment, ...at }, '0100').ops);
    expect(exceptionLines(model)).toHaveLength(1);
    applyOps(model, setAccountRule(model, { segment: 'fund', ...at }, null).ops);
    expect(exceptionLines(model)).toHaveLength(1);
    applyOps(model, setAccountRule(model, { segment: 'goal', ...at }, '').ops);
    expect(exceptionLines(model)).toEqual([]);
  });
});
