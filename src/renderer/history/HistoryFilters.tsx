import { useId } from 'react';
import { EVERYTHING, type HistoryChoice } from '../../shared/history/HistoryEntry.ts';
import { HISTORY_SHEETS } from '../../shared/history/historySheets.ts';
import { QuickFilter } from '../sheets/QuickFilter.tsx';
import { useDocumentOnce } from '../state/hooks.ts';
import type { HistoryWatch } from './HistoryWatch.ts';

const DAY_MS = 86_400_000;

/** The beginning of a day on this computer; null for no day. */
function momentOf(day: string, daysLater: number): string | null {
  const moment = new Date(`${day}T00:00`);
  if (Number.isNaN(moment.getTime())) return null;
  moment.setDate(moment.getDate() + daysLater);
  return moment.toISOString();
}

function dayOf(moment: string | null, daysLater: number): string {
  if (moment === null) return '';
  const day = new Date(new Date(moment).getTime() - daysLater * (DAY_MS / 2));
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

const textChoice = (value: string, label = value): HistoryChoice => ({ value, label });

/** What of the history is listed: all parts must fit. Main does the looking. */
export function HistoryFilters({ watch }: { readonly watch: HistoryWatch }) {
  const { filter, page } = watch;
  const chooseScenario = (value: string): void =>
    watch.narrow({ scenario: value === '' ? null : value === 'shared' ? value : Number(value) });
  const sheets = (page?.sheets ?? []).map((sheet) => textChoice(sheet, HISTORY_SHEETS[sheet] ?? sheet));
  return (
    <fieldset className="history-filters" data-testid="history-filters">
      <legend className="visually-hidden">Which entries</legend>
      <QuickFilter label="Find in the history" value={filter.text} onChange={(text) => watch.narrow({ text })} />
      <Choice
        label="Person"
        every="Everyone"
        value={filter.by ?? ''}
        choices={(page?.people ?? []).map((name) => textChoice(name))}
        onChange={(by) => watch.narrow({ by: by === '' ? null : by })}
      />
      <Choice
        label="Sheet"
        every="All sheets"
        value={filter.sheet ?? ''}
        choices={sheets.sort((left, right) => (left.label < right.label ? -1 : 1))}
        onChange={(sheet) => watch.narrow({ sheet: sheet === '' ? null : sheet })}
      />
      <Choice
        label="Scenario"
        every="All scenarios"
        value={filter.scenario === null ? '' : String(filter.scenario)}
        choices={[...(page?.scenarios ?? []), textChoice('shared', 'Shared by all')]}
        onChange={chooseScenario}
      />
      <Choice
        label="Source"
        every="All sources"
        value={filter.source ?? ''}
        choices={page?.sources ?? []}
        onChange={(source) => watch.narrow({ source: source === '' ? null : source })}
      />
      <SchoolChoice value={filter.school} onChange={(school) => watch.narrow({ school })} />
      <Day label="From" value={dayOf(filter.from, 0)} onChange={(day) => watch.narrow({ from: momentOf(day, 0) })} />
      <Day label="To" value={dayOf(filter.until, 1)} onChange={(day) => watch.narrow({ until: momentOf(day, 1) })} />
      <button
        type="button"
        className="button button-small"
        disabled={!watch.isNarrowed}
        onClick={() => watch.narrow(EVERYTHING)}
      >
        Show all
      </button>
    </fieldset>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly every: string;
  readonly value: string;
  readonly choices: readonly HistoryChoice[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, every, value, choices, onChange }: ChoiceProps) {
  return (
    <select
      className={`entry${value === '' ? '' : ' is-narrowed'}`}
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{every}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}

/** More names than this in the list of a field slow a browser down; typing finds every school all the same. */
const OFFERED = 300;

function SchoolChoice({ value, onChange }: { readonly value: string; readonly onChange: (school: string) => void }) {
  const { calculation } = useDocumentOnce();
  const id = useId();
  const typed = value.trim().toLowerCase();
  const offered = calculation.schools.filter(({ name }) => name.toLowerCase().includes(typed)).slice(0, OFFERED);
  return (
    <>
      <input
        type="search"
        className={`entry${value === '' ? '' : ' is-narrowed'}`}
        aria-label="School"
        placeholder="Any school"
        list={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <datalist id={id}>
        {offered.map(({ code, name }) => (
          <option key={code} value={name}>
            {code}
          </option>
        ))}
      </datalist>
    </>
  );
}

interface DayProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (day: string) => void;
}

function Day({ label, value, onChange }: DayProps) {
  return (
    <label className="history-day">
      {label}
      <input
        type="date"
        className={`entry${value === '' ? '' : ' is-narrowed'}`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
