import { useState } from 'react';
import { formatChange, formatCount, formatMoney } from '../../shared/text/formatNumber.ts';
import { readyToWrite } from '../commands/readyToWrite.ts';
import { SelectField } from '../sheets/SelectField.tsx';
import { useDocument, useWindowOnce } from '../state/hooks.ts';
import { HandOutCard } from './HandOutCard.tsx';
import { useIsBlocked } from './useIsBlocked.ts';

const HOLDS = [
  'The school’s counts as cells to type into; every rate, floor and total follows, offline, in Excel or LibreOffice.',
  'With untouched counts each formula gives the budget shown here, to the cent.',
  'This year against next, one printed page, and a second sheet with the arithmetic in words.',
  'Locked without a password; other schools’ counts are held as planned.',
];

/** Calculator workbooks: of one school, of all schools, or one for the district. */
export function CalculatorsCard() {
  const window = useWindowOnce();
  const { calculation } = useDocument();
  const isBlocked = useIsBlocked();
  const { schools } = calculation;
  const [wanted, setWanted] = useState('');
  // A school that has gone meanwhile gives its place to the first.
  const code = calculation.schoolIndex(wanted) >= 0 ? wanted : (schools[0]?.code ?? '');
  const write = async (what: 'school' | 'all' | 'district'): Promise<void> => {
    const numbers = await readyToWrite(window);
    if (!numbers) return;
    const school = what === 'school' ? code : null;
    const written = await window.askJob('calculators/export', { ...numbers, what, school });
    if (!written) return;
    const { count, fileName } = written;
    window.say(
      what === 'all' ? `${count.toLocaleString('en-US')} calculators written to ${fileName}.` : `Written: ${fileName}.`,
    );
  };
  const count = schools.length.toLocaleString('en-US');
  return (
    <HandOutCard title="Calculator workbooks" reader="for principals" holds={HOLDS} testId="calculators-card">
      <div className="hand-out-choice">
        <SelectField
          label="School"
          value={code}
          choices={schools.map((school) => ({ value: school.code, label: `${school.code} · ${school.name}` }))}
          onChange={setWanted}
        />
        <button type="button" className="button" disabled={isBlocked} onClick={() => void write('school')}>
          This school…
        </button>
      </div>
      <Preview code={code} />
      <div className="hand-out-actions">
        <button type="button" className="button button-main" disabled={isBlocked} onClick={() => void write('all')}>
          All {count} schools into a folder…
        </button>
        <button type="button" className="button" disabled={isBlocked} onClick={() => void write('district')}>
          One for the district…
        </button>
      </div>
      <p className="hint">The district’s has a list to choose the school from, and looks its figures up.</p>
    </HandOutCard>
  );
}

/** The head of the chosen school's calculator, as it will stand in the file. */
function Preview({ code }: { readonly code: string }) {
  const { calculation } = useDocument();
  const { results } = calculation;
  const at = calculation.schoolIndex(code);
  if (at < 0) return null;
  const paying = results.sources.filter((source) => source.status !== 'lock' && source.amounts[at] !== 0).length;
  const lines: readonly (readonly [string, string])[] = [
    ['This year', Number.isNaN(results.current[at]!) ? 'none' : formatMoney(results.current[at]!)],
    ['As planned', formatMoney(results.total[at]!)],
    ['Change', Number.isNaN(results.change[at]!) ? 'none' : formatChange(results.change[at]!)],
    ['Pupils', formatCount(results.pupils[at]!)],
    ['Sources', String(paying)],
    ['Top-up', formatMoney(results.topUp[at]!)],
  ];
  return (
    <dl className="hand-out-preview" data-testid="calculator-preview">
      {lines.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
