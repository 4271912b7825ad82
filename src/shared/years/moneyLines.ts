import type { AxisId } from '../equity/columnIds.ts';
import { completeRows } from '../equity/completeRows.ts';
import type { EquityData } from '../equity/EquityData.ts';
import { fitLine } from '../equity/fitLine.ts';
import { inequality } from '../equity/inequality.ts';
import { meanByPupils, rankInGroups } from '../equity/needGroups.ts';
import type { Model } from '../model/Model.ts';
import type { YearMeasureRow } from '../model/rows.ts';
import { FIFTHS } from '../scenarios/groupings.ts';
import { heldForYears } from './heldForYears.ts';
import type { YearScope } from './YearScope.ts';
import { YearData, type YearDistrict, yearDistrict } from './yearDistrict.ts';
import { NO_POINT } from './yearMeans.ts';
import { orderedYears } from './yearRows.ts';
import type { SeriesFacts, YearLine, YearLines, YearPoint, YearSeriesOptions } from './yearSeries.ts';

/** A year as a district, with its rows as they were seen last: their columns and orders are kept. */
interface HeldYear {
  readonly district: YearDistrict;
  isSeen: Uint8Array;
  data: YearData | null;
}

/** The rows of the schools that may be seen; the same ones while that does not change. */
function seenData(year: HeldYear, { seesSchool }: YearScope): YearData {
  const { results, schools } = year.district.calculation;
  const isSeen = Uint8Array.from(schools, ({ code }, school) =>
    Number(seesSchool(code, results.pupils[school] ?? null)),
  );
  if (year.data && isSeen.every((sees, school) => sees === year.isSeen[school])) return year.data;
  const codes = new Set(schools.filter((_, school) => isSeen[school] === 1).map(({ code }) => code));
  year.isSeen = isSeen;
  year.data = new YearData(year.district, (code) => codes.has(code));
  return year.data;
}

/** Lines of money: every year is drawn as the scenario is. */
export function moneyLines(
  model: Model,
  scope: YearScope,
  { measure }: YearMeasureRow,
  { by, need }: YearSeriesOptions,
  facts: SeriesFacts,
): YearLines {
  const { scenarioId } = scope.data.calculation;
  const held = heldForYears(model, `money ${scenarioId} ${measure}`, () =>
    orderedYears(model, measure).flatMap((year): HeldYear[] => {
      const district = yearDistrict(model, year, scenarioId, measure);
      return typeof district === 'string' ? [] : [{ district, isSeen: new Uint8Array(0), data: null }];
    }),
  );
  const rows: EquityData[] = held.map((year) => seenData(year, scope)).filter(({ count }) => count > 0);
  const years = rows.map(({ name }) => name);
  const all = [...rows, scope.data];
  const amount = (data: EquityData) => (data === scope.data ? 'total' : 'current') as 'total' | 'current';
  const axis: AxisId = `need:${need}`;
  const line = (key: string, label: string, point: (data: EquityData) => YearPoint): YearLine => ({
    key,
    label,
    points: all.map((data) => {
      const read = point(data);
      if (!Number.isFinite(read.value) || scope.seesGroup(read.pupils)) return read;
      facts.hidden++;
      return NO_POINT;
    }),
  });
  const mean = (data: EquityData, isMeant: (row: number) => boolean): YearPoint => {
    const values = data.column(amount(data));
    const meant: number[] = [];
    let pupils = 0;
    for (let row = 0; row < data.count; row++) {
      if (!Number.isFinite(values[row]) || !isMeant(row)) continue;
      meant.push(row);
      pupils += data.pupils[row] ?? 0;
    }
    return { value: meanByPupils(values, data.pupils, meant), schools: meant.length, pupils };
  };
  const { levels } = scope.data.calculation;
  const lines = (): YearLine[] => {
    switch (by) {
      case 'level':
        return levels.map(({ code, name }, level) =>
          line(code, name, (data) => mean(data, (row) => data.level[row] === level)),
        );
      case 'fifths': {
        const fifths = new Map(all.map((data) => [data, fifthsOf(data, axis, amount(data))]));
        return FIFTHS.map((label, fifth) =>
          line(String(fifth), label, (data) => mean(data, (row) => fifths.get(data)?.get(row) === fifth)),
        );
      }
      case 'spread':
        return [line('spread', 'Variation', (data) => spread(data, amount(data)))];
      case 'needs':
        return scope.data.needs.map(({ code, name }) =>
          line(code, name, (data) => correlation(data, `need:${code}`, amount(data))),
        );
      default:
        return [line('district', 'District', (data) => mean(data, () => true))];
    }
  };
  return { years: [...years, scope.data.name], hasNow: true, lines: lines() };
}

function fifthsOf(data: EquityData, need: AxisId, amount: 'total' | 'current'): Map<number, number> {
  const [values, amounts] = [data.column(need), data.column(amount)];
  const rows = [...data.order(need)].filter((row) => Number.isFinite(values[row]) && Number.isFinite(amounts[row]));
  const groups = rankInGroups(values, rows, null, FIFTHS.length);
  return new Map(rows.map((row, at) => [row, groups[at] ?? -1]));
}

function spread(data: EquityData, amount: 'total' | 'current'): YearPoint {
  const { columns, pupils } = completeRows(data, [data.column(amount)]);
  const value = (columns[0]?.length ?? 0) > 1 ? inequality(columns[0]!, pupils).coefficientOfVariation : Number.NaN;
  return { value, schools: pupils.length, pupils: sum(pupils) };
}

function correlation(data: EquityData, need: AxisId, amount: 'total' | 'current'): YearPoint {
  const { columns, pupils } = completeRows(data, [data.column(need), data.column(amount)]);
  const fit = pupils.length > 2 ? fitLine(columns[0]!, columns[1]!, pupils) : null;
  return { value: fit?.correlation ?? Number.NaN, schools: pupils.length, pupils: sum(pupils) };
}

const sum = (values: Float64Array): number => values.reduce((all, value) => all + value, 0);
