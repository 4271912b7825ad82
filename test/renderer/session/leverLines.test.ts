import { describe, expect, it } from 'vitest';
import { findLevers } from '../../../src/renderer/session/findLevers.ts';
import { changeLimit, leverLine, limitText } from '../../../src/renderer/session/leverLines.ts';
import { applyOps } from '../../../src/shared/changes/Change.ts';
import { orderedLevers } from '../../../src/shared/changes/sessions.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import type { LeverRow } from '../../../src/shared/model/rows.ts';
import { sampleModelRows } from '../../../src/shared/sample/sampleModelRows.ts';
import { possibleLevers } from '../../../src/shared/whatIf/possibleLevers.ts';

const model = new Model(sampleModelRows());
const [poverty, , central, enrollment] = orderedLevers(model, 1) as [LeverRow, LeverRow, LeverRow, LeverRow];

describe('a lever in the list', () => {
  it('stands where the scenario has it, in the number’s own format', () => {
    expect(leverLine(model, 1, poverty)).toMatchObject({ label: 'Poverty weight, High', value: '0.2879', fault: null });
    expect(leverLine(model, 1, central)).toMatchObject({ value: '38%', fault: null, place: 0.5 });
    expect(leverLine(model, 1, enrollment)).toMatchObject({ label: 'Enrollment, High', value: '0%', place: 0.5 });
  });

  it('says that the scenario lies beyond its limits', () => {
    const narrow = { ...poverty, minimum: 3_000 };
    expect(leverLine(model, 1, narrow)).toMatchObject({
      fault: 'The scenario stands at 0.2879, beyond these limits.',
      place: 0,
    });
  });

  it('says that what it moves is gone', () => {
    const line = leverLine(model, 1, { ...central, source: 'GONE' });
    expect(line.value).toBeNull();
    expect(line.place).toBeNull();
    expect(line.fault).toMatch(/\.$/);
  });
});

describe('a limit', () => {
  const changed = (lever: LeverRow, limit: 'minimum' | 'maximum' | 'step', text: string) => {
    const change = changeLimit(model, lever, limit, text);
    if (typeof change === 'string') return change;
    const copy = model.derive({});
    applyOps(copy, change.ops);
    return copy.get('lever', lever.id)?.[limit];
  };

  it('is typed as the number is written, and reads back as what was typed', () => {
    expect(changed(poverty, 'maximum', '0.45')).toBe(4_500);
    expect(changed(central, 'minimum', '32.5%')).toBe(325_000);
    expect(changed(enrollment, 'minimum', '-5')).toBe(-50_000);
    for (const lever of [poverty, central, enrollment]) {
      for (const limit of ['minimum', 'maximum', 'step'] as const) {
        expect(changed(lever, limit, limitText(lever, limit)), `${lever.kind} ${limit}`).toBe(lever[limit]);
      }
    }
  });

  it('has no sign where it is a step', () => {
    expect(limitText(enrollment, 'step')).toBe('0.5%');
    expect(limitText(enrollment, 'maximum')).toBe('+10%');
  });

  it('that makes no slider is refused in a sentence', () => {
    expect(changed(poverty, 'minimum', '0.6')).toMatch(/upper limit/);
    expect(changed(poverty, 'step', '0')).toMatch(/step/);
    expect(changed(poverty, 'step', 'often')).toMatch(/\.$/);
    expect(changed(central, 'maximum', '120%')).toMatch(/100%/);
  });
});

describe('the search for levers', () => {
  const all = possibleLevers(model, 1);

  it('finds by every word typed, wherever it stands, and all where nothing is typed', () => {
    expect(findLevers(all, '  ')).toBe(all);
    const found = findLevers(all, 'high pov');
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(all.length);
    for (const { group, label } of found) {
      expect(`${group} ${label}`.toLowerCase()).toContain('pov');
      expect(`${group} ${label}`.toLowerCase()).toContain('high');
    }
    expect(findLevers(all, 'no such number')).toEqual([]);
  });
});
