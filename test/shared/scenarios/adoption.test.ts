import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import { applyOps, type Change } from '../../../src/shared/changes/Change.ts';
import { addCategory } from '../../../src/shared/changes/categories.ts';
import { setCount } from '../../../src/shared/changes/enrollment.ts';
import { addSchool, renameSchool } from '../../../src/shared/changes/schools.ts';
import { addSource } from '../../../src/shared/changes/sources.ts';
import { Model, type RowOp } from '../../../src/shared/model/Model.ts';
import { inputsText, resultsText } from '../../../src/shared/scenarios/adoptionText.ts';
import { schoolsKnown } from '../../../src/shared/scenarios/partsOf.ts';
import { spareOthers } from '../../../src/shared/versions/spareOthers.ts';
import { arbitraryFloorRows } from '../../fixtures/arbitraryFloors.ts';
import { Random } from '../../fixtures/random.ts';
import { addScenario } from '../../fixtures/scenarios.ts';

it('what is adopted rests as it is while the district grows and drafts go on, floors and formulas included', () => {
  fc.assert(
    fc.property(arbitraryFloorRows({ maxSchools: 12 }), fc.integer(), (rows, seed) => {
      const random = new Random(seed);
      const model = new Model(rows);
      const before = model.get('scenario', 1)!;
      // A school that only a formula pays cannot be adopted; main refuses it with a sentence.
      const known = schoolsKnown(model, before);
      fc.pre([...model.table('school').keys()].every((code) => known.has(code)));
      const draft = addScenario(model, 1, 'Next year');
      model.put({ table: 'scenario', before, after: { ...before, status: 'adopted' } });
      const adopted = new Calculation(model, 1);
      const text = (of: Calculation): string => `${inputsText(model, model.get('scenario', 1)!)}\n${resultsText(of)}`;
      const held = text(adopted);
      const version = (): number => model.get('scenario', draft)!.enrollmentVersion;
      const level = (): string => random.pick([...model.table('level').keys()]);
      const make: readonly ((at: number) => Change)[] = [
        (at) => addSchool(model, { code: `NEW${at}`, name: 'New', level: level() }),
        (at) => {
          const source = {
            code: `NEW-S${at}`,
            name: 'New',
            origin: 'state',
            restriction: 'restricted',
            position: 99,
          } as const;
          return addSource(model, source, 1_000_00, draft);
        },
        (at) => addCategory(model, random.pick(['level', 'need']), `C${at}`, 'New'),
        () => renameSchool(model, random.pick([...known]), 'Another name'),
        () => {
          const need = random.pick([...model.table('need').keys()]);
          const school = random.pick([...model.table('school').keys()]);
          return setCount(model, version(), school, level(), need, random.whole(1, 99_999));
        },
      ];
      for (let at = 0; at < 8; at++) {
        const change = random.pick(make)(at);
        const { ops } = spareOthers(model, draft, change, { at: '', by: '' }).change;
        applyOps(model, ops as RowOp[]);
        adopted.apply(ops);
        expect(text(adopted)).toBe(held);
        expect(adopted.digest()).toBe(new Calculation(model, 1).digest());
      }
    }),
    { numRuns: 80 },
  );
});
