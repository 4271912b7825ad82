import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { addLever, orderedLevers } from '../../shared/changes/sessions.ts';
import type { BoardSessionRow } from '../../shared/model/rows.ts';
import { leverKey, leverText, leverValue } from '../../shared/whatIf/leverTargets.ts';
import { possibleLevers } from '../../shared/whatIf/possibleLevers.ts';
import { suggestLever } from '../../shared/whatIf/suggestLever.ts';
import { SheetDialog } from '../sheets/SheetDialog.tsx';
import { useDocument } from '../state/hooks.ts';
import { findLevers, type PossibleLever } from './findLevers.ts';
import { useSessionChange } from './useSessionChange.ts';

/** More than this nobody reads; typing narrows them. */
const SHOWN = 200;

export interface AddLeverDialogProps {
  readonly session: BoardSessionRow;
  readonly onClose: () => void;
}

/** Every number of the scenario that can become a slider, by what it is, with a search. */
export function AddLeverDialog({ session, onClose }: AddLeverDialogProps) {
  const document = useDocument();
  const { add } = useSessionChange();
  const { model, scenarioId, commitRevision } = document;
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  // The dialog gives the focus to its first button when it opens; who opens this one wants to type.
  useEffect(() => search.current?.focus(), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what can be moved follows what is decided.
  const all = useMemo(() => possibleLevers(model, scenarioId), [model, scenarioId, commitRevision]);
  const found = useMemo(() => findLevers(all, text), [all, text]);
  const shown = found.slice(0, SHOWN);
  const held = new Set(orderedLevers(model, session.id).map((lever) => leverKey(lever)));
  const chosen = Math.min(at, shown.length - 1);
  useEffect(() => {
    list.current?.querySelector(`[data-at="${chosen}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const choose = (lever: PossibleLever | undefined): void => {
    if (!lever || held.has(leverKey(lever.target))) return;
    add((now) => {
      const suggested = suggestLever(now, scenarioId, lever.target);
      return typeof suggested === 'string' ? suggested : addLever(now, session.id, suggested);
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key] ?? 0;
    if (by !== 0) setAt(Math.max(0, Math.min(shown.length - 1, chosen + by)));
    else if (event.key === 'Enter') choose(shown[chosen]);
    else return;
    event.preventDefault();
  };
  return (
    <SheetDialog title="Add levers" onClose={onClose}>
      <input
        ref={search}
        type="search"
        className="entry"
        role="combobox"
        aria-label="Find a number that can become a lever"
        aria-expanded="true"
        aria-controls="possible-levers"
        aria-activedescendant={shown.length > 0 ? `possible-lever-${chosen}` : undefined}
        placeholder="Weight, share, source, level…"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div
        ref={list}
        id="possible-levers"
        className="possible-levers"
        role="listbox"
        aria-label="Numbers that can become levers"
        tabIndex={-1}
      >
        {shown.map((lever, place) => {
          const key = leverKey(lever.target);
          const isHeld = held.has(key);
          const value = leverValue(model, scenarioId, lever.target);
          return (
            <div key={key} role="presentation">
              {shown[place - 1]?.group === lever.group ? null : (
                <div className="possible-group" role="presentation">
                  {lever.group}
                </div>
              )}
              {/* biome-ignore lint/a11y/useFocusableInteractive: the search has the focus and names the option it stands on. */}
              {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the search. */}
              <div
                id={`possible-lever-${place}`}
                role="option"
                aria-selected={place === chosen}
                aria-disabled={isHeld}
                data-at={place}
                className="possible-lever"
                onClick={() => {
                  setAt(place);
                  choose(lever);
                }}
              >
                <span>{lever.label}</span>
                <span className="possible-value">
                  {isHeld ? 'on the session' : typeof value === 'number' ? leverText(lever.target, value) : '—'}
                </span>
              </div>
            </div>
          );
        })}
        {found.length > SHOWN ? (
          <p className="hint">{(found.length - SHOWN).toLocaleString('en-US')} more. Type to narrow them.</p>
        ) : null}
        {found.length === 0 ? (
          <p className="hint">
            {all.length === 0
              ? 'There is no number to move yet: enter weights, shares or floors first.'
              : 'No number is called so.'}
          </p>
        ) : null}
      </div>
      <div className="sheet-actions">
        <span className="hint grow">Enter adds the one in hand; arrow keys go through the list.</span>
        <button type="button" className="button button-main" onClick={onClose}>
          Done
        </button>
      </div>
    </SheetDialog>
  );
}
