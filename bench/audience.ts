import { pathToFileURL } from 'node:url';
import { type SeenDistrict, seeTogether } from '../src/shared/audience/SeenDistrict.ts';
import { Calculation } from '../src/shared/calc/Calculation.ts';
import { applyOps, setRow } from '../src/shared/changes/Change.ts';
import { equityBoard } from '../src/shared/equity/equityBoard.ts';
import type { Model, RowOp } from '../src/shared/model/Model.ts';
import type { Audience } from '../src/shared/session/Audience.ts';
import { benchDistrict } from './calcDistrict.ts';
import { median, milliseconds, printTable, type Table } from './Table.ts';

const SIZES = [100, 1500, 10_000] as const;
const EDITS: Readonly<Record<number, number>> = { 100: 101, 1500: 61, 10000: 21 };

/** Schools of the benchmark have 240 pupils and more: at 1,000 a part of them is small. */
const PUBLIC: Audience = {
  minimumPupils: 1_000,
  schoolNames: 'anonymous',
  scenarioNames: 'masked',
  hidden: new Set(),
  nameSeed: 1,
};

type Part = 'weight' | 'count' | 'enrollment' | 'schools' | 'together' | 'board';

function audienceEdits(schools: number): ReadonlyMap<Part, number> {
  const model = benchDistrict(schools, true, 'rates', false);
  // The what-if, the scenario it began from, and one beside it.
  const whatIf = model.derive({});
  const calculations = [new Calculation(whatIf, 1), new Calculation(model, 1), new Calculation(model, 1)];
  const [seen] = seeTogether(calculations, PUBLIC) as [SeenDistrict, ...SeenDistrict[]];
  const move = (ops: readonly RowOp[]): void => {
    applyOps(whatIf, ops);
    calculations[0]!.apply(ops);
  };
  const weight = (edit: number): readonly RowOp[] =>
    setRow(whatIf, 'weight', {
      scenario: 1,
      weightSet: 'W00',
      level: 'ES',
      need: 'POV',
      weight: 3400 + ((edit * 13) % 997),
    });
  const parts: readonly (readonly [Part, (edit: number) => readonly RowOp[], () => unknown])[] = [
    ['weight', weight, () => seen.isSeen(0)],
    ['count', (edit) => firstCount(whatIf, edit), () => seen.isSeen(0)],
    ['enrollment', (edit) => shock(whatIf, edit), () => seen.isSeen(0)],
    [
      'schools',
      weight,
      () => calculations[0]!.schools.map((_, at) => seen.isSeen(at) && seen.name(at) + seen.code(at)),
    ],
    ['together', weight, () => seeTogether(calculations, PUBLIC)[0]!.equityData()],
    ['board', weight, () => board(seen)],
  ];
  return new Map(
    parts.map(([part, ops, look]) => {
      const times: number[] = [];
      for (let edit = 0; edit < EDITS[schools]!; edit++) {
        move(ops(edit));
        const start = performance.now();
        look();
        times.push(performance.now() - start);
      }
      return [part, median(times)] as const;
    }),
  );
}

function firstCount(model: Model, edit: number): readonly RowOp[] {
  return setRow(model, 'enrollment', {
    version: 1,
    school: '000000',
    level: 'ES',
    need: 'ALL',
    count: 2_000 + 100 * (edit % 7),
  });
}

const shock = (model: Model, edit: number): readonly RowOp[] =>
  setRow(model, 'shock', {
    scenario: 1,
    kind: 'enrollment',
    level: '',
    need: '',
    source: '',
    percent: -10_000 * (edit % 20),
  });

const board = (seen: SeenDistrict): unknown =>
  equityBoard(seen.equityData(), {
    amount: 'total',
    need: 'need:POV',
    weighting: 'pupils',
    groups: 10,
    stack: 'source',
    levels: true,
    logSize: true,
    baseline: { data: seen.equityData(), amount: 'current', name: 'current budgets' },
  });

const LABELS: Readonly<Record<Part, string>> = {
  weight: 'a weight moved',
  count: 'a count of pupils moved',
  enrollment: 'enrollment of all moved',
  schools: 'a weight moved, and every school asked for and named',
  together: 'three calculations seen together for the first time',
  board: 'a weight moved, and the whole board as it is seen',
};

/** What an audience sees of three calculations shown together, after a lever of the what-if has moved. */
export async function benchAudience(): Promise<Table> {
  const measured = SIZES.map(audienceEdits);
  return {
    title: 'What an audience sees of three calculations, schools anonymous and small ones hidden (median)',
    columns: ['', ...SIZES.map((size) => `${size.toLocaleString('en-US')} schools`)],
    rows: (Object.keys(LABELS) as Part[]).map((part) => [
      LABELS[part],
      ...measured.map((times) => milliseconds(times.get(part)!)),
    ]),
    notes: ['Beside the recalculation, which is measured in `calc`. A frame is 16.7 ms.'],
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.stdout.write(`${printTable(await benchAudience())}\n`);
}
