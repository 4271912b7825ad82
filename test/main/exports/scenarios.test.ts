import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeWorkbook } from '../../../src/main/exports/describeWorkbook.ts';
import type { WorkbookDescription } from '../../../src/main/exports/WorkbookDescription.ts';
import { writeCsvSheets } from '../../../src/main/exports/writeCsvSheets.ts';
import { writeWorkbook } from '../../../src/main/exports/writeWorkbook.ts';
import { READ_LIMITS } from '../../../src/main/imports/limits.ts';
import type { Sheet } from '../../../src/main/imports/Sheet.ts';
import { readXlsx } from '../../../src/main/imports/xlsx/readXlsx.ts';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import { applyOps, invertOps } from '../../../src/shared/changes/Change.ts';
import { scenariosInOrder } from '../../../src/shared/changes/scenarios.ts';
import { addWeightSet, removeWeightSet } from '../../../src/shared/changes/weights.ts';
import { findBrokenReference } from '../../../src/shared/model/checkReferences.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { DECISION_TABLES } from '../../../src/shared/model/scenarioTables.ts';
import { versionForEdit } from '../../../src/shared/versions/versionForEdit.ts';
import { randomEdit } from '../../fixtures/arbitraryEdit.ts';
import { arbitraryRows } from '../../fixtures/arbitraryModel.ts';
import { Random } from '../../fixtures/random.ts';
import { addScenario, fullDistrict, inScenario, made, onlyScenario } from '../../fixtures/scenarios.ts';
import { emptyModel, importInto, sheetsOf } from '../imports/workbooks.ts';

const throughCsv = async (workbook: WorkbookDescription): Promise<Sheet[]> =>
  sheetsOf(
    Object.fromEntries(
      writeCsvSheets(workbook).map(({ name, content }) => [name.replace('.csv', ''), content.toString('utf8')]),
    ),
  );
const throughXlsx = async (workbook: WorkbookDescription): Promise<Sheet[]> =>
  readXlsx(await writeWorkbook(workbook), READ_LIMITS);

const byName = (model: Model): [string, string][] =>
  scenariosInOrder(model).map(({ id, name }) => [name, new Calculation(model, id).digest()]);

/** Gives a scenario its own copy of an input, so that editing it moves no other. */
function ownInput(model: Model, id: number, kind: 'revenues' | 'enrollment' | 'current' | 'measures'): number {
  const scenario = model.get('scenario', id)!;
  // A version is copied for an edit once somebody else has adopted it.
  const adopted = { ...scenario, id: 99, status: 'adopted' as const };
  model.put({ table: 'scenario', before: null, after: adopted });
  const { ops, version } = versionForEdit(model, scenario, kind, { at: '', by: '' });
  applyOps(model, ops);
  model.put({ table: 'scenario', before: adopted, after: null });
  return version;
}

function editInputs(model: Model, id: number, random: Random): void {
  if (random.chance(0.5)) {
    const version = ownInput(model, id, 'revenues');
    for (const row of [...model.table('revenue').values()].filter((each) => each.version === version)) {
      if (random.chance(0.5)) {
        model.put({ table: 'revenue', before: row, after: { ...row, amountCents: random.whole(0, 99_999_999) } });
      }
    }
  }
  if (random.chance(0.4)) {
    const version = ownInput(model, id, 'enrollment');
    for (const row of [...model.table('enrollment').values()].filter((each) => each.version === version)) {
      if (random.chance(0.2)) {
        const after = random.chance(0.3) ? null : { ...row, count: random.whole(0, 99_999) };
        model.put({ table: 'enrollment', before: row, after });
      }
    }
  }
  if (random.chance(0.4)) {
    const version = ownInput(model, id, 'current');
    for (const row of [...model.table('currentBudget').values()].filter((each) => each.version === version)) {
      const after = random.chance(0.3) ? null : { ...row, pupils: random.pick([null, 1_250]), amountCents: -5 };
      if (random.chance(0.4)) model.put({ table: 'currentBudget', before: row, after });
    }
  }
  if (random.chance(0.4)) {
    const version = ownInput(model, id, 'measures');
    for (const row of [...model.table('measure').values()].filter((each) => each.version === version)) {
      if (random.chance(0.4)) model.put({ table: 'measure', before: row, after: { ...row, value: '0.5' } });
    }
  }
}

