import { pathToFileURL } from 'node:url';
import { Calculation } from '../src/shared/calc/Calculation.ts';
import { applyOps, setRow } from '../src/shared/changes/Change.ts';
import { type EquityData, equityData } from '../src/shared/equity/EquityData.ts';
import { type BoardOptions, equityBoard } from '../src/shared/equity/equityBoard.ts';
import { type Baseline, equityMeasures } from '../src/shared/equity/equityMeasures.ts';
import { ghostArrows } from '../src/shared/equity/ghostArrows.ts';
import { highNeed } from '../src/shared/equity/highNeed.ts';
import { needAndSpending } from '../src/shared/equity/needAndSpending.ts';
import { needGroups } from '../src/shared/equity/needGroups.ts';
import { answerQuestions } from '../src/shared/equity/questions.ts';
import { regression } from '../src/shared/equity/regression.ts';
import { percentText } from '../src/shared/equity/words.ts';
import { printPaint } from '../src/shared/pictures/inks.ts';
import { needGroupsPicture } from '../src/shared/pictures/needGroupsPicture.ts';
import type { Picture } from '../src/shared/pictures/Picture.ts';
import { scatterPicture } from '../src/shared/pictures/scatterPicture.ts';
import { svgNodes } from '../src/shared/pictures/svgNodes.ts';
import { benchDistrict } from './calcDistrict.ts';
import { median, milliseconds, printTable, type Table } from './Table.ts';

const SIZES = [100, 1500, 10_000] as const;
const EDITS: Readonly<Record<number, number>> = { 100: 101, 1500: 61, 10000: 21 };

const OPTIONS = {
  amount: 'total',
  need: 'need:POV',
  weighting: 'pupils',
  groups: 10,
  stack: 'source',
  levels: true,
  logSize: true,
  actual: 'current',
} as const satisfies BoardOptions;

/** The pictures one by one, to know where the time of the board goes; the board last. */
type Part =
  | 'rows and columns'
  | 'scatter'
  | 'deciles'
  | 'regression'
  | 'measures'
  | 'questions'
  | 'board'
  | 'scatter drawn'
  | 'deciles drawn';

function equityEdits(schools: number): ReadonlyMap<Part, number> {
  const model = benchDistrict(schools, false, 'rates', false);
  const calculation = new Calculation(model, 1);
  const data = equityData(calculation);
  const baseline = { data, amount: 'current', name: 'current budgets' } as const;
  const needs = data.needs.map(({ code }) => `need:${code}` as const);
  const parts: readonly (readonly [Part, () => unknown])[] = [
    ['rows and columns', () => ['total', ...needs].map((id) => data.column(id as 'total'))],
    ['scatter', () => needAndSpending(data, { ...OPTIONS, against: OPTIONS.need })],
    ['deciles', () => needGroups(data, { ...OPTIONS, by: OPTIONS.need, equal: 'pupils' })],
    ['regression', () => regression(data, { ...OPTIONS, needs })],
    ['measures', () => equityMeasures(data, { amount: 'total', baseline })],
    ['questions', () => answerQuestions(data, OPTIONS)],
    ['board', () => equityBoard(data, { ...OPTIONS, baseline })],
    ['scatter drawn', () => elements(scatterOf(data, baseline))],
    ['deciles drawn', () => elements(groupsOf(data, baseline))],
  ];
  return new Map(
    parts.map(([part, draw]) => {
      const times: number[] = [];
      for (let edit = 0; edit < EDITS[schools]!; edit++) {
        const weight = 3400 + ((edit * 13) % 997);
        const ops = setRow(model, 'weight', { scenario: 1, weightSet: 'W00', level: 'ES', need: 'POV', weight });
        applyOps(model, ops);
        calculation.apply(ops);
        const start = performance.now();
        data.refresh();
        draw();
        times.push(performance.now() - start);
      }
      return [part, median(times)] as const;
    }),
  );
}

const SIZE = { width: 1140, height: 500 };

/** Down to the elements that the window gives to its screen. */
const elements = ({ marks }: Picture): unknown => marks.flatMap((mark) => svgNodes(mark, 'bench', printPaint));

function scatterOf(data: EquityData, baseline: Baseline): Picture {
  const { amount, need: against, weighting } = OPTIONS;
  const scatter = needAndSpending(data, { amount, against, weighting });
  const before = {
    name: baseline.name,
    scatter: needAndSpending(baseline.data, { amount: baseline.amount, against, weighting }),
    arrows: ghostArrows(data, amount, baseline.data, baseline.amount, against),
  };
  return scatterPicture(
    { data, amount, against, scatter, before, high: highNeed(data, 'need:EL'), picked: null },
    SIZE,
  );
}

function groupsOf(data: EquityData, baseline: Baseline): Picture {
  const options = { ...OPTIONS, by: OPTIONS.need, equal: 'pupils' } as const;
  return needGroupsPicture(
    {
      groups: needGroups(data, options),
      dataName: data.name,
      before: { name: baseline.name, groups: needGroups(baseline.data, { ...options, amount: baseline.amount }) },
      code: (row) => data.code(row),
      writeNeed: percentText,
    },
    SIZE,
  );
}

/** The equity board after one weight moved, beside current budgets: every picture, measure and answer anew. */
export async function benchEquity(): Promise<Table> {
  const measured = SIZES.map(equityEdits);
  const names = [...measured[0]!.keys()];
  return {
    title:
      'The equity board after one weight moved, with current budgets as its baseline (20 sources, 3 needs; median)',
    columns: ['', ...SIZES.map((size) => `${size.toLocaleString('en-US')} schools`)],
    rows: names.map((name) => [
      name === 'board' ? 'the whole board' : name,
      ...measured.map((times) => milliseconds(times.get(name)!)),
    ]),
    notes: [
      'The aim is 50 ms for the whole board at 1,500 schools. Each line reads anew what it needs.',
      '“Drawn”: read anew and drawn down to the elements of the window.',
    ],
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.stdout.write(`${printTable(await benchEquity())}\n`);
}
