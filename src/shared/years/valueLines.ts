import { rankInGroups } from '../equity/needGroups.ts';
import type { Model } from '../model/Model.ts';
import type { YearMeasureRow } from '../model/rows.ts';
import { COUNT_SCALE } from '../model/units.ts';
import { FIFTHS } from '../scenarios/groupings.ts';
import { heldForYears } from './heldForYears.ts';
import type { YearScope } from './YearScope.ts';
import { NO_POINT, type SchoolValue, yearMean } from './yearMeans.ts';
import { firstOfKind, groupName, orderedGroups, orderedYears, YearValues } from './yearRows.ts';
import type { SeriesFacts, YearLine, YearLines, YearPoint, YearSeriesOptions } from './yearSeries.ts';

/** One school of one year, with what lines are made by. */
interface Entry extends SchoolValue {
  /** Index of its level; −1 where it is unknown, as of a school that has closed. */
  readonly level: number;
  /** Share of the need; NaN where it is not known. */
  readonly need: number;
}

/** Lines of outcomes and of pupils. */
export function valueLines(
  model: Model,
  scope: YearScope,
  row: YearMeasureRow,
  { by, group, need }: YearSeriesOptions,
  facts: SeriesFacts,
): YearLines {
  const pupilsMeasure = firstOfKind(model, 'pupils')?.measure ?? '';
  const { values, years, groups } = heldForYears(model, `lines ${row.measure}`, () => ({
    values: new YearValues(model, [{ measure: row.measure }, { measure: pupilsMeasure }]),
    years: orderedYears(model, row.measure),
    groups: orderedGroups(model, row.measure),
  }));
  const place = new Map(
    Array.from(scope.data.rows, (school, at) => [scope.data.calculation.schools[school]?.code, at]),
  );
  const presentNeed = by === 'fifths' ? scope.data.column(`need:${need}`) : null;

  // Every line of a year asks for the same schools.
  const made = new Map<string, readonly Entry[]>();
  const entries = (year: string, of: string): readonly Entry[] => {
    const key = `${year}\u001f${of}`;
    const known = made.get(key) ?? readEntries(year, of);
    made.set(key, known);
    return known;
  };
  const readEntries = (year: string, of: string): Entry[] => {
    const all = values.of(pupilsMeasure, '', year);
    const own = values.of(pupilsMeasure, of, year);
    const ofNeed = presentNeed ? values.of(pupilsMeasure, need, year) : null;
    const read: Entry[] = [];
    let known = 0;
    for (const [code, value] of values.of(row.measure, of, year)) {
      const pupils = all.get(code);
      if (!scope.seesSchool(code, pupils === undefined ? null : pupils * COUNT_SCALE)) continue;
      const at = place.get(code);
      if (at === undefined) facts.closed++;
      const share = (ofNeed?.get(code) ?? Number.NaN) / (pupils ?? Number.NaN);
      if (Number.isFinite(share)) known++;
      read.push({
        ...{ code, pupils: (own.get(code) ?? Number.NaN) * COUNT_SCALE, need: share },
        // Pupils of a group are told as a share of all.
        value: row.kind === 'pupils' && of !== '' ? value / (pupils ?? Number.NaN) : value,
        level: at === undefined ? -1 : (scope.data.level[at] ?? -1),
      });
    }
    if (presentNeed && known * 2 < read.length) {
      facts.presentNeed.push(year);
      return read.map((entry) => ({ ...entry, need: presentNeed[place.get(entry.code) ?? -1] ?? Number.NaN }));
    }
    return read;
  };

  const point = (year: string, of: string, list: readonly Entry[]): YearPoint => {
    if (row.kind === 'pupils' && of === '') {
      const total = list.reduce((all, { value }) => all + value, 0);
      return list.length === 0 ? NO_POINT : { value: total, schools: list.length, pupils: total * COUNT_SCALE };
    }
    const weighted = row.kind === 'pupils' ? withAllPupils(list, values.of(pupilsMeasure, '', year)) : list;
    const mean = yearMean(weighted);
    if (mean.schools === 0) return NO_POINT;
    if (!mean.isByPupils && !facts.once.includes(year)) facts.once.push(year);
    facts.withoutPupils += mean.withoutPupils;
    const size = row.kind === 'pupils' ? mean.pupils * mean.value : mean.pupils;
    if (!scope.seesGroup(Number.isFinite(size) ? size : of === '' ? Number.POSITIVE_INFINITY : null)) {
      facts.hidden++;
      return NO_POINT;
    }
    return { value: mean.value, schools: mean.schools, pupils: mean.pupils };
  };

  const line = (
    key: string,
    label: string,
    of: string,
    isMeant: (entry: Entry, year: string) => boolean,
  ): YearLine => ({
    key,
    label,
    points: years.map((year) =>
      point(
        year,
        of,
        entries(year, of).filter((entry) => isMeant(entry, year)),
      ),
    ),
  });

  const lines = (): YearLine[] => {
    switch (by) {
      case 'level':
        return scope.data.calculation.levels.map(({ code, name }, level) =>
          line(code, name, group, (entry) => entry.level === level),
        );
      case 'fifths': {
        const fifths = new Map(years.map((year) => [year, entryFifths(entries(year, group))]));
        return FIFTHS.map((label, fifth) =>
          line(String(fifth), label, group, (entry, year) => fifths.get(year)?.get(entry.code) === fifth),
        );
      }
      case 'groups':
        return groups
          .filter((of) => !scope.isHidden(`need:${of}`) && !(row.kind === 'pupils' && of === ''))
          .map((of) => line(of === '' ? 'all' : of, groupName(model, of), of, () => true));
      default:
        return [line('district', 'District', group, () => true)];
    }
  };
  return { years, hasNow: false, lines: lines() };
}

/** Shares of a group are weighted by all pupils, so that their mean is the district's share. */
function withAllPupils(list: readonly Entry[], pupils: ReadonlyMap<string, number>): SchoolValue[] {
  return list
    .filter(({ value }) => Number.isFinite(value))
    .map(({ code, value }) => ({ code, value, pupils: (pupils.get(code) ?? Number.NaN) * COUNT_SCALE }));
}

function entryFifths(entries: readonly Entry[]): Map<string, number> {
  const known = entries
    .filter(({ need }) => Number.isFinite(need))
    .sort((a, b) => a.need - b.need || (a.code < b.code ? -1 : 1));
  const shares = Float64Array.from(known, ({ need }) => need);
  const groups = rankInGroups(shares, [...known.keys()], null, FIFTHS.length);
  return new Map(known.map(({ code }, at) => [code, groups[at] ?? -1]));
}
