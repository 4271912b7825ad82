import { findingKey } from '../DataFinding.ts';
import { dollars, type FindingSchool } from '../FindingContext.ts';
import type { FindingRule } from '../FindingRule.ts';

/** Makes the median absolute deviation comparable with a standard deviation. */
const DEVIATION_SCALE = 1.4826;

/** The pupils a current budget was for; where nobody said so, the pupils now. */
const pupilsOf = ({ current, pupils }: FindingSchool): number => current?.pupils ?? pupils;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

/**
 * Current dollars per pupil far from the schools of the same level. Measured on logarithms, so that half and double
 * are equally far, and by median and median absolute deviation, which one wild figure cannot move: in a level with a
 * median of $14,000.00 and a usual distance of a fifth, $136,282.00 per pupil stands out and cannot hide others.
 */
export const perPupilFarFromPeers: FindingRule = {
  rule: 'per-pupil-far-from-peers',
  title: 'Per pupil far from its peers',
  *find(context) {
    const { peerDeviations, peerRatio, peerCount } = context.settings;
    for (const level of context.calculation.levels) {
      const peers = context.schools.flatMap((school) => {
        const { row, current } = school;
        const pupils = pupilsOf(school);
        if (row.level !== level.code || !current || current.amountCents <= 0 || pupils <= 0) return [];
        return [{ school, amountCents: current.amountCents, pupils, size: Math.log(current.amountCents / pupils) }];
      });
      if (peers.length < peerCount) continue;
      const middle = median(peers.map(({ size }) => size));
      const spread = DEVIATION_SCALE * median(peers.map(({ size }) => Math.abs(size - middle)));
      for (const { school, amountCents, pupils, size } of peers) {
        const distance = Math.abs(size - middle);
        if (distance <= Math.log(peerRatio) || distance <= spread * peerDeviations) continue;
        const perPupil = Math.round((amountCents * 100) / pupils);
        const usual = Math.round(Math.exp(middle) * 100);
        const times = Math.exp(distance);
        const comparison = size > middle ? `${times.toFixed(1)} times` : `1/${times.toFixed(1)} of`;
        const cells = [context.currentCell(school.row.code)];
        if (school.current?.pupils !== null) cells.push(context.currentCell(school.row.code, 'pupils'));
        const first = context.calculation.needs[0];
        if (school.current?.pupils === null && first)
          cells.push(context.countCell(school.row.code, level.code, first.code));
        yield {
          key: findingKey(school.row.code, amountCents, pupils),
          sentence: `${school.title} has ${dollars(perPupil)} per pupil now, ${comparison} the ${dollars(usual)} in the middle of the level ${level.name}. Check its budget and its pupils.`,
          cells,
        };
      }
    }
  },
};
