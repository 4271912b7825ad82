import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { leverLimitsFault, leverName, orderedLevers, orderedSlides } from '../../../src/shared/changes/sessions.ts';
import { Model, type ModelRows } from '../../../src/shared/model/Model.ts';
import { rowKey, TABLE_NAMES, TABLES } from '../../../src/shared/model/tables.ts';
import { LIMITS } from '../../../src/shared/model/units.ts';
import { sampleModelRows } from '../../../src/shared/sample/sampleModelRows.ts';
import { NEW_SCHOOL } from '../../../src/shared/sample/schoolNames.ts';
import { readSlideOptions } from '../../../src/shared/session/SlideField.ts';
import { isSlideKind } from '../../../src/shared/session/slideKinds.ts';
import { SLIDE_FIELDS } from '../../../src/shared/slides/slideFields.ts';
import { leverValue } from '../../../src/shared/whatIf/leverTargets.ts';

const rows: ModelRows = sampleModelRows();
const pupils = (need: string): number =>
  rows.enrollment.filter((row) => row.need === need).reduce((sum, row) => sum + row.count, 0) / 100;
const levelsOf = (school: string): number =>
  new Set(rows.enrollment.filter((row) => row.school === school).map((row) => row.level)).size;
const indexes = rows.measure.filter((row) => row.measure === 'opportunity_index').map((row) => Number(row.value));

describe('the sample district', () => {
  it('is the same at every call and hands out no shared rows', () => {
    const again = sampleModelRows();
    expect(JSON.stringify(again)).toBe(JSON.stringify(rows));
    expect(again.school[0]).not.toBe(rows.school[0]);
  });

  it('is the same byte for byte in a process of its own', () => {
    const module = new URL('../../../src/shared/sample/sampleModelRows.ts', import.meta.url).href;
    const program = `process.stdout.write(JSON.stringify((await import(${JSON.stringify(module)})).sampleModelRows()))`;
    const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
      encoding: 'utf8',
      maxBuffer: 16 * 1024 * 1024,
    });
    expect(printed).toBe(JSON.stringify(rows));
  });

  it('has 125 schools of every kind under codes with leading zeros', () => {
    expect(rows.school).toHaveLength(125);
    expect(new Set(rows.school.map((row) => row.name)).size).toBe(125);
    expect(rows.school.every((row) => /^0\d{3}$/.test(row.code))).toBe(true);
    const byLevels = rows.school.map((row) => levelsOf(row.code));
    expect(byLevels.filter((levels) => levels === 3)).toHaveLength(1);
    expect(byLevels.filter((levels) => levels === 2).length).toBeGreaterThan(5);
    const own = rows.school.filter((row) => row.level === 'ES').length;
    expect(own).toBeGreaterThan(62);
  });

  it('has the need index of the Partnership Fund', () => {
    expect(indexes).toHaveLength(125);
    expect(indexes.filter((index) => index >= 0.57)).toHaveLength(60);
    expect(indexes.filter((index) => index >= 0.35)).toHaveLength(102);
    expect(Math.min(...indexes)).toBe(0.01);
    expect(Math.max(...indexes)).toBe(0.99);
  });

  it('has about 61,000 pupils, 62 % of them poor, and never more of a need than pupils', () => {
    expect(pupils('ALL')).toBeGreaterThan(60_000);
    expect(pupils('ALL')).toBeLessThan(62_500);
    expect(pupils('POV') / pupils('ALL')).toBeGreaterThan(0.6);
    expect(pupils('POV') / pupils('ALL')).toBeLessThan(0.64);
    const all = new Map(
      rows.enrollment.filter((row) => row.need === 'ALL').map((row) => [`${row.school} ${row.level}`, row.count]),
    );
    for (const row of rows.enrollment) {
      expect(row.count).toBeLessThanOrEqual(all.get(`${row.school} ${row.level}`) ?? -1);
    }
    expect(rows.enrollment.some((row) => row.count % 100 !== 0)).toBe(true);
  });

  it('has one new school without a current budget', () => {
    const budgeted = new Set(rows.currentBudget.map((row) => row.school));
    const without = rows.school.filter((row) => !budgeted.has(row.code));
    expect(without.map((row) => row.name)).toEqual([NEW_SCHOOL]);
  });

  it('has twelve sources of every status, method and origin', () => {
    expect(rows.source).toHaveLength(12);
    expect(rows.decision).toHaveLength(12);
    expect(new Set(rows.decision.map((row) => row.status))).toEqual(new Set(['lock', 'unlock', 'grant']));
    expect(new Set(rows.decision.map((row) => row.method))).toEqual(
      new Set(['none', 'weights', 'shares', 'rates', 'proportional', 'per_school', 'table']),
    );
    expect(new Set(rows.source.map((row) => row.origin))).toEqual(new Set(['federal', 'state', 'local', 'private']));
    expect(rows.weightSet.map((row) => row.weightSet)).toEqual(['District weights', 'Title I weights']);
  });

  it('has one scenario and one version of each input', () => {
    expect(rows.scenario.map((row) => [row.id, row.name])).toEqual([[1, 'Current plan']]);
    expect(rows.inputVersion.map((row) => [row.id, row.kind])).toEqual([
      [1, 'enrollment'],
      [2, 'revenues'],
      [3, 'current'],
      [4, 'measures'],
    ]);
  });

  it('holds only whole units within the limits, unique keys, and references that lead somewhere', () => {
    for (const table of TABLE_NAMES) {
      const held = rows[table] as unknown as Record<string, unknown>[];
      const keys = held.map((row) => rowKey(table, row as never));
      expect(new Set(keys).size, table).toBe(keys.length);
      for (const column of TABLES[table].columns) {
        const { value: type, references } = column;
        for (const row of held) {
          const value = row[column.name];
          if (value === null) {
            expect(column.nullable, `${table}.${column.name}`).toBe(true);
            continue;
          }
          if (type.type === 'integer') {
            expect(Number.isSafeInteger(value), `${table}.${column.name} ${value}`).toBe(true);
            expect(value as number).toBeGreaterThanOrEqual(type.min);
            expect(value as number).toBeLessThanOrEqual(type.max);
          }
          if (type.type === 'decimal') expect(value).toMatch(/^(0|[1-9]\d*)(\.\d*[1-9])?$/);
          if (type.type === 'code') expect(String(value).length).toBeLessThanOrEqual(LIMITS.codeLength);
          if (references) {
            const targets = new Set(
              (rows[references] as unknown as Record<string, unknown>[]).map((target) =>
                rowKey(references, target as never),
              ),
            );
            expect(targets.has(String(value)), `${table}.${column.name} ${value}`).toBe(true);
          }
        }
      }
    }
  });
});

