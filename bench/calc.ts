import { pathToFileURL } from 'node:url';
import type { Rounding } from '../src/shared/model/rows.ts';
import { benchDistrict, CELLS, countOf, SOURCES, weightOf } from './calcDistrict.ts';
import { benchFloors } from './calcFloors.ts';
import { spreadsheetEdit } from './calcSpreadsheet.ts';
import { median, milliseconds, printTable, type Table } from './Table.ts';
import { timedWeightEdits } from './timedWeightEdits.ts';

const SIZES = [100, 1500, 10_000, 100_000] as const;
const SPREADSHEET_EDITS: Readonly<Record<number, number>> = { 100: 41, 1500: 11, 10000: 5 };
const EDITS: Readonly<Record<number, number>> = { 100: 401, 1500: 201, 10000: 61, 100000: 15 };

interface Variant {
  readonly name: string;
  readonly rounding: Rounding;
  readonly hasDecimals: boolean;
}
const VARIANTS: readonly Variant[] = [
  { name: 'published rates', rounding: 'rates', hasDecimals: false },
  { name: 'published rates, counts with decimals', rounding: 'rates', hasDecimals: true },
  { name: 'to the cent', rounding: 'cent', hasDecimals: false },
];

/** Median of one weight edit through the model and the engine, everything recalculated and tied out. */
function allotEdit(schools: number, isShared: boolean, variant: Variant): number {
  const model = benchDistrict(schools, isShared, variant.rounding, variant.hasDecimals);
  const { calculation, times } = timedWeightEdits(model, EDITS[schools]!);
  if (!calculation.results.tieOut.tiesOut) throw new Error(calculation.results.tieOut.problems.join('\n'));
  return median(times);
}

/** A loop over typed arrays: the same products in plain doubles, without exact cents, columns or proof. */
function bareLoop(schools: number, sources: number): number {
  const counts = new Float64Array(schools * CELLS);
  for (let school = 0; school < schools; school++) {
    for (let cell = 0; cell < CELLS; cell++) counts[school * CELLS + cell] = countOf(school, cell, false) / 100;
  }
  const totals = new Float64Array(CELLS);
  for (let at = 0; at < counts.length; at++) totals[at % CELLS]! += counts[at]!;
  const weights = Array.from({ length: sources }, (_, set) =>
    Float64Array.from({ length: CELLS }, (_, cell) => weightOf(set, cell) / 10_000),
  );
  const amounts = weights.map(() => new Float64Array(schools));
  const total = new Float64Array(schools);
  const times: number[] = [];
  for (let edit = 0; edit < EDITS[schools]!; edit++) {
    const start = performance.now();
    for (let source = 0; source < sources; source++) {
      const set = weights[source]!;
      set[1] = 0.34 + (edit % 7) / 100;
      let weighted = 0;
      for (let cell = 0; cell < CELLS; cell++) weighted += set[cell]! * totals[cell]!;
      const rates = set.map((weight) => (weight * 15_000_000) / weighted);
      const paid = amounts[source]!;
      for (let school = 0; school < schools; school++) {
        let sum = 0;
        for (let cell = 0; cell < CELLS; cell++) sum += rates[cell]! * counts[school * CELLS + cell]!;
        total[school]! += sum - paid[school]!;
        paid[school] = sum;
      }
    }
    times.push(performance.now() - start);
  }
  return median(times);
}

/**
 * One weight edited, everything recalculated exactly: 20 sources × 12 cells. A ratio says how many times longer
 * HyperFormula takes for the same edit in the same run.
 */
export async function benchCalc(): Promise<Table> {
  const rows: string[][] = [];
  for (const isShared of [false, true]) {
    const edited = isShared ? 'weight of all 20 sources' : 'weight of one source';
    const spreadsheet = new Map<number, number>();
    for (const size of SIZES) {
      const edits = SPREADSHEET_EDITS[size];
      if (edits) spreadsheet.set(size, spreadsheetEdit(size, isShared, edits));
    }
    for (const variant of VARIANTS) {
      const cells = SIZES.map((size) => {
        const time = allotEdit(size, isShared, variant);
        const other = spreadsheet.get(size);
        return other ? `${milliseconds(time)} (${Math.round(other / time)}×)` : milliseconds(time);
      });
      rows.push([`Allot, ${variant.name}: ${edited}`, ...cells]);
    }
    rows.push([
      `HyperFormula: ${edited}`,
      ...SIZES.map((size) => (spreadsheet.has(size) ? milliseconds(spreadsheet.get(size)!) : 'not run')),
    ]);
    const sources = isShared ? SOURCES : 1;
    rows.push([`bare loop, no exact cents: ${edited}`, ...SIZES.map((size) => milliseconds(bareLoop(size, sources)))]);
  }
  rows.push(...benchFloors(SIZES));
  return {
    title: 'One weight edited, everything recalculated (20 sources × 12 cells; median of many edits)',
    columns: ['', ...SIZES.map((size) => `${size.toLocaleString('en-US')} schools`)],
    rows,
    notes: ['(n×): HyperFormula takes n times as long for the same edit, in this run. It computes no exact cents.'],
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.stdout.write(`${printTable(await benchCalc())}\n`);
}
