import type { ModelRows } from '../model/Model.ts';
import { COUNT_SCALE } from '../model/units.ts';
import { plainCount } from '../text/formatNumber.ts';
import { USUAL_MEASURES } from '../years/yearRows.ts';
import { SeededRandom } from './SeededRandom.ts';
import { pupilsOf, SAMPLE_NEEDS, type SampleNeed, type SampleSchool } from './sampleSchools.ts';

/** A walk of its own, so that years move nothing else of the sample. */
const SEED = 4127;
/** The last one is the year of the current budgets. */
const YEARS = ['2023-24', '2024-25', '2025-26'] as const;
const OUTCOME = 'Proficient in reading';
/** How far money followed need in each year, and what a budget was of the last one’s: less of both than now. */
const YEAR_SHAPES = [
  { dollars: 0.925, need: -420, pupils: 1.03 },
  { dollars: 0.962, need: -230, pupils: 1.015 },
  { dollars: 1, need: 0, pupils: 1 },
] as const;
/** Points of proficiency a year of all pupils, and the more of those in poverty and of English learners. */
const DRIFT = { ALL: 0.6, POV: 1.1, EL: 0.9 } as const;
/** What a state does not publish. */
const FEWEST_TESTED = 10;

const tenthOf = (value: number): string => plainCount(Math.round(Math.min(97, Math.max(3, value)) * 10) * 10);

/**
 * Three earlier years of the sample: budgets, pupils by need, and the share of pupils proficient in reading, of all,
 * of those in poverty and of English learners. Schools of much poverty do less well and catch up slowly; small groups
 * have no value, as in a state’s files. The school that opens this year has none.
 */
export function addYears(rows: ModelRows, schools: readonly SampleSchool[]): void {
  const random = new SeededRandom(SEED);
  const { amount, pupils } = USUAL_MEASURES;
  rows.yearMeasure.push(
    { ...amount, position: 0 },
    { ...pupils, position: 1 },
    { measure: OUTCOME, kind: 'outcome', unit: 'percent', better: 'higher', position: 2 },
  );
  const budgets = new Map(rows.currentBudget.map((row) => [row.school, row]));
  for (const school of schools) {
    const { code } = school;
    const budget = budgets.get(code);
    const last = school.pupilsLastYear;
    if (!budget || last === null) continue;
    const share = (need: SampleNeed): number => pupilsOf(school, need) / pupilsOf(school, 'ALL');
    const own = 6 * random.bell();
    const better = 2.5 * random.bell();
    for (const [at, year] of YEARS.entries()) {
      const shape = YEAR_SHAPES[at]!;
      const put = (measure: string, studentGroup: string, value: string): void => {
        rows.yearValue.push({ year, school: code, measure, studentGroup, value });
      };
      const all = at === 2 ? last : Math.max(1, Math.round(last * (shape.pupils + 0.02 * random.bell())));
      put(pupils.measure, '', plainCount(all * COUNT_SCALE));
      const counts = new Map<SampleNeed, number>([['ALL', all]]);
      for (const need of SAMPLE_NEEDS.slice(1)) {
        const count = Math.min(all, Math.max(0, Math.round(all * (share(need) + 0.012 * random.bell()))));
        counts.set(need, count);
        put(pupils.measure, need, plainCount(count * COUNT_SCALE));
      }
      // Per pupil, so that a school that was larger had more; the last year is the current budget to the cent.
      const perPupil = budget.amountCents / last;
      const cents = all * (perPupil * shape.dollars + 100 * shape.need * (share('POV') - 0.6));
      put(amount.measure, '', plainCount(at === 2 ? budget.amountCents : Math.round(cents)));

      const noise = 1.2 * random.bell();
      const score = 74 - 34 * share('POV') - 12 * share('EL') + own + noise;
      const grown = (drift: number): number => at * (drift + better);
      put(OUTCOME, '', tenthOf(score + grown(DRIFT.ALL + 0.7 * share('POV'))));
      for (const [need, below] of [
        ['POV', 7 * (1 - share('POV')) + 2],
        ['EL', 15 - 6 * share('EL')],
      ] as const) {
        const value = tenthOf(score - below + grown(DRIFT[need]) + random.bell());
        if ((counts.get(need) ?? 0) >= FEWEST_TESTED) put(OUTCOME, need, value);
      }
    }
  }
}
