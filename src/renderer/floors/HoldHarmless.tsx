import { useRef } from 'react';
import { setFloorBasis, setHoldHarmless, setUseMinimums } from '../../shared/changes/floors.ts';
import type { FloorBasis } from '../../shared/model/rows.ts';
import { formatPercent } from '../../shared/text/formatNumber.ts';
import { parseFloorPercent } from '../../shared/text/parseNumber.ts';
import { Faces } from '../sheets/Faces.tsx';
import { LiveNumber } from '../sheets/LiveNumber.tsx';
import { useLetGo } from '../sheets/useLetGo.ts';
import { useSayFixed } from '../sheets/useSayFixed.ts';
import { useDocument } from '../state/hooks.ts';
import { floorDecisionOf } from './floorDecision.ts';

const BASES: readonly { readonly name: FloorBasis; readonly label: string }[] = [
  { name: 'total', label: 'In total' },
  { name: 'per_pupil', label: 'Per pupil' },
];

/** The slider's range in percent units, and a tenth of a percent. */
const LEAST = 900_000;
const MOST = 1_000_000;
const STEP = 1_000;

/** What the floor is: a part of this year's budget, minimums, or both; the higher one counts. */
export function HoldHarmless() {
  const document = useDocument();
  const { model, scenarioId } = document;
  const slider = useRef<HTMLInputElement>(null);
  useLetGo(slider, document);
  const decision = floorDecisionOf(document);
  const { holdHarmlessPercent: percent, basis } = decision;
  const isFixed = document.readOnlyReason !== null;
  const sayFixed = useSayFixed();
  const isMinimumsOn = decision.useMinimums === 'yes';
  return (
    <div className="floor-part" title={document.readOnlyReason ?? undefined}>
      <div className="hold-harmless">
        <LiveNumber
          label="Hold harmless at"
          testId="hold-harmless"
          value={percent === null ? '' : formatPercent(percent)}
          placeholder="nobody"
          edit={(text) => {
            if (text.trim() === '') return setHoldHarmless(model, scenarioId, null);
            const parsed = parseFloorPercent(text);
            return parsed.ok ? setHoldHarmless(model, scenarioId, parsed.value) : parsed.sentence;
          }}
        />
        <input
          ref={slider}
          type="range"
          min={LEAST}
          max={MOST}
          step={STEP}
          value={Math.min(MOST, Math.max(LEAST, percent ?? LEAST))}
          disabled={isFixed}
          aria-label="Hold harmless percent, 90 to 100"
          aria-valuetext={percent === null ? 'nobody is held harmless' : formatPercent(percent)}
          data-testid="hold-harmless-slider"
          className={percent === null ? 'slider-off' : undefined}
          onChange={(event) =>
            document.preview(document.draft(() => setHoldHarmless(model, scenarioId, Number(event.target.value))))
          }
          onKeyDown={(event) => {
            if (event.key === 'Escape') document.preview(null);
          }}
        />
        <span className="slider-ends" aria-hidden="true">
          <span>90</span>
          <span>100</span>
        </span>
      </div>
      <div className="floor-line">
        <Faces
          label="Basis of the comparison"
          names={BASES}
          value={basis}
          onChange={(next) => (isFixed ? sayFixed() : document.commit(setFloorBasis(model, scenarioId, next)))}
        />
        {percent === null ? null : (
          <button
            type="button"
            className="link"
            disabled={isFixed}
            onClick={() => document.commit(setHoldHarmless(model, scenarioId, null))}
          >
            Turn off
          </button>
        )}
      </div>
      <p className="hint">
        {basis === 'total'
          ? 'A school keeps this part of its current budget, however many pupils it has now.'
          : 'A school keeps this part of its current budget per pupil, for the pupils it has now.'}{' '}
        A new school has no current budget and no floor from it.
      </p>
      <label className="check">
        <input
          type="checkbox"
          checked={isMinimumsOn}
          disabled={isFixed}
          data-testid="use-minimums"
          onChange={(event) => document.commit(setUseMinimums(model, scenarioId, event.target.checked))}
        />
        Minimum operational budgets are floors as well
      </label>
      <p className="hint">The highest floor that a school has is the one that counts.</p>
    </div>
  );
}
