import { useMemo, useState } from 'react';
import type { SchoolRow } from '../../shared/model/rows.ts';
import './sheets.css';

/** More names than this are not shown at once; typing narrows them. */
const SHOWN = 200;

export interface SchoolPickerProps {
  readonly label: string;
  readonly schools: readonly SchoolRow[];
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}

/** Schools to tick, with a search; codes pasted into the search are ticked together. */
export function SchoolPicker({ label, schools, chosen, onChange }: SchoolPickerProps) {
  const [text, setText] = useState('');
  const byCode = useMemo(() => new Map(schools.map((school) => [school.code.toLowerCase(), school.code])), [schools]);
  const pasted = useMemo(() => {
    const words = text.split(/[\s,;]+/).filter((word) => word !== '');
    const codes = words.map((word) => byCode.get(word.toLowerCase())).filter((code) => code !== undefined);
    return words.length > 1 && codes.length === words.length ? codes : [];
  }, [text, byCode]);
  const wanted = text.trim().toLowerCase();
  const found = schools.filter(
    (school) =>
      pasted.includes(school.code) ||
      school.name.toLowerCase().includes(wanted) ||
      school.code.toLowerCase().startsWith(wanted),
  );
  const change = (codes: readonly string[], isChosen: boolean): void => {
    const next = new Set(chosen);
    for (const code of codes) {
      if (isChosen) next.add(code);
      else next.delete(code);
    }
    onChange(next);
  };
  const areAll = found.length > 0 && found.every((school) => chosen.has(school.code));
  return (
    <fieldset className="picker">
      <legend className="visually-hidden">{label}</legend>
      <div className="picker-bar">
        <input
          type="search"
          className="entry"
          aria-label="Find schools by name or code, or paste codes"
          placeholder="Name or code, or paste codes"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <button
          type="button"
          className="button"
          disabled={found.length === 0}
          onClick={() =>
            change(
              found.map((school) => school.code),
              !areAll,
            )
          }
        >
          {areAll ? 'Untick' : 'Tick'} {wanted === '' ? 'all' : `these ${found.length}`}
        </button>
      </div>
      <div className="picker-list">
        {found.slice(0, SHOWN).map((school) => (
          <label key={school.code} className="picker-row">
            <input
              type="checkbox"
              checked={chosen.has(school.code)}
              onChange={(event) => change([school.code], event.target.checked)}
            />
            <span className="picker-name">{school.name}</span>
            <span className="dim">{school.code}</span>
          </label>
        ))}
        {found.length > SHOWN ? (
          <p className="hint">{(found.length - SHOWN).toLocaleString('en-US')} more schools. Type to narrow them.</p>
        ) : null}
        {found.length === 0 ? <p className="hint">No school is called so.</p> : null}
      </div>
    </fieldset>
  );
}
