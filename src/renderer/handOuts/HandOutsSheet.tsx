import { scenarioStamp } from '../../shared/calculator/scenarioStamp.ts';
import { FormulaBookCard } from '../formulaBook/FormulaBookCard.tsx';
import { EmptySheet } from '../sheets/EmptySheet.tsx';
import { SheetFrame } from '../sheets/SheetFrame.tsx';
import { useDocument, useDocumentValue, useWindowOnce } from '../state/hooks.ts';
import { StatementsCard } from '../statements/StatementsCard.tsx';
import { CalculatorsCard } from './CalculatorsCard.tsx';
import { DistrictWorkbookCard } from './DistrictWorkbookCard.tsx';
import './handOuts.css';

/** Exports: what principals, board and public are given. A further kind is a card of its own in this list. */
export function HandOutsSheet() {
  const window = useWindowOnce();
  const isEmpty = useDocumentValue((it) => it.calculation.schools.length === 0);
  if (isEmpty) {
    return (
      <SheetFrame title="Hand-outs" testId="hand-outs-sheet">
        <EmptySheet title="Nothing to hand out yet">
          <p>Once there are schools with budgets, their calculators and the district workbook are written here.</p>
          <button type="button" className="button button-main" onClick={() => window.goTo('schools')}>
            Go to Schools
          </button>
        </EmptySheet>
      </SheetFrame>
    );
  }
  return (
    <div className="sheet-stack hand-outs" data-testid="hand-outs-sheet">
      <SheetFrame title="Hand-outs" subtitle="for principals, board and public">
        <WhatIsWritten />
      </SheetFrame>
      <div className="hand-outs-cards">
        <div className="hand-outs-column">
          <CalculatorsCard />
          <DistrictWorkbookCard />
        </div>
        <div className="hand-outs-column">
          <StatementsCard />
          <FormulaBookCard />
        </div>
      </div>
    </div>
  );
}

/** The scenario whose numbers are written, and whether they are final; and what stands in the way. */
function WhatIsWritten() {
  const { model, scenarioId, calculation, disagreement } = useDocument();
  const window = useWindowOnce();
  const stamp = scenarioStamp(model, scenarioId);
  const stopped = calculation.results.sources.filter((source) => source.stopped);
  const { tiesOut } = calculation.results.tieOut;
  return (
    <div className="hand-outs-state">
      <p>
        <span className={stamp.isAdopted ? 'hand-outs-mark is-adopted' : 'hand-outs-mark'} data-testid="hand-outs-mark">
          {stamp.mark}
        </span>{' '}
        {stamp.sentence} This stands on every file{stamp.isAdopted ? '' : ', so that no draft is taken for a decision'}.
      </p>
      {disagreement ? <p className="bad">{disagreement}</p> : null}
      {stopped.length > 0 ? (
        <p className="bad" data-testid="hand-outs-stopped">
          {stopped.length === 1 ? 'A source is stopped' : `${stopped.length} sources are stopped`}, so the budgets are
          not complete and nothing can be handed out.{' '}
          <button type="button" className="button button-small" onClick={() => window.goTo('tie-out')}>
            Go to Tie-out
          </button>
        </p>
      ) : tiesOut ? null : (
        <p className="warn">The scenario does not tie out yet; the district workbook says so, too.</p>
      )}
    </div>
  );
}
