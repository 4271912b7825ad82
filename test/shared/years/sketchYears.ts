import { applyOps } from '../../../src/shared/changes/Change.ts';
import { addYearMeasure, putYearValues } from '../../../src/shared/changes/years.ts';
import { equityData } from '../../../src/shared/equity/EquityData.ts';
import type { Model } from '../../../src/shared/model/Model.ts';
import type { YearMeasureRow } from '../../../src/shared/model/rows.ts';
import { wholeScope } from '../../../src/shared/years/YearScope.ts';
import { type SchoolSketch, sketchCalculation } from '../equity/sketch.ts';

export const MEASURES: readonly Omit<YearMeasureRow, 'position'>[] = [
  { measure: 'Budget', kind: 'amount', unit: 'dollars', better: 'neither' },
  { measure: 'Pupils', kind: 'pupils', unit: 'pupils', better: 'neither' },
  { measure: 'Reading', kind: 'outcome', unit: 'percent', better: 'higher' },
];

/** Year, school, measure, group, value. */
export type Line = readonly [year: string, school: string, measure: string, group: string, value: string | number];

export function putLines(model: Model, lines: readonly Line[]): void {
  for (const measure of MEASURES) {
    if (model.table('yearMeasure').has(measure.measure)) continue;
    const change = addYearMeasure(model, measure);
    if (typeof change === 'string') throw new Error(change);
    applyOps(model, change.ops);
  }
  const values = lines.map(([year, school, measure, studentGroup, value]) => {
    return { year, school, measure, studentGroup, value: String(value) };
  });
  const change = putYearValues(model, { measures: [], values, gone: [] }, 'Years of the test');
  if (typeof change === 'string') throw new Error(change);
  applyOps(model, change.ops);
}

/** A district with years, seen whole. */
export function sketchYears(schools: readonly SchoolSketch[], lines: readonly Line[]) {
  const calculation = sketchCalculation(schools);
  const { model } = calculation.plan;
  putLines(model, lines);
  return { model, calculation, scope: wholeScope(equityData(calculation)) };
}
