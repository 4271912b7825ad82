import { useCallback, useMemo } from 'react';
import { netLine } from '../../shared/equity/netLine.ts';
import type { Regression } from '../../shared/equity/regression.ts';
import { decimalText } from '../../shared/equity/words.ts';
import { netLinePicture } from '../../shared/pictures/netLinePicture.ts';
import type { PictureSize } from '../../shared/pictures/Picture.ts';
import type { SeenBy } from '../pictures/Onlookers.ts';
import { PictureCard } from '../pictures/PictureCard.tsx';
import { WaysOut } from '../pictures/WaysOut.tsx';
import { type BoardFaceProps, readBoard, seenPicture } from './BoardFace.ts';
import { CoefficientTable } from './CoefficientTable.tsx';
import { coefficientTable } from './coefficients.ts';
import { fitRegression } from './fitRegression.ts';
import { tellOr } from './tellOr.ts';

/** Amounts explained by needs, level and size: the coefficients, and the net line of the need that is looked at. */
export function RegressionFace({ document, view, onChange, revision }: BoardFaceProps) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the numbers are read anew whenever they have moved.
  const readFits = useCallback(
    (seenBy: SeenBy = view.seenBy) => {
      const board = readBoard(document, view, seenBy);
      const { data, baseline } = board;
      const shown = fitRegression(data, view.amount, data.name, view);
      const before = baseline ? fitRegression(baseline.data, baseline.amount, baseline.name, view) : null;
      return { board, shown, before };
    },
    [document, view, revision],
  );
  const draw = useCallback(
    (size: PictureSize, seenBy?: SeenBy) => {
      const { board, shown, before } = readFits(seenBy);
      const most = shown.terms.find(({ id }) => id === view.against)?.most;
      const lines = [shown, ...(before ? [before] : [])].map((each) => netLine(each, view.against, most));
      const unit = board.data.unit(view.against);
      return seenPicture(netLinePicture({ lines, amountLabel: shown.amountLabel, unit }, size), board);
    },
    [readFits, view.against],
  );
  const fitted = useMemo(() => tellOr(() => readFits()), [readFits]);
  return (
    <div className="equity-regression">
      <PictureCard draw={draw} />
      {typeof fitted === 'string' ? (
        <p className="picture-sentence">{fitted}</p>
      ) : (
        <section className="equity-coefficients" aria-label="Coefficients">
          <p className="picture-sentence" data-testid="regression-sentence">
            {fitted.shown.sentence}
          </p>
          <div className="equity-options">
            <label>
              <input
                type="checkbox"
                checked={view.levels}
                onChange={(event) => onChange({ levels: event.target.checked })}
              />{' '}
              Level
            </label>
            <label>
              <input
                type="checkbox"
                checked={view.logSize}
                onChange={(event) => onChange({ logSize: event.target.checked })}
              />{' '}
              Size
            </label>
            <span className="dim">held fixed beside the needs</span>
          </div>
          <CoefficientTable shown={fitted.shown} before={fitted.before} />
          <footer className="picture-foot">
            <p className="hint">{[fitted.board.note, factsOf(fitted.shown)].filter(Boolean).join(' ')}</p>
            <div className="picture-ways">
              <WaysOut
                title="Regression"
                table={(seenBy) => {
                  const { shown, before } = readFits(seenBy);
                  return coefficientTable(shown, before);
                }}
              />
            </div>
          </footer>
        </section>
      )}
    </div>
  );
}

function factsOf({ model, notes }: Regression): string {
  if (!model) return notes.join(' ');
  const facts = `R² ${decimalText(model.rSquared, 3)}, adjusted ${decimalText(model.adjustedRSquared, 3)}; ${model.count.toLocaleString('en-US')} schools, ${model.residualDegrees.toLocaleString('en-US')} degrees of freedom.`;
  return [facts, ...notes].join(' ');
}
