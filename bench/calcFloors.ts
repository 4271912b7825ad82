import { Calculation } from '../src/shared/calc/Calculation.ts';
import { defaultFloorDecision } from '../src/shared/changes/floors.ts';
import { Model } from '../src/shared/model/Model.ts';
import type { FloorDecisionRow, Rounding } from '../src/shared/model/rows.ts';
import { benchDistrict } from './calcDistrict.ts';
import { median, milliseconds } from './Table.ts';
import { timedWeightEdits } from './timedWeightEdits.ts';

const EDITS: Readonly<Record<number, number>> = { 100: 201, 1500: 101, 10000: 21, 100000: 5 };

const HELD = { holdHarmlessPercent: 985_000, basis: 'per_pupil', useMinimums: 'yes' } as const;
/** Each payer that is solved, with the rounding of the formula it takes from. */
export const SOLVED_PAYERS: readonly (readonly [string, Partial<FloorDecisionRow>, Rounding])[] = [
  ['gainers, scaling solved', { payer: 'gainers', solve: 'scaling' }, 'rates'],
  ['gainers, cap solved', { payer: 'gainers', solve: 'cap' }, 'rates'],
  ['above the floor', { payer: 'above_floor' }, 'rates'],
  ['formula lowered, published rates', { payer: 'formula' }, 'rates'],
  ['formula lowered, to the cent', { payer: 'formula' }, 'cent'],
];

/** A bench district where every school's baseline lies within 5 % of what it gets, and every level has a minimum. */
export function floorDistrict(schools: number, floors: Partial<FloorDecisionRow>, rounding: Rounding): Model {
  const model = benchDistrict(schools, false, rounding, false);
  const { results, schools: rows } = new Calculation(model, 1);
  return new Model({
    ...model.toRows(),
    currentBudget: rows.map(({ code }, at) => ({
      version: 3,
      school: code,
      amountCents: Math.round(results.comparison[at]! * (0.95 + ((at * 7919) % 100) / 1000)),
      pupils: results.pupils[at]! + 100 * ((at % 7) - 3),
    })),
    floorDecision: [{ ...defaultFloorDecision(1), ...HELD, ...floors }],
    levelMinimum: rows
      .slice(0, 3)
      .map(({ level }) => ({ scenario: 1, level, kind: 'per_pupil', value: 2_000_000_000 })),
  });
}

/** Median of one weight edit with floors on and a payer, everything recalculated, solved and tied out. */
function floorEdit(schools: number, floors: Partial<FloorDecisionRow>, rounding: Rounding): number {
  const model = floorDistrict(schools, floors, rounding);
  const { calculation, times } = timedWeightEdits(model, EDITS[schools]!);
  const { tieOut, topUps } = calculation.results;
  if (!tieOut.tiesOut || topUps.toppedUpCount === 0) throw new Error(`not solved: ${tieOut.problems.join('\n')}`);
  return median(times);
}

/** Rows of the table of `bench/calc.ts`: floors on, a payer solved. The largest district is made for the first only. */
export function benchFloors(sizes: readonly number[]): string[][] {
  return SOLVED_PAYERS.map(([name, floors, rounding], at) => [
    `Allot, floors, ${name}: weight of one source`,
    ...sizes.map((size) => (size > 10_000 && at > 0 ? 'not run' : milliseconds(floorEdit(size, floors, rounding)))),
  ]);
}
