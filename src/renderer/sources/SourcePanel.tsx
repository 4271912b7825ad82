import { toDecimal } from '../../shared/calc/rational.ts';
import type { SourceResult } from '../../shared/calc/results.ts';
import { formatMoney } from '../../shared/text/formatNumber.ts';
import { SheetFrame } from '../sheets/SheetFrame.tsx';
import { useDocument, useWindowOnce } from '../state/hooks.ts';
import { CellTable } from './CellTable.tsx';
import { EligibilityEditor } from './EligibilityEditor.tsx';
import { FormulaEditor } from './FormulaEditor.tsx';
import { SourceChoices } from './SourceChoices.tsx';

/** One source in full: who gets it, how it is shared out, and what that comes to. */
export function SourcePanel({ source }: { readonly source: string }) {
  const document = useDocument();
  const row = document.model.table('source').get(source);
  const result = document.calculation.results.sources.find((one) => one.code === source);
  if (!row || !result) return null;
  return (
    <div className="source-panel">
      <SheetFrame title={row.name} testId="source-panel" subtitle={<WhatFollows result={result} />}>
        {result.stopped ? (
          <p className="source-stopped" role="status">
            {result.stopped.sentence}
          </p>
        ) : null}
        <div className="source-parts">
          <section className="source-part" aria-label="Who gets it">
            <h3 className="field-label">Who gets it</h3>
            <EligibilityEditor source={source} result={result} />
          </section>
          <section className="source-part source-part-wide" aria-label="How it is shared out">
            <h3 className="field-label">How it is shared out</h3>
            <SourceChoices source={source} />
            <MethodPart source={source} result={result} />
          </section>
        </div>
      </SheetFrame>
    </div>
  );
}

function WhatFollows({ result }: { readonly result: SourceResult }) {
  const left = result.leftCents < 0 ? 'short' : 'left';
  return (
    <span data-testid="source-sum">
      {formatMoney(result.amountCents)} = {formatMoney(result.centralCents)} central +{' '}
      {formatMoney(result.schoolsCents)} schools
      {result.leftCents === 0 ? null : (
        <>
          {' '}
          {result.leftCents < 0 ? '−' : '+'}{' '}
          <span className={result.leftCents < 0 ? 'loss' : ''}>
            {formatMoney(Math.abs(result.leftCents))} {left}
          </span>
        </>
      )}
      {result.roundingLeftCents > 0 ? ` (${formatMoney(result.roundingLeftCents)} rounding left central)` : ''}
    </span>
  );
}

function MethodPart({ source, result }: { readonly source: string; readonly result: SourceResult }) {
  const document = useDocument();
  const window = useWindowOnce();
  const weightSet = document.model.get('decision', document.scenarioId, source)?.weightSet;
  switch (result.method) {
    case 'shares':
    case 'rates':
      return <CellTable source={source} method={result.method} />;
    case 'proportional':
    case 'per_school':
      return <FormulaEditor source={source} method={result.method} result={result} />;
    case 'weights':
      return (
        <div className="source-words">
          <p>
            {weightSet
              ? `By the weights of ${weightSet}. `
              : 'No weight set is chosen. Choose one in the column Weight set. '}
            {result.base ? `The base is $${withMarks(toDecimal(result.base, 2))} per weighted pupil.` : ''}
          </p>
          <button type="button" className="button" onClick={() => window.goTo('weights')}>
            Open the weights
          </button>
        </div>
      );
    case 'table':
      return (
        <div className="source-words">
          <p>
            {result.status === 'lock'
              ? 'Stays under central control; what is typed for schools counts as committed to them.'
              : 'Goes to schools in the amounts typed on Grants.'}
          </p>
          <button type="button" className="button" onClick={() => window.goTo('grants')}>
            Open the amounts
          </button>
        </div>
      );
    default:
      return (
        <p className="source-words">
          All of it stays under central control. Choose Unlock to run it through the formula, Grant to give it to named
          schools, or the method Typed amounts to commit parts of it to schools.
        </p>
      );
  }
}

/** Cents as decimal text to dollars with marks: `374107.45` is `3,741.07`. */
function withMarks(cents: string): string {
  return formatMoney(Math.round(Number(cents)));
}
