import type { Model } from '../../shared/model/Model.ts';
import { compareCodes } from '../../shared/model/tables.ts';
import { orderedYearMeasures, sortGroups } from '../../shared/years/yearRows.ts';
import { compareYears } from '../../shared/years/yearText.ts';
import { column } from './sheetOrder.ts';
import type { DescribedSheet } from './WorkbookDescription.ts';

/**
 * Values by year in long form: one row for each year, measure, school and group, with what the measure is beside it, so
 * that the sheet alone can be read back. A measure without values has one row without a year, so that it is not lost.
 */
export function describeYears(model: Model): DescribedSheet {
  const measures = orderedYearMeasures(model);
  const placeOf = new Map(measures.map(({ measure }, at) => [measure, at]));
  const years = new Map(
    [...new Set([...model.table('yearValue').values()].map(({ year }) => year))]
      .sort(compareYears)
      .map((year, at) => [year, at]),
  );
  const groups = new Map(
    sortGroups(model, new Set([...model.table('yearValue').values()].map(({ studentGroup }) => studentGroup))).map(
      (group, at) => [group, at],
    ),
  );
  const rows = [...model.table('yearValue').values()]
    .sort(
      (left, right) =>
        (placeOf.get(left.measure) ?? 0) - (placeOf.get(right.measure) ?? 0) ||
        (years.get(left.year) ?? 0) - (years.get(right.year) ?? 0) ||
        compareCodes(left.school, right.school) ||
        (groups.get(left.studentGroup) ?? 0) - (groups.get(right.studentGroup) ?? 0),
    )
    .map(({ year, school, measure, studentGroup, value }) => {
      const row = model.table('yearMeasure').get(measure);
      return [year, school, measure, studentGroup, value, row?.kind ?? '', row?.unit ?? '', row?.better ?? ''];
    });
  const used = new Set(rows.map((row) => row[2]));
  const empty = measures
    .filter(({ measure }) => !used.has(measure))
    .map(({ measure, kind, unit, better }) => ['', '', measure, '', '', kind, unit, better]);
  return {
    name: 'years',
    columns: [
      ...[column('year'), column('school'), column('measure'), column('group'), column('value', 'number')],
      ...[column('kind'), column('unit'), column('better')],
    ],
    rows: [...rows, ...empty],
  };
}
