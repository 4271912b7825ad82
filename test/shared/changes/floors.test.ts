import { describe, expect, it } from 'vitest';
import { applyOps, type Change, findConflict } from '../../../src/shared/changes/Change.ts';
import { removeCategory } from '../../../src/shared/changes/categories.ts';
import * as floors from '../../../src/shared/changes/floors.ts';
import { removeSchools } from '../../../src/shared/changes/schools.ts';
import { removeSource } from '../../../src/shared/changes/sources.ts';
import { findBrokenReference } from '../../../src/shared/model/checkReferences.ts';
import { checkRow } from '../../../src/shared/model/checkRow.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { smallDistrict } from '../../main/smallDistrict.ts';

/** Applies a change as main would, or fails the test. */
function apply(model: Model, change: Change | string): string {
  if (typeof change === 'string') throw new Error(change);
  expect(findConflict(model, change.ops)).toBeNull();
  for (const op of change.ops) expect(op.after && checkRow(op.table, op.after)).toBeNull();
  applyOps(model, change.ops);
  expect(findBrokenReference(model, change.ops)).toBeNull();
  return change.label;
}

describe('changes of floors', () => {
  it('read as a person meant them, and keep what they do not touch', () => {
    const model = new Model(smallDistrict());
    expect(apply(model, floors.setHoldHarmless(model, 1, 985_000))).toBe('Floors: hold harmless → 98.5%');
    expect(apply(model, floors.setFloorBasis(model, 1, 'per_pupil'))).toBe('Floors: basis → per pupil');
    expect(apply(model, floors.setUseMinimums(model, 1, true))).toBe('Floors: minimums on');
    expect(apply(model, floors.setPayer(model, 1, 'gainers'))).toBe('Floors: payer → Gainers');
    expect(model.get('floorDecision', 1)).toEqual({
      ...floors.defaultFloorDecision(1),
      ...{ holdHarmlessPercent: 985_000, basis: 'per_pupil', useMinimums: 'yes', payer: 'gainers', solve: 'scaling' },
    });
    expect(apply(model, floors.setScaling(model, 1, 14_740))).toBe('Floors: scaling → 0.01474');
    expect(model.get('floorDecision', 1)).toMatchObject({ scaling: 14_740, solve: null });
    apply(model, floors.setSolve(model, 1, 'cap'));
    expect(apply(model, floors.setCap(model, 1, 20_000))).toBe('Floors: cap → 2%');
    expect(model.get('floorDecision', 1)).toMatchObject({ capPercent: 20_000, solve: null });
    apply(model, floors.setPayer(model, 1, 'reserve'));
    expect(apply(model, floors.setReserveSource(model, 1, 'T1'))).toBe('Floors: reserve → Title I');
    expect(apply(model, floors.setPayingSource(model, 1, 'GEN', true))).toBe('Floors: General fund pays');
    expect(apply(model, floors.setExemption(model, 1, '7', 'closes'))).toBe('Floors: Roosevelt exempt');
    const perPupil = { kind: 'per_pupil', value: 4_000_500_000 } as const;
    expect(apply(model, floors.setLevelMinimum(model, 1, 'ES', perPupil))).toBe(
      'Minimum of Elementary → 4,000.50 per pupil',
    );
    const amount = { kind: 'amount', value: 123_456 } as const;
    expect(apply(model, floors.setSchoolMinimum(model, 1, '7', amount))).toBe('Minimum of Roosevelt → 1,234.56');
    expect(apply(model, floors.setSchoolMinimum(model, 1, '7', null))).toBe('Minimum of Roosevelt → none');
    expect(apply(model, floors.setExemption(model, 1, '7', null))).toBe('Floors: Roosevelt not exempt');
    expect(apply(model, floors.setPayingSource(model, 1, 'GEN', false))).toBe('Floors: General fund does not pay');
    expect(model.table('exemption').size + model.table('payingSource').size + model.table('schoolMinimum').size).toBe(
      0,
    );
  });

  it('go with the school, level or source they name', () => {
    const model = new Model(smallDistrict());
    apply(model, floors.setReserveSource(model, 1, 'T1'));
    apply(model, floors.setPayingSource(model, 1, 'T1', true));
    apply(model, floors.setExemption(model, 1, '7', ''));
    apply(model, floors.setSchoolMinimum(model, 1, '7', { kind: 'amount', value: 1 }));
    apply(model, floors.setLevelMinimum(model, 1, 'MS', { kind: 'amount', value: 1 }));
    apply(model, removeSource(model, 'T1'));
    expect(model.get('floorDecision', 1)?.reserveSource).toBeNull();
    apply(model, removeSchools(model, ['7']));
    apply(model, removeCategory(model, 'level', 'MS'));
    for (const table of ['payingSource', 'exemption', 'schoolMinimum', 'levelMinimum'] as const) {
      expect(model.table(table).size, table).toBe(0);
    }
  });
});
