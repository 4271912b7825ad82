import type { YearMeasureRow, YearValueRow } from '../../../shared/model/rows.ts';
import { TABLES } from '../../../shared/model/tables.ts';
import { LIMITS } from '../../../shared/model/units.ts';
import { quoted } from '../../../shared/text/quoted.ts';
import { readYearNumber } from '../../../shared/years/yearNumber.ts';
import { USUAL_MEASURES, YEAR_LIMITS } from '../../../shared/years/yearRows.ts';
import { type ImportContext, UniqueKeys } from '../ImportContext.ts';
import type { TableRow } from '../SheetTable.ts';

const [, KIND, UNIT, BETTER] = TABLES.yearMeasure.columns;
const wordsOf = <Word extends string>(column: typeof KIND): readonly Word[] =>
  (column?.value.type === 'oneOf' ? column.value.values : []) as readonly Word[];

/**
 * Reads the sheet `years`: values by year, school, measure and group of pupils, and what each measure is. Schools need
 * not be among those of the workbook, for some have closed. Where the sheet is there, it replaces all years.
 */
export function importYears(context: ImportContext): void {
  const table = context.table('years', {
    required: ['year', 'school', 'measure', 'value'],
    optional: ['group', 'kind', 'unit', 'better'],
    takesFurther: false,
  });
  if (!table) return;
  const measures = new Map<string, YearMeasureRow>();
  const values: YearValueRow[] = [];
  const unique = new UniqueKeys();
  for (const row of table.rows) {
    const name = row.code('measure');
    const measure = name === null ? null : measureOf(row, name, measures);
    if (name === null || measure === null) continue;
    const [yearText, schoolText, valueText] = [row.text('year'), row.text('school'), row.text('value')];
    if (yearText === null || schoolText === null || valueText === null) continue;
    // A measure without values.
    if (yearText === '' && schoolText === '' && valueText === '') continue;
    const [year, school] = [row.code('year'), row.code('school')];
    const studentGroup = row.longText('group', LIMITS.codeLength);
    const value = row.quantity('value', (text) => readYearNumber(text, measure.unit));
    if (year === null || school === null || studentGroup === null || value === null) continue;
    const what = () => `${name} of ${school}, ${year}, ${studentGroup === '' ? 'all pupils' : studentGroup}`;
    if (unique.isNew(row, 'school', [year, school, name, studentGroup], what)) {
      values.push({ year, school, measure: name, studentGroup, value });
    }
  }
  for (const [most, count, what] of [
    [LIMITS.yearMeasures, measures.size, 'measures by year'],
    [YEAR_LIMITS.years, new Set(values.map(({ year }) => year)).size, 'years'],
    [YEAR_LIMITS.groups, new Set(values.map(({ studentGroup }) => studentGroup)).size, 'groups of pupils'],
    [YEAR_LIMITS.values, values.length, 'values of years'],
  ] as const) {
    if (count > most) {
      context.faults.add(table.name, null, null, `there are ${count} ${what}; a document holds at most ${most}.`);
    }
  }
  context.plan.replace('yearMeasure', [...measures.values()]);
  context.plan.replace('yearValue', values);
}

/** The measure as its rows describe it; the first row that does decides, and later ones may not differ. */
function measureOf(row: TableRow, measure: string, measures: Map<string, YearMeasureRow>): YearMeasureRow | null {
  const held = measures.get(measure);
  const usual =
    USUAL_MEASURES.pupils.measure === measure
      ? USUAL_MEASURES.pupils
      : ({ kind: 'outcome', unit: 'points', better: 'higher' } as const);
  const kind = row.word('kind', wordsOf<YearMeasureRow['kind']>(KIND), held?.kind ?? usual.kind);
  const unit = row.word('unit', wordsOf<YearMeasureRow['unit']>(UNIT), held?.unit ?? usual.unit);
  const better = row.word('better', wordsOf<YearMeasureRow['better']>(BETTER), held?.better ?? usual.better);
  if (kind === null || unit === null || better === null) return null;
  const fits =
    kind === 'amount'
      ? unit === 'dollars'
      : kind === 'pupils'
        ? unit === 'pupils'
        : unit === 'percent' || unit === 'points';
  if (!fits) return row.fault('unit', `${quoted(unit)} does not fit the kind ${kind}.`);
  if (!held) {
    const twin = [...measures.keys()].find((other) => other.toLowerCase() === measure.toLowerCase());
    if (twin !== undefined) return row.fault('measure', `${quoted(measure)} is called ${quoted(twin)} in a row above.`);
    const made: YearMeasureRow = { measure, kind, unit, better, position: measures.size };
    measures.set(measure, made);
    return made;
  }
  if (held.kind !== kind || held.unit !== unit || held.better !== better) {
    return row.fault('measure', `${quoted(measure)} is described otherwise in a row above.`);
  }
  return held;
}
