import { useCallback } from 'react';
import { needGroups } from '../../shared/equity/needGroups.ts';
import { axisText } from '../../shared/pictures/axes.ts';
import { needGroupsPicture } from '../../shared/pictures/needGroupsPicture.ts';
import type { PictureSize } from '../../shared/pictures/Picture.ts';
import type { SeenBy } from '../pictures/Onlookers.ts';
import { PictureCard } from '../pictures/PictureCard.tsx';
import { pickedOf } from '../sheets/pickedSchools.ts';
import { type BoardFaceProps, readBoard, seenPicture } from './BoardFace.ts';

/** A bar for each fifth or tenth of need. A click picks its schools for the other sheets. */
export function DecilesFace({ document, view, revision }: BoardFaceProps) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the numbers are read anew whenever they have moved.
  const draw = useCallback(
    (size: PictureSize, seenBy: SeenBy = view.seenBy) => {
      const board = readBoard(document, view, seenBy);
      const { data, baseline } = board;
      const { amount, against: by, groups, weighting: equal, stack } = view;
      const unit = data.unit(by);
      const picture = needGroupsPicture(
        {
          groups: needGroups(data, { amount, by, groups, equal, stack }),
          dataName: data.name,
          before: baseline
            ? {
                name: baseline.name,
                groups: needGroups(baseline.data, { amount: baseline.amount, by, groups, equal, stack }),
              }
            : null,
          code: (row) => data.code(row),
          writeNeed: axisText(unit, unit === 'share' ? 0.001 : unit === 'pupils' ? 1 : 0.01),
        },
        size,
      );
      return seenPicture(picture, board);
    },
    [document, view, revision],
  );
  if (view.seenBy === 'public' && view.names === 'anonymous') return <PictureCard draw={draw} />;
  return (
    <PictureCard
      draw={draw}
      openHint="Enter or a click picks these schools"
      onOpen={(schools) => pickedOf(document).pick(schools)}
    />
  );
}
