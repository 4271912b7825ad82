import { pathToFileURL } from 'node:url';
import { Calculation } from '../src/shared/calc/Calculation.ts';
import { applyOps, setRow } from '../src/shared/changes/Change.ts';
import { createScenario } from '../src/shared/changes/scenarios.ts';
import { yearByYear } from '../src/shared/gradual/multiYear.ts';
import type { Model } from '../src/shared/model/Model.ts';
import { compareScenarios } from '../src/shared/scenarios/compareScenarios.ts';
import { groupByLevel, groupByNeed } from '../src/shared/scenarios/groupings.ts';
import { benchDistrict } from './calcDistrict.ts';
import { floorDistrict, SOLVED_PAYERS } from './calcFloors.ts';
import { median, milliseconds, printTable, type Table } from './Table.ts';

const SIZES = [100, 1500, 10_000] as const;
const EDITS: Readonly<Record<number, number>> = { 100: 201, 1500: 101, 10000: 31 };
const SIDE_BY_SIDE = 6;

/** One weight of one scenario, with every other scenario beside it: recalculated, compared, summed and grouped. */
function sideBySideEdit(model: Model, edits: number): { edit: number; create: number } {
  const ids = [1];
  const creations: number[] = [];
  while (ids.length < SIDE_BY_SIDE) {
    const start = performance.now();
    const made = createScenario(model, 1, `Plan ${ids.length + 1}`);
    if (typeof made === 'string') throw new Error(made);
    applyOps(model, made.change.ops);
    creations.push(performance.now() - start);
    ids.push(made.id);
  }
  const calculations = ids.map((id) => new Calculation(model, id));
  const groupings = [groupByLevel(calculations[0]!), groupByNeed(calculations[0]!, 'POV')];
  const times: number[] = [];
  for (let edit = 0; edit < edits; edit++) {
    const scenario = ids[1 + (edit % (SIDE_BY_SIDE - 1))]!;
    const weight = 3400 + ((edit * 13) % 997);
    const ops = setRow(model, 'weight', { scenario, weightSet: 'W00', level: 'ES', need: 'POV', weight });
    const start = performance.now();
    applyOps(model, ops);
    for (const calculation of calculations) calculation.apply(ops);
    const comparison = compareScenarios(calculations, 'total', 0, groupings);
    times.push(performance.now() - start);
    if (comparison.columns.length !== SIDE_BY_SIDE) throw new Error('a scenario is missing');
  }
  return { edit: median(times), create: median(creations) };
}

/** Ten years ahead along a path, as the window calculates them: all together, and the longest that it is kept busy at once. */
function yearsAhead(schools: number): { all: number; longest: number } {
  const model = floorDistrict(schools, { payer: 'gainers', solve: 'scaling' }, 'rates');
  const times: number[] = [];
  const years = yearByYear(model, 1, 10);
  for (let isDone = false; !isDone; ) {
    const start = performance.now();
    isDone = years.next().done === true;
    times.push(performance.now() - start);
  }
  return { all: times.reduce((sum, time) => sum + time, 0), longest: Math.max(...times) };
}

/** Six scenarios side by side while a weight of one of them is edited. */
export async function benchScenarios(): Promise<Table> {
  const measured = [false, true].map((isShared) =>
    SIZES.map((size) => sideBySideEdit(benchDistrict(size, isShared, 'rates', false), EDITS[size]!)),
  );
  const floors = SOLVED_PAYERS.map(([name, decision, rounding]) => [
    `the first with floors in all six, ${name}`,
    ...SIZES.map((size) =>
      milliseconds(sideBySideEdit(floorDistrict(size, decision, rounding), EDITS[size]! / 3).edit),
    ),
  ]);
  const years = SIZES.map(yearsAhead);
  return {
    title: `${SIDE_BY_SIDE} scenarios side by side, one weight of one of them edited (20 sources × 12 cells; median)`,
    columns: ['', ...SIZES.map((size) => `${size.toLocaleString('en-US')} schools`)],
    rows: [
      [
        'weight of one source, six columns with totals and two groupings',
        ...measured[0]!.map(({ edit }) => milliseconds(edit)),
      ],
      ['weight of all 20 sources, the same', ...measured[1]!.map(({ edit }) => milliseconds(edit))],
      ...floors,
      ['ten years ahead, with floors, in idle moments', ...years.map(({ all }) => milliseconds(all))],
      ['the longest of them at once', ...years.map(({ longest }) => milliseconds(longest))],
      ['a scenario made from another', ...measured[0]!.map(({ create }) => milliseconds(create))],
    ],
    notes: [
      'The aim of one edit is 20 ms at 1,500 schools; nothing in idle moments may block the window for 50 ms there.',
    ],
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.stdout.write(`${printTable(await benchScenarios())}\n`);
}
