import { ghostArrows } from '../../../src/shared/equity/ghostArrows.ts';
import { highNeed } from '../../../src/shared/equity/highNeed.ts';
import { needAndSpending } from '../../../src/shared/equity/needAndSpending.ts';
import { needGroups } from '../../../src/shared/equity/needGroups.ts';
import { netLine } from '../../../src/shared/equity/netLine.ts';
import { regression } from '../../../src/shared/equity/regression.ts';
import { percentText } from '../../../src/shared/equity/words.ts';
import { needGroupsPicture } from '../../../src/shared/pictures/needGroupsPicture.ts';
import { netLinePicture } from '../../../src/shared/pictures/netLinePicture.ts';
import type { Picture, PictureSize } from '../../../src/shared/pictures/Picture.ts';
import { scatterPicture } from '../../../src/shared/pictures/scatterPicture.ts';
import { type SchoolSketch, sketchData } from '../equity/sketch.ts';

export const SIZE: PictureSize = { width: 900, height: 500 };

export interface Choices {
  readonly withCurrent?: boolean;
  readonly highLearners?: boolean;
  readonly picked?: readonly string[];
}

export function scatterOf(
  schools: readonly SchoolSketch[],
  { withCurrent, highLearners, picked }: Choices = {},
): Picture {
  const data = sketchData(schools);
  const [amount, against, weighting] = ['total', 'need:POV', 'schools'] as const;
  const before = withCurrent
    ? {
        name: 'Current budgets',
        scatter: needAndSpending(data, { amount: 'current', against, weighting }),
        arrows: ghostArrows(data, amount, data, 'current', against),
      }
    : null;
  const high = highLearners ? highNeed(data, 'need:EL') : null;
  const scatter = needAndSpending(data, { amount, against, weighting });
  return scatterPicture(
    { data, amount, against, scatter, before, high, picked: picked ? new Set(picked) : null },
    SIZE,
  );
}

export function groupsOf(schools: readonly SchoolSketch[], withCurrent = false, groups: 5 | 10 = 5): Picture {
  const data = sketchData(schools);
  const options = { by: 'need:POV', groups, equal: 'schools', stack: 'restriction' } as const;
  return needGroupsPicture(
    {
      groups: needGroups(data, { ...options, amount: 'total' }),
      dataName: data.name,
      before: withCurrent
        ? { name: 'Current budgets', groups: needGroups(data, { ...options, amount: 'current' }) }
        : null,
      code: (row) => data.code(row),
      writeNeed: percentText,
    },
    SIZE,
  );
}

export function netLineOf(schools: readonly SchoolSketch[]): Picture {
  const data = sketchData(schools);
  const fitted = regression(data, {
    amount: 'total',
    needs: ['need:POV', 'need:EL'],
    levels: true,
    logSize: false,
    weighting: 'schools',
  });
  return netLinePicture({ lines: [netLine(fitted, 'need:POV')], amountLabel: 'Total budget', unit: 'share' }, SIZE);
}
