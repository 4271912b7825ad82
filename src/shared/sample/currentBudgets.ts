import type { SeededRandom } from './SeededRandom.ts';
import { pupilsOf, type SampleSchool } from './sampleSchools.ts';

/**
 * This year's budget of each school in cents, as a district has it that staffs by position and not by pupil: every
 * school has its office whatever its size, positions follow pupils loosely, and need counts for less than it will
 * under weights. Against such a baseline small and well-off schools lose and large and needy ones gain.
 */
export function currentBudgetCents(school: SampleSchool, random: SeededRandom): number | null {
  const noise = random.bell();
  const oddCents = random.whole(0, 99);
  if (school.pupilsLastYear === null) return null;
  const pupils = school.pupilsLastYear;
  const share = (need: 'POV' | 'EL' | 'SPED'): number => pupilsOf(school, need) / pupilsOf(school, 'ALL');
  const office = school.level === 'HS' ? 500_000 : school.level === 'MS' ? 280_000 : 170_000;
  const perPupil = school.level === 'HS' ? 4_650 : school.level === 'MS' ? 3_830 : 3_860;
  const need = 1_560 * share('POV') + 560 * share('EL') + 3_350 * share('SPED');
  const dollars = 0.981 * (office + pupils * (perPupil + need)) * (1 + 0.035 * noise);
  return 100 * Math.round(dollars) + oddCents;
}
