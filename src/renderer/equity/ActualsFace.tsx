import { useCallback } from 'react';
import { averagesAndActuals } from '../../shared/equity/actuals.ts';
import { actualsPicture } from '../../shared/pictures/actualsPicture.ts';
import { axisText } from '../../shared/pictures/axes.ts';
import type { PictureSize } from '../../shared/pictures/Picture.ts';
import type { SeenBy } from '../pictures/Onlookers.ts';
import { PictureCard } from '../pictures/PictureCard.tsx';
import { EmptySheet } from '../sheets/EmptySheet.tsx';
import { type BoardFaceProps, readBoard, seenPicture } from './BoardFace.ts';

/** What schools cost at the actual salaries of their teachers, against averages, by fifths of a need. */
export function ActualsFace({ document, view, revision }: BoardFaceProps) {
  const { actual } = view;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the numbers are read anew whenever they have moved.
  const draw = useCallback(
    (size: PictureSize, seenBy: SeenBy = view.seenBy) => {
      const board = readBoard(document, view, seenBy);
      const { data } = board;
      const { amount: average, against: by, weighting: equal } = view;
      const unit = data.unit(by);
      const actuals = averagesAndActuals(data, { actual: view.actual || average, average, by, equal });
      const picture = actualsPicture(
        { actuals, dataName: data.name, writeNeed: axisText(unit, unit === 'share' ? 0.001 : 0.01) },
        size,
      );
      return seenPicture(picture, board);
    },
    [document, view, revision],
  );
  if (actual === '') {
    return (
      <EmptySheet title="No actual costs are chosen">
        <p>
          Amounts are reckoned at average salaries. Where each school’s actual cost is given, as a measure or a current
          budget, choose it above as the actual cost; this picture then shows how the difference falls on low and high
          need.
        </p>
      </EmptySheet>
    );
  }
  return <PictureCard draw={draw} />;
}
