import { describe, expect, it } from 'vitest';
import { optionChoices, readNumber, withChosen, writeOption } from '../../../src/renderer/session/optionChoices.ts';
import { createScenario } from '../../../src/shared/changes/scenarios.ts';
import { readSlideOptions, type SlideField } from '../../../src/shared/session/SlideField.ts';
import { SLIDE_KINDS } from '../../../src/shared/session/slideKinds.ts';
import { SLIDE_FIELDS } from '../../../src/shared/slides/slideFields.ts';
import { TestHost } from '../state/TestHost.ts';

const field = (type: SlideField['type'], more: Partial<SlideField> = {}): SlideField => ({
  key: 'key',
  label: 'Count',
  type,
  fallback: '',
  ...more,
});
const values = (document: ReturnType<TestHost['open']>, of: SlideField) =>
  optionChoices(document, of).map(({ value }) => value);

describe('what a slide lets one choose', () => {
  it('is what the document has, the empty choice first where there is one', () => {
    const document = new TestHost().open();
    expect(values(document, field('level', { emptyLabel: 'All levels' }))).toEqual(['', 'ES', 'HS']);
    expect(values(document, field('need'))).toEqual(['ALL', 'POV']);
    expect(values(document, field('source'))).toEqual(['GEN']);
    expect(values(document, field('school'))).toEqual(['A', 'B']);
    expect(values(document, field('axis'))).toContain('need:POV');
    expect(values(document, field('amount'))).toContain('source:GEN');
    expect(values(document, field('yearMeasure'))).toEqual([]);
    expect(values(document, field('baseline'))).toEqual(['none']);
  });

  it('holds other scenarios, and the years that have budgets', () => {
    const document = new TestHost().open();
    const made = createScenario(document.model, 1, 'Option B');
    if (typeof made === 'string') throw new Error(made);
    document.commit(made.change);
    document.showScenario(1);
    const measure = (name: string, kind: 'amount' | 'pupils' | 'outcome', position: number) => ({
      table: 'yearMeasure' as const,
      before: null,
      after: { measure: name, kind, unit: 'points', better: 'neither', position } as const,
    });
    const value = (year: string, of: string) => ({
      table: 'yearValue' as const,
      before: null,
      after: { year, school: 'A', measure: of, studentGroup: '', value: '10' },
    });
    document.commit({
      kind: 'years',
      label: 'Years',
      scenario: null,
      ops: [
        measure('Budget', 'amount', 0),
        measure('Pupils', 'pupils', 1),
        measure('Score', 'outcome', 2),
        value('2023-24', 'Budget'),
        value('2023-24', 'Pupils'),
        // A year of outcomes alone has no budgets to hold a slide against.
        value('2022-23', 'Score'),
      ],
    });
    expect(values(document, field('baseline'))).toEqual(['none', `scenario:${made.id}`, 'year:2023-24']);
    expect(values(document, field('yearMeasure'))).toEqual(['Budget', 'Pupils', 'Score']);
    expect(values(document, field('scenarios'))).toEqual(['1', String(made.id)]);
  });

  it('says what is no longer there, and never chooses another in its stead', () => {
    const choices = [{ value: 'need:POV', label: 'Poverty' }];
    expect(withChosen(choices, 'need:POV')).toBe(choices);
    // Nothing chosen is not the first of them chosen.
    expect(withChosen(choices, '')).toEqual([{ value: '', label: 'Choose…' }, ...choices]);
    const withEmpty = [{ value: '', label: 'All levels' }, ...choices];
    expect(withChosen(withEmpty, '')).toBe(withEmpty);
    expect(withChosen(choices, 'need:GONE').at(-1)).toEqual({ value: 'need:GONE', label: 'GONE (no longer there)' });
    expect(withChosen(choices, 'current').at(-1)?.label).toBe('Current budgets (none entered)');
  });
});

describe('an option that was chosen', () => {
  it('is read back, for every field of every kind, and the others stand as they stood', () => {
    for (const kind of SLIDE_KINDS) {
      const fields = SLIDE_FIELDS[kind];
      for (const one of fields) {
        const value =
          one.type === 'scenarios'
            ? ['2', '3']
            : one.type === 'yesNo'
              ? one.fallback !== true
              : one.type === 'number'
                ? (one.maximum ?? 3)
                : (one.choices?.at(-1)?.value ?? 'GONE');
        const before = readSlideOptions(fields, '{}');
        const after = readSlideOptions(fields, writeOption(fields, before, one.key, value));
        expect(after, `${kind} ${one.key}`).toEqual({ ...before, [one.key]: value });
      }
    }
  });

  it('is not written where the kind has it anyway', () => {
    const fields = [field('number', { fallback: 5 }), field('level', { key: 'level' })];
    expect(writeOption(fields, { key: 5, level: 'HS' }, 'level', '')).toBe('{}');
    expect(writeOption(fields, { key: 5, level: 'HS', foreign: 1 }, 'key', 8)).toBe('{"key":8,"level":"HS"}');
  });

  it('may be a number within its bounds only', () => {
    const count = field('number', { minimum: 1, maximum: 1_000 });
    expect(readNumber(count, ' 1,000 ')).toBe(1_000);
    expect(readNumber(count, '0')).toBe('Count is 1 at the least.');
    expect(readNumber(count, '1001')).toBe('Count is 1000 at the most.');
    expect(readNumber(count, '')).toBe('Count is a number.');
    expect(readNumber(field('number'), '−3')).toBe(-3);
  });
});
