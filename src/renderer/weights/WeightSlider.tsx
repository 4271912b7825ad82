import { useEffect, useRef, useState } from 'react';
import { setWeight } from '../../shared/changes/weights.ts';
import { formatWeight } from '../../shared/text/formatNumber.ts';
import { useDocument } from '../state/hooks.ts';
import type { WeightFigures } from './WeightFigures.ts';

interface Cell {
  readonly level: string;
  readonly need: string;
}

/** Half a weight at least to either side, so that small weights have a slider worth pulling. */
const LEAST_TOP = 10_000;

/** The selected weight as a slider: everything follows while it is pulled, and letting go makes the change. */
export function WeightSlider({ figures }: { readonly figures: WeightFigures }) {
  const document = useDocument();
  const { selection, model, calculation, scenarioId } = document;
  const slider = useRef<HTMLInputElement>(null);
  const [held, setHeld] = useState<Cell | null>(null);
  const selected: Cell | null =
    selection?.sheet === 'weights' && selection.columnId.startsWith('need:') && model.get('level', selection.rowKey)
      ? { level: selection.rowKey, need: selection.columnId.slice('need:'.length) }
      : null;
  const cell = selected ?? held;
  const level = cell ? model.get('level', cell.level) : undefined;
  const need = cell ? model.get('need', cell.need) : undefined;
  const now = cell ? (figures.weight(cell.level, cell.need) ?? 0) : 0;
  const start = cell ? (document.draft(() => figures.weight(cell.level, cell.need)) ?? 0) : 0;
  const top = Math.max(LEAST_TOP, Math.ceil((start * 2) / LEAST_TOP) * LEAST_TOP);

  useEffect(() => {
    if (selected && (selected.level !== held?.level || selected.need !== held?.need)) setHeld(selected);
  }, [selected, held]);

  const isShown = Boolean(cell && level && need);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the element comes and goes with the cell that is shown.
  useEffect(() => {
    // React's onChange follows every movement; only the element's own `change` says that it was let go.
    const element = slider.current;
    const letGo = (): void => {
      const { previewed } = document;
      if (previewed) document.commit(previewed);
    };
    element?.addEventListener('change', letGo);
    return () => element?.removeEventListener('change', letGo);
  }, [document, isShown]);

  if (!cell || !level || !need) return null;
  const move = (weight: number): void => {
    document.preview(
      document.draft(() => setWeight(model, scenarioId, figures.weightSet, cell.level, cell.need, weight)),
    );
  };
  const name = `${need.name}, ${level.name}`;
  return (
    <div className="weight-slider" data-levels={calculation.levels.length}>
      <span className="weight-slider-name">
        <b>{name}</b>{' '}
        <span className="dim">
          {start === now ? formatWeight(now) : `${formatWeight(start)} → `}
          {start === now ? '' : <b>{formatWeight(now)}</b>}
        </span>
      </span>
      <input
        ref={slider}
        type="range"
        min={0}
        max={top}
        step={100}
        value={now}
        disabled={document.readOnlyReason !== null}
        aria-label={`${name} weight`}
        aria-valuetext={formatWeight(now)}
        data-testid="weight-slider"
        onChange={(event) => move(Number(event.target.value))}
        onKeyDown={(event) => {
          if (event.key === 'Escape') document.preview(null);
        }}
      />
      <span className="dim">Alt ↑ ↓ by 0.01 · with Shift by 0.10</span>
    </div>
  );
}