describe('the board session of the sample', () => {
  const model = new Model(rows);
  const session = rows.boardSession[0]?.id ?? 0;

  it('has eight slides with notes, and every option of theirs is one their kind has', () => {
    const slides = orderedSlides(model, session);
    expect(slides).toHaveLength(8);
    for (const { kind, options, notes } of slides) {
      expect(isSlideKind(kind), kind).toBe(true);
      if (!isSlideKind(kind)) continue;
      expect(notes.length, kind).toBeGreaterThan(20);
      expect(readSlideOptions(SLIDE_FIELDS[kind], options), kind).toMatchObject(JSON.parse(options));
    }
  });

  it('has four levers that move something, each within limits a slider can have', () => {
    const levers = orderedLevers(model, session);
    expect(levers.map(({ kind }) => kind)).toEqual(['weight', 'weight', 'central', 'enrollment']);
    for (const lever of levers) {
      const name = leverName(model, lever);
      const value = leverValue(model, 1, lever);
      expect(leverLimitsFault(lever), name).toBeNull();
      expect(value, name).toBeTypeOf('number');
      expect(value, name).toBeGreaterThan(lever.minimum);
      expect(value, name).toBeLessThan(lever.maximum);
    }
  });

  it('shows a school that is there', () => {
    const options = JSON.parse(rows.slide.find(({ kind }) => kind === 'school')?.options ?? '{}');
    expect(model.get('school', options.school)?.name).toBe('Jefferson High');
  });
});
