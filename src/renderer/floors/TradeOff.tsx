import { useEffect, useState } from 'react';
import { toNumber } from '../../shared/calc/rational.ts';
import { HOLD_HARMLESS_RANGE, type TradeOffPoint } from '../../shared/calc/topUps/tradeOff.ts';
import type { Change } from '../../shared/changes/Change.ts';
import { setCap, setHoldHarmless } from '../../shared/changes/floors.ts';
import { formatCompactMoney } from '../../shared/text/formatNumber.ts';
import { Faces } from '../sheets/Faces.tsx';
import { SheetFrame } from '../sheets/SheetFrame.tsx';
import type { DocumentState } from '../state/DocumentState.ts';
import { useDocument, useDocumentOnce } from '../state/hooks.ts';
import { Curve, type CurvePoint } from './Curve.tsx';
import { floorDecisionOf } from './floorDecision.ts';
import { TradeOffTable } from './TradeOffTable.tsx';
import { capRange, TradeOffWatch } from './TradeOffWatch.ts';

type Face = 'curve' | 'table';
const FACES: readonly { readonly name: Face; readonly label: string }[] = [
  { name: 'curve', label: 'Curve' },
  { name: 'table', label: 'Table' },
];
/** A tenth of a percent: what an arrow key or a click sets. */
const STEP = 1_000;
const UNITS = 10_000;

const percentMark = (units: number): string => `${Math.round(units) / UNITS}%`;

/** What the floor costs at other percents, and what gainers give under other caps; each point can be set. */
export function TradeOff() {
  const [face, setFace] = useState<Face>('curve');
  const watch = useTradeOffWatch();
  const document = useDocument();
  const { model, scenarioId } = document;
  const { payer, holdHarmlessPercent, solve } = floorDecisionOf(document);
  return (
    <SheetFrame
      title="Trade-off"
      testId="trade-off"
      actions={<Faces label="Show the trade-off as" names={FACES} value={face} onChange={setFace} />}
    >
      <div className="trade-off-body">
        {watch === null ? null : face === 'table' ? (
          <TradeOffTable
            floor={watch.floor}
            cap={payer === 'gainers' ? watch.cap : []}
            at={holdHarmlessPercent}
            isPaid={payer !== null}
            isFixed={document.readOnlyReason !== null}
            onFloor={(percent) => document.commit(setHoldHarmless(model, scenarioId, percent))}
            onCap={(percent) => document.commit(setCap(model, scenarioId, percent))}
          />
        ) : (
          <>
            <FloorCurve points={watch.floor} />
            {payer === 'gainers' ? <CapCurve points={watch.solve === solve ? watch.cap : []} /> : null}
            <p className="hint">
              {document.readOnlyReason === null ? 'Click, or use the arrow keys, to set it.' : ''}
              {payer !== null && watch.floor.some((point) => point.shortCents > 0)
                ? ' Where the line is red, the payer cannot pay it all.'
                : ''}
              {payer === 'gainers' ? '' : ' With gainers paying, a second curve shows what they give under each cap.'}
              {watch.floor.some((point) => point.isEstimate) ? ' Under this payer the curve is within rounding.' : ''}
            </p>
          </>
        )}
      </div>
    </SheetFrame>
  );
}

function useTradeOffWatch(): TradeOffWatch | null {
  const document = useDocumentOnce();
  const [held, setHeld] = useState<TradeOffWatch | null>(null);
  const [, setVersion] = useState(0);
  useEffect(() => {
    const watch = new TradeOffWatch(document);
    const stop = watch.subscribe(() => setVersion(watch.version));
    setHeld(watch);
    return () => {
      stop();
      watch.close();
    };
  }, [document]);
  return held;
}

/** What a curve does to the document: it previews while it is moved, and makes one change when it is let go. */
const moving = (document: DocumentState, build: (x: number) => Change) => ({
  isFixed: document.readOnlyReason !== null,
  onMove: (x: number) => document.preview(document.draft(() => build(x))),
  onLetGo: () => {
    if (document.previewed) document.commit(document.previewed);
  },
  onTakeBack: () => document.preview(null),
});

function FloorCurve({ points }: { readonly points: readonly TradeOffPoint[] }) {
  const document = useDocument();
  const { model, scenarioId, calculation } = document;
  const { holdHarmlessPercent: at, payer } = floorDecisionOf(document);
  const cost = calculation.results.topUps.totalCents;
  const text = at === null ? 'Nobody is held harmless' : `${percentMark(at)} costs ${formatCompactMoney(cost)}`;
  return (
    <figure className="curve-figure">
      <figcaption>
        Cost by hold-harmless percent <b>{at === null ? '' : text}</b>
      </figcaption>
      <Curve
        label="Hold-harmless percent by its cost"
        testId="floor-curve"
        points={points.map((point) => ({
          x: point.percent,
          y: point.topUpCents,
          isShort: payer !== null && point.shortCents > 0,
        }))}
        least={HOLD_HARMLESS_RANGE.from}
        most={HOLD_HARMLESS_RANGE.to}
        step={STEP}
        at={at}
        atY={at === null ? null : cost}
        atText={text}
        formatX={percentMark}
        formatY={formatCompactMoney}
        {...moving(document, (x) => setHoldHarmless(model, scenarioId, x))}
      />
    </figure>
  );
}

/** With the scaling solved: the scaling that each cap asks for. Otherwise: what gainers give, against what is needed. */
function CapCurve({ points }: { readonly points: readonly TradeOffPoint[] }) {
  const document = useDocument();
  const { model, scenarioId, calculation } = document;
  const { solve, capPercent } = floorDecisionOf(document);
  const { topUps } = calculation.results;
  const range = capRange(document);
  const isScaling = solve === 'scaling';
  const at = solve === 'cap' ? (topUps.capPercent ? toNumber(topUps.capPercent) * UNITS : null) : (capPercent ?? 0);
  const scaling = topUps.scaling ? toNumber(topUps.scaling) : 0;
  const shown: CurvePoint[] = points.map((point) => ({
    x: point.percent,
    y: isScaling ? (point.scaling ? Math.min(1, toNumber(point.scaling)) : 0) : point.deductionCents,
    isShort: point.shortCents > 0,
  }));
  const formatScaling = (value: number): string => value.toFixed(2);
  const text =
    at === null
      ? 'No cap is needed'
      : `${percentMark(at)}${isScaling ? ` needs ${scaling.toFixed(4)}` : ` gives ${formatCompactMoney(topUps.deductionCents)}`}`;
  return (
    <figure className="curve-figure">
      <figcaption>
        {isScaling ? 'Scaling that gainers need, by cap' : 'What gainers give, by cap'} <b>{text}</b>
      </figcaption>
      <Curve
        label={isScaling ? 'Cap by the scaling it needs' : 'Cap by what gainers give'}
        testId="cap-curve"
        points={shown}
        least={range.from}
        most={range.to}
        step={STEP}
        at={at}
        atY={isScaling ? Math.min(1, scaling) : topUps.deductionCents}
        atText={text}
        formatX={percentMark}
        formatY={isScaling ? formatScaling : formatCompactMoney}
        {...(isScaling ? { highest: 1 } : { needed: topUps.totalCents })}
        {...moving(document, (x) => setCap(model, scenarioId, x))}
      />
    </figure>
  );
}
