import { type KeyboardEvent, useRef } from 'react';
import { editLever, moveLever, orderedLevers, removeLever } from '../../shared/changes/sessions.ts';
import type { BoardSessionRow } from '../../shared/model/rows.ts';
import { CommitField } from '../sheets/CommitField.tsx';
import { useDocument, useStore, useWindowOnce } from '../state/hooks.ts';
import { AddLeverDialog } from './AddLeverDialog.tsx';
import { changeLimit, type LeverLine, type Limit, leverLine, limitText } from './leverLines.ts';
import { sessionViewOf } from './SessionView.ts';
import { useSessionChange } from './useSessionChange.ts';
import './sessionLevers.css';

const LIMITS: readonly { readonly limit: Limit; readonly label: string }[] = [
  { limit: 'minimum', label: 'From' },
  { limit: 'maximum', label: 'To' },
  { limit: 'step', label: 'By' },
];

/** The sliders of a session: which numbers they move, and between what. */
export function LeverPanel({ session }: { readonly session: BoardSessionRow }) {
  const document = useDocument();
  const view = useStore(sessionViewOf(document));
  const { model, scenarioId } = document;
  const levers = orderedLevers(model, session.id);
  return (
    <div className="session-form" data-testid="session-lever-list">
      {levers.length === 0 ? (
        <p className="hint">
          A lever is a slider of the session: a weight, a share, what stays central, a floor, or “what if we had fewer
          pupils?”. While you present, moving it moves every slide, and the document stays as it is.
        </p>
      ) : (
        <ol className="session-levers">
          {levers.map((lever, at) => (
            <LeverItem
              key={lever.id}
              line={leverLine(model, scenarioId, lever)}
              at={at}
              isLast={at === levers.length - 1}
            />
          ))}
        </ol>
      )}
      <button
        type="button"
        className="button session-add-lever"
        data-testid="add-lever"
        onClick={() => view.startAdding(true)}
      >
        Add lever…
      </button>
      {view.isAdding ? <AddLeverDialog session={session} onClose={() => view.startAdding(false)} /> : null}
    </div>
  );
}

interface LeverItemProps {
  readonly line: LeverLine;
  readonly at: number;
  readonly isLast: boolean;
}

/** One slider. Alt with the arrow keys moves it in the list, wherever the focus is within it. */
function LeverItem({ line, at, isLast }: LeverItemProps) {
  const document = useDocument();
  const window = useWindowOnce();
  const { make } = useSessionChange();
  const root = useRef<HTMLLIElement>(null);
  const { model } = document;
  const { lever, label, ownLabel, value, fault, place } = line;
  const move = (by: -1 | 1): void => {
    if (by < 0 ? at === 0 : isLast) return;
    make((held) => moveLever(held, lever.id, at + by));
    root.current?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0 || !event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    move(by);
  };
  return (
    <li ref={root} className="lever-item" data-testid={`lever-line-${lever.id}`} onKeyDown={onKeyDown}>
      <div className="lever-head">
        <CommitField
          label={`Name of lever ${at + 1}`}
          value={label}
          make={(text) => editLever(model, lever.id, { label: text === ownLabel ? '' : text })}
        />
        <span className="lever-stands" title="As the scenario has it">
          {value ?? '—'}
        </span>
      </div>
      {place === null ? null : (
        <div className="lever-track" aria-hidden="true">
          <i style={{ left: `${place * 100}%` }} />
        </div>
      )}
      <div className="lever-limits">
        {LIMITS.map(({ limit, label: name }) => (
          <CommitField
            key={limit}
            label={name}
            value={limitText(lever, limit)}
            make={(text) => changeLimit(model, lever, limit, text)}
          />
        ))}
        <div className="lever-buttons">
          <button
            type="button"
            className="button button-small"
            aria-label={`Move ${label} up`}
            title="Move up (Alt+↑)"
            disabled={at === 0}
            onClick={() => move(-1)}
          >
            ↑
          </button>
          <button
            type="button"
            className="button button-small"
            aria-label={`Move ${label} down`}
            title="Move down (Alt+↓)"
            disabled={isLast}
            onClick={() => move(1)}
          >
            ↓
          </button>
          <button
            type="button"
            className="button button-small button-danger"
            aria-label={`Remove ${label}`}
            title="Remove the lever"
            onClick={() => {
              if (make((held) => removeLever(held, lever.id)))
                window.say(`Lever “${label}” is removed. Undo brings it back.`);
            }}
          >
            ✕
          </button>
        </div>
      </div>
      {fault ? <p className={value === null ? 'lever-gone' : 'hint'}>{fault}</p> : null}
    </li>
  );
}
