import { useCallback } from 'react';
import { ghostArrows } from '../../shared/equity/ghostArrows.ts';
import { highNeed } from '../../shared/equity/highNeed.ts';
import { needAndSpending } from '../../shared/equity/needAndSpending.ts';
import type { PictureSize } from '../../shared/pictures/Picture.ts';
import { scatterPicture } from '../../shared/pictures/scatterPicture.ts';
import type { SeenBy } from '../pictures/Onlookers.ts';
import { PictureCard } from '../pictures/PictureCard.tsx';
import { pickedOf, usePickedCodes } from '../sheets/pickedSchools.ts';
import { useWindowOnce } from '../state/hooks.ts';
import { type BoardFaceProps, readBoard, seenPicture } from './BoardFace.ts';

/** Each school a point. A click goes to the school, a frame picks schools for the other sheets. */
export function NeedAndSpendingFace({ document, view, revision }: BoardFaceProps) {
  const window = useWindowOnce();
  const picked = usePickedCodes();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the numbers are read anew whenever they have moved.
  const draw = useCallback(
    (size: PictureSize, seenBy: SeenBy = view.seenBy) => {
      const board = readBoard(document, view, seenBy);
      const { data, baseline } = board;
      const { amount, against, weighting } = view;
      const scatter = needAndSpending(data, { amount, against, weighting });
      const before = baseline
        ? {
            name: baseline.name,
            scatter: needAndSpending(baseline.data, { amount: baseline.amount, against, weighting }),
            arrows: ghostArrows(data, amount, baseline.data, baseline.amount, against),
          }
        : null;
      const high = view.colour === 'level' ? null : highNeed(data, view.colour);
      // Which schools are picked would tell who they are.
      const strong = board.isAnonymous ? null : picked;
      return seenPicture(scatterPicture({ data, amount, against, scatter, before, high, picked: strong }, size), board);
    },
    [document, view, revision, picked],
  );
  if (view.seenBy === 'public' && view.names === 'anonymous') return <PictureCard draw={draw} />;
  return (
    <PictureCard
      draw={draw}
      openHint="Enter or a click goes to the school"
      onOpen={([code]) => {
        if (code === undefined) return;
        window.goTo('budgets', { rowKey: code, columnId: 'total' });
      }}
      onBrush={(schools) => pickedOf(document).pick(schools)}
    />
  );
}