function editDecisions(model: Model, id: number, random: Random): void {
  for (let edit = random.whole(0, 10); edit > 0; edit--) {
    const ops = inScenario(randomEdit(onlyScenario(model, id), random), id);
    if (!ops.every(({ table }) => (DECISION_TABLES as readonly string[]).includes(table))) continue;
    applyOps(model, ops);
    // The weight may be of a set that this scenario no longer has.
    if (findBrokenReference(model, ops)) applyOps(model, invertOps(ops));
  }
  if (random.chance(0.3)) applyOps(model, made(addWeightSet(model, id, `A/B \\ ${id}`, random.pick([null, 'W0']))).ops);
  const removal = random.chance(0.3) ? removeWeightSet(model, id, 'W1') : '';
  if (typeof removal !== 'string') applyOps(model, removal.ops);
}

describe.each([
  ['a folder of CSV', throughCsv, 60],
  ['.xlsx', throughXlsx, 25],
] as const)('export to %s and import into a new model', (_, through, numRuns) => {
  async function checkRoundTrip(model: Model, exported = 1): Promise<void> {
    const workbook = describeWorkbook(model, exported);
    const copy = importInto(emptyModel(), await through(workbook));
    // What was exported comes first; the others follow in the order of their tabs.
    const isExported = ([name]: [string, string]): boolean => name === model.get('scenario', exported)!.name;
    const all = byName(model);
    const told = [...all.filter(isExported), ...all.filter((each) => !isExported(each))];
    expect(byName(copy)).toEqual(told);
    expect(describeWorkbook(copy, 1)).toEqual(workbook);
    // Importing it once more over itself makes every scenario again and nothing else.
    importInto(copy, await through(workbook));
    expect(byName(copy)).toEqual(told);
  }

  it('gives the same budgets in every scenario, whatever each decides and supposes', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryRows({ valid: true, maxSchools: 12 }), fc.integer(), async (rows, seed) => {
        const random = new Random(seed);
        const model = new Model(rows);
        const ids = [1, addScenario(model, 1, 'As it is')];
        const exported = random.pick(ids);
        for (const name of ['=Plan "B"', 'Plan C, with 3 %', "'d"]) {
          const id = addScenario(model, random.pick(ids), name);
          ids.push(id);
          editDecisions(model, id, random);
          editInputs(model, id, random);
        }
        for (const [position, id] of ids.entries()) {
          const row = model.get('scenario', id)!;
          model.put({ table: 'scenario', before: row, after: { ...row, position } });
        }
        await checkRoundTrip(model, exported);
      }),
      { numRuns },
    );
  });

  it('keeps one row of everything a scenario can decide, in the first and in a further one', async () => {
    const model = new Model(fullDistrict());
    const id = addScenario(model, 1, 'Everything gone');
    for (const table of DECISION_TABLES.toReversed()) {
      if (table === 'decision' || table === 'weightSet') continue;
      for (const row of [...model.table(table).values()]) {
        if (row.scenario === id) model.put({ table, before: row, after: null } as never);
      }
    }
    await checkRoundTrip(model);
    await checkRoundTrip(new Model(fullDistrict()));
  });
});

describe('the sheet scenarios', () => {
  it('is not there for one scenario of which the other sheets say all', () => {
    const model = new Model({
      ...fullDistrict(),
      shock: [],
      goalWeight: [],
      pathShare: [],
      revenueTrigger: [],
      growth: [],
    });
    expect(describeWorkbook(model, 1).map(({ name }) => name)).not.toContain('scenarios');
  });

  it('says only what differs, in the keys that are documented', () => {
    const model = new Model({ ...fullDistrict(), goalWeight: [], pathShare: [], revenueTrigger: [], growth: [] });
    const id = addScenario(model, 1, 'Plan B');
    const weight = model.get('weight', id, 'District weights', 'HS', 'POV')!;
    model.put({ table: 'weight', before: weight, after: { ...weight, weight: 3_400 } });
    const decision = model.get('decision', id, 'GEN')!;
    const central = { centralKind: 'amount', centralValue: 123_450 } as const;
    model.put({ table: 'decision', before: decision, after: { ...decision, ...central } });
    const sheet = describeWorkbook(model, 1).find(({ name }) => name === 'scenarios')!;
    expect(sheet.rows.map((row) => row.join(' | '))).toEqual([
      'Current plan |  |  |  |  | ',
      'Current plan |  | shocks | enrollment/HS/ | percent | -3',
      'Plan B | Current plan |  |  |  | ',
      'Plan B | Current plan | revenues | GEN | central_amount | 1234.50',
      'Plan B | Current plan | weights | District weights/HS/POV | weight | 0.34',
    ]);
  });
});
