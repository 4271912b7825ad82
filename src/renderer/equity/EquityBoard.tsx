import { type ComponentType, useState } from 'react';
import { type Onlookers, OnlookersContext } from '../pictures/Onlookers.ts';
import { EmptySheet } from '../sheets/EmptySheet.tsx';
import { Faces } from '../sheets/Faces.tsx';
import { PickedChip } from '../sheets/PickedChip.tsx';
import { usePickedCodes } from '../sheets/pickedSchools.ts';
import { SheetFrame } from '../sheets/SheetFrame.tsx';
import { useDocumentOnce, useDocumentValue, useStore, useWindowOnce } from '../state/hooks.ts';
import { ActualsFace } from './ActualsFace.tsx';
import { type BoardFaceProps, smallSchools } from './BoardFace.ts';
import { DecilesFace } from './DecilesFace.tsx';
import { EquityControls } from './EquityControls.tsx';
import { keepEquityView, readEquityView } from './EquityView.ts';
import { equityDataOf } from './equityDataOf.ts';
import { EQUITY_FACES, type EquityFace, keepEquityFace, readEquityFace } from './equityFaces.ts';
import { MeasuresFace } from './MeasuresFace.tsx';
import { NeedAndSpendingFace } from './NeedAndSpendingFace.tsx';
import { OutcomesFace } from './OutcomesFace.tsx';
import { QuestionsFace } from './QuestionsFace.tsx';
import { RegressionFace } from './RegressionFace.tsx';
import { PublicView, SeenByChoice } from './SeenByChoice.tsx';
import { YearsFace } from './YearsFace.tsx';
import './equity.css';

const SHOWN: Readonly<Record<EquityFace, ComponentType<BoardFaceProps>>> = {
  'need-and-spending': NeedAndSpendingFace,
  deciles: DecilesFace,
  regression: RegressionFace,
  measures: MeasuresFace,
  'averages-and-actuals': ActualsFace,
  years: YearsFace,
  outcomes: OutcomesFace,
  questions: QuestionsFace,
};

/** The board: one picture at a time, each following every edit and undo while it is shown. */
export default function EquityBoard() {
  const document = useDocumentOnce();
  const window = useWindowOnce();
  const revision = useDocumentValue((it) => it.revision);
  useDocumentValue((it) => it.structureRevision);
  const [view, setView] = useState(() => readEquityView(document, equityDataOf(document.calculation)));
  const picked = usePickedCodes();
  useStore(document.session);
  const face = readEquityFace(document);
  if (document.calculation.schools.length === 0) {
    return (
      <SheetFrame title="Equity board" testId="equity-sheet">
        <EmptySheet title="Nothing to draw yet">
          <p>
            Once there are schools with pupils, needs and budgets, this board shows who gets more per pupil, and whether
            money follows need.
          </p>
          <button type="button" className="button button-main" onClick={() => window.goTo('schools')}>
            Go to Schools
          </button>
        </EmptySheet>
      </SheetFrame>
    );
  }
  const change = (part: Partial<typeof view>): void => {
    const next = { ...view, ...part };
    setView(next);
    keepEquityView(document, next);
  };
  const show = (next: EquityFace): void => keepEquityFace(document, next);
  const onlookers: Onlookers = {
    seenBy: view.seenBy,
    smallSchools: () => smallSchools(document, view),
    minimumPupils: view.minimumPupils,
    isAnonymous: view.names === 'anonymous',
  };
  const Face = SHOWN[face];
  return (
    <SheetFrame
      title="Equity board"
      testId="equity-sheet"
      actions={
        <>
          <SeenByChoice view={view} onChange={change} />
          <Faces label="Picture" names={EQUITY_FACES} value={face} onChange={show} />
        </>
      }
    >
      {view.seenBy === 'public' ? <PublicView view={view} onChange={change} /> : null}
      <EquityControls document={document} face={face} view={view} onChange={change}>
        {picked ? (
          <span className="equity-picked">
            <PickedChip />
            <button type="button" className="button button-small" onClick={() => window.goTo('budgets')}>
              In School budgets
            </button>
          </span>
        ) : null}
      </EquityControls>
      <OnlookersContext value={onlookers}>
        <Face document={document} view={view} onChange={change} onFace={show} revision={revision} />
      </OnlookersContext>
    </SheetFrame>
  );
}
