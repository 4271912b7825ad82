import { useMemo, useState } from 'react';
import { DEFAULT_MINIMUM_PUPILS } from '../../shared/session/Audience.ts';
import { statementsPage } from '../../shared/statements/statementsPage.ts';
import { readyToWrite } from '../commands/readyToWrite.ts';
import { styleNonce } from '../grid/gridTheme.ts';
import { HandOutCard } from '../handOuts/HandOutCard.tsx';
import { useIsBlocked } from '../handOuts/useIsBlocked.ts';
import { SelectField } from '../sheets/SelectField.tsx';
import { useDocument, useWindowOnce } from '../state/hooks.ts';
import { LogoChoice } from './LogoChoice.tsx';
import { PagePreview } from './PagePreview.tsx';
import { PaperChoice, usePaper } from './PaperChoice.tsx';

const HOLDS = [
  'One page a school: this year and next, every source line by line, floor and who paid, how to read it.',
  'PDF with tags and bookmarks for readers and screen readers, or one web page that prints the same.',
  `Counts of fewer than ${DEFAULT_MINIMUM_PUPILS} pupils stand in them as they are: hand each to its school, not to the public.`,
];

/** Two-year statements: of one school with its page in sight, or of all schools as one file. */
export function StatementsCard() {
  const window = useWindowOnce();
  const { calculation } = useDocument();
  const isBlocked = useIsBlocked();
  const paper = usePaper();
  const { schools, revision } = calculation;
  const [wanted, setWanted] = useState('');
  const at = Math.max(0, calculation.schoolIndex(wanted));
  const code = schools[at]?.code ?? '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: the calculation is rewritten in place; its revision tells.
  const page = useMemo(
    () => statementsPage(calculation, [at], { paper, at: new Date().toISOString(), styleNonce: styleNonce() }),
    [calculation, revision, at, paper],
  );
  const write = async (school: string | null, as: 'pdf' | 'html'): Promise<void> => {
    const numbers = await readyToWrite(window);
    if (!numbers) return;
    const written = await window.askJob('statements/export', { ...numbers, school, as, paper });
    if (!written) return;
    const { fileName, statements, longer } = written;
    const told = longer === 0 ? '' : ` ${longer} of them take more than one page.`;
    window.say(
      school === null
        ? `${statements.toLocaleString('en-US')} statements written to ${fileName}.${told}`
        : `Written: ${fileName}.`,
    );
  };
  const count = schools.length.toLocaleString('en-US');
  return (
    <HandOutCard title="Two-year statements" reader="for principals and parents" holds={HOLDS} testId="statements-card">
      <div className="statement-options">
        <SelectField
          label="School"
          value={code}
          choices={schools.map((school) => ({ value: school.code, label: `${school.code} · ${school.name}` }))}
          onChange={setWanted}
        />
        <PaperChoice />
        <LogoChoice />
      </div>
      <PagePreview title={`Statement of ${schools[at]?.name ?? ''}`} page={page} />
      <div className="hand-out-actions">
        <button
          type="button"
          className="button button-main"
          disabled={isBlocked}
          onClick={() => void write(null, 'pdf')}
        >
          All {count} as one PDF…
        </button>
        <button type="button" className="button" disabled={isBlocked} onClick={() => void write(null, 'html')}>
          All as HTML…
        </button>
        <button type="button" className="button" disabled={isBlocked} onClick={() => void write(code, 'pdf')}>
          This one as PDF…
        </button>
        <button type="button" className="button" disabled={isBlocked} onClick={() => void write(code, 'html')}>
          This one as HTML…
        </button>
      </div>
    </HandOutCard>
  );
}
