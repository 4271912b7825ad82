import { useMemo } from 'react';
import { formulaBookPage } from '../../shared/formulaBook/formulaBookPage.ts';
import { readyToWrite } from '../commands/readyToWrite.ts';
import { styleNonce } from '../grid/gridTheme.ts';
import { HandOutCard } from '../handOuts/HandOutCard.tsx';
import { useDocument, useDocumentValue, useWindowOnce } from '../state/hooks.ts';
import { PagePreview } from '../statements/PagePreview.tsx';
import { usePaper } from '../statements/PaperChoice.tsx';
import { Rationales } from './Rationales.tsx';

const HOLDS = [
  'Every rule in plain language, made from the model: sources, eligibility, weights, rates, floors, rounding.',
  'What the scenario changes, a worked example step by step, a glossary, and the reasons you have written.',
];

/** The formula book, with its pages in sight and the reasons that only a person can write. */
export function FormulaBookCard() {
  const window = useWindowOnce();
  const document = useDocument();
  const disagrees = useDocumentValue((it) => it.disagreement !== null);
  const paper = usePaper();
  const { calculation } = document;
  const { revision } = calculation;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the calculation is rewritten in place; its revision tells.
  const page = useMemo(
    () => formulaBookPage(calculation, { paper, at: new Date().toISOString(), styleNonce: styleNonce() }),
    [calculation, revision, paper],
  );
  const write = async (as: 'pdf' | 'html'): Promise<void> => {
    const numbers = await readyToWrite(window);
    if (!numbers) return;
    const written = await window.askJob('formulaBook/export', { ...numbers, as, paper });
    if (written) window.say(`Written: ${written.fileName}.`);
  };
  return (
    <HandOutCard title="Formula book" reader="for board and public" holds={HOLDS} testId="formula-book-card">
      <PagePreview title="Formula book" page={page} />
      <Rationales />
      <div className="hand-out-actions">
        <button type="button" className="button button-main" disabled={disagrees} onClick={() => void write('pdf')}>
          Formula book as PDF…
        </button>
        <button type="button" className="button" disabled={disagrees} onClick={() => void write('html')}>
          As HTML…
        </button>
      </div>
    </HandOutCard>
  );
}
