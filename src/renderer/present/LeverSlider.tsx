import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { LeverRow } from '../../shared/model/rows.ts';
import { leverKey, leverLabel, leverNote, leverText, parseLeverText } from '../../shared/whatIf/leverTargets.ts';
import { useDocumentValue } from '../state/hooks.ts';
import type { LiveSession } from './LiveSession.ts';
import { steppedTo, valueAfterKey } from './leverSteps.ts';
import { useShown } from './useLive.ts';

export interface LeverSliderProps {
  readonly live: LiveSession;
  readonly lever: LeverRow;
}

/** A click on the track that is further away than this many steps is a jump; nearer, the thumb was taken hold of. */
const JUMP_STEPS = 3;

/** One number that may be moved before the board: a slider, the exact value beside it, and the way back. */
export function LeverSlider({ live, lever }: LeverSliderProps) {
  const id = useId();
  useDocumentValue((it) => it.structureRevision);
  const { model } = live.document;
  const value = useShown(live, () => live.aim(lever));
  const start = useShown(live, () => live.startOf(lever));
  const pressed = useRef<'no' | 'down' | 'dragging'>('no');
  const label = lever.label || leverLabel(model, lever);
  if (typeof value === 'string') {
    return (
      <div className="lever" data-testid={`lever-row-${lever.id}`}>
        <span className="lever-label">{label}</span>
        <p className="hint">{value}</p>
      </div>
    );
  }
  const note = leverNote(model, lever, live.scenarioId);
  const isBeyond = value < lever.minimum || value > lever.maximum;
  const isMoved = start !== value && typeof start === 'number';
  const onKey = (event: KeyboardEvent): void => {
    const next = valueAfterKey(lever, value, event);
    if (next === null) return;
    event.preventDefault();
    live.jump(lever, next);
  };
  const slide = (raw: number): void => {
    const next = steppedTo(lever, raw);
    if (next === value) return;
    if (pressed.current === 'no' || (pressed.current === 'down' && Math.abs(next - value) > JUMP_STEPS * lever.step)) {
      if (pressed.current === 'down') pressed.current = 'dragging';
      live.jump(lever, next);
      return;
    }
    if (pressed.current === 'down') {
      pressed.current = 'dragging';
      live.takeHold();
    }
    live.drag(lever, next);
  };
  return (
    <div className={isMoved ? 'lever is-moved' : 'lever'} data-testid={`lever-row-${lever.id}`}>
      <label className="lever-label" htmlFor={id}>
        {label}
      </label>
      <ExactValue live={live} lever={lever} label={label} value={value} onKey={onKey} />
      <input
        id={id}
        type="range"
        className="lever-slider"
        data-testid={`lever-${lever.id}`}
        min={Math.min(lever.minimum, value)}
        max={Math.max(lever.maximum, value)}
        step={1}
        value={value}
        aria-valuetext={leverText(lever, value)}
        aria-describedby={[isBeyond ? `${id}-limits` : '', note ? `${id}-note` : ''].join(' ').trim() || undefined}
        onPointerDown={() => {
          pressed.current = 'down';
        }}
        onPointerUp={() => {
          pressed.current = 'no';
        }}
        onPointerCancel={() => {
          pressed.current = 'no';
        }}
        onChange={(event) => slide(Number(event.target.value))}
        onKeyDown={onKey}
      />
      <span className="lever-start">
        {isMoved ? (
          <>
            was {leverText(lever, start)}
            <button
              type="button"
              className="link"
              data-testid={`lever-reset-${lever.id}`}
              aria-label={`${label} back to ${leverText(lever, start)}`}
              onClick={() => live.jump(lever, start)}
            >
              Reset
            </button>
          </>
        ) : isBeyond ? null : (
          <span className="dim">
            {leverText(lever, lever.minimum)} – {leverText(lever, lever.maximum)}
          </span>
        )}
      </span>
      {isBeyond ? (
        <p className="hint lever-note" id={`${id}-limits`}>
          The lever stands beyond its limits of {leverText(lever, lever.minimum)} – {leverText(lever, lever.maximum)}.
        </p>
      ) : null}
      {note ? (
        <p className="hint lever-note" id={`${id}-note`}>
          {note}
        </p>
      ) : null}
    </div>
  );
}

interface ExactValueProps extends LeverSliderProps {
  readonly label: string;
  readonly value: number;
  readonly onKey: (event: KeyboardEvent) => void;
}

/** The number itself; typing one moves the lever there, also beyond the ends of the slider. */
function ExactValue({ live, lever, label, value, onKey }: ExactValueProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [sentence, setSentence] = useState<string | null>(null);
  const make = (): void => {
    if (typed === null) return;
    const read = parseLeverText(lever, typed);
    if (typeof read === 'string') {
      setSentence(read);
      return;
    }
    setTyped(null);
    setSentence(null);
    live.jump(lever, read);
  };
  const takeBack = (): void => {
    setTyped(null);
    setSentence(null);
  };
  return (
    <>
      <input
        className="entry lever-value"
        data-testid={`lever-value-${lever.id}`}
        aria-label={`${label}, exact value`}
        autoComplete="off"
        value={typed ?? leverText(lever, value)}
        aria-invalid={sentence ? true : undefined}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          setTyped(event.target.value);
          setSentence(null);
        }}
        onBlur={() => {
          make();
          if (sentence) takeBack();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault();
            make();
          } else if (event.key === 'Escape' && typed !== null) {
            event.preventDefault();
            event.stopPropagation();
            takeBack();
          } else if (typed === null && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) onKey(event);
        }}
      />
      {sentence ? (
        <p className="wrong lever-note" role="alert">
          {sentence}
        </p>
      ) : null}
    </>
  );
}

/** A key for the list: another lever in the same place begins anew. */
export const sliderKey = (lever: LeverRow): string => `${lever.id} ${leverKey(lever)}`;
