import { floor } from '../../shared/calc/rational.ts';
import type { Change } from '../../shared/changes/Change.ts';
import { setCap, setFloorDecision, setScaling, setSolve } from '../../shared/changes/floors.ts';
import { LIMITS, SCALING_SCALE } from '../../shared/model/units.ts';
import { formatPercent, formatScaling } from '../../shared/text/formatNumber.ts';
import { parseFloorPercent, parseScaling } from '../../shared/text/parseNumber.ts';
import { Faces } from '../sheets/Faces.tsx';
import { LiveNumber } from '../sheets/LiveNumber.tsx';
import { useSayFixed } from '../sheets/useSayFixed.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import { useDocument } from '../state/hooks.ts';
import { floorDecisionOf } from './floorDecision.ts';
import { capText, scalingText } from './floorWords.ts';

type Solved = 'scaling' | 'cap' | 'typed';
const WAYS: readonly { readonly name: Solved; readonly label: string }[] = [
  { name: 'scaling', label: 'Solve scaling' },
  { name: 'cap', label: 'Solve cap' },
  { name: 'typed', label: 'Both typed' },
];
const SENTENCES: Readonly<Record<Solved, string>> = {
  scaling: 'The cap is as typed; the scaling is found so that deductions equal top-ups to the cent.',
  cap: 'Gainers give up all that they gain above the cap; the cap is found so that it pays the top-ups to the cent.',
  typed: 'Both are as typed. What does not suffice is said to be short; what is too much stays unallocated.',
};

/** Cap and scaling of the payer gainers: one of them solved, or both typed. */
export function GainerFields() {
  const document = useDocument();
  const { model, scenarioId, calculation } = document;
  const { topUps } = calculation.results;
  const decision = floorDecisionOf(document);
  const way: Solved = decision.solve ?? 'typed';
  const isFixed = document.readOnlyReason !== null;
  const sayFixed = useSayFixed();
  const cap = way === 'cap' ? capText(topUps) : formatPercent(decision.capPercent ?? 0);
  const scaling =
    way === 'typed' ? formatScaling(decision.scaling ?? SCALING_SCALE) : way === 'cap' ? '1' : scalingText(topUps);
  return (
    <>
      <Faces
        label="What is solved"
        names={WAYS}
        value={way}
        onChange={(next) => (isFixed ? sayFixed() : document.commit(changeWay(document, next)))}
      />
      <p className="hint">{SENTENCES[way]}</p>
      <div className="gainer-fields">
        <LiveNumber
          label="Gains kept up to (cap)"
          testId="cap"
          value={cap}
          edit={(text) => {
            const parsed = parseFloorPercent(text.trim() === '' ? '0' : text);
            return parsed.ok ? setCap(model, scenarioId, parsed.value) : parsed.sentence;
          }}
          below={<p className="hint">{way === 'cap' ? 'solved; type to fix it' : 'of the baseline'}</p>}
        />
        <LiveNumber
          label="Given up of the rest (scaling)"
          testId="scaling"
          value={scaling}
          isDisabled={way === 'cap'}
          edit={(text) => {
            const parsed = parseScaling(text);
            return parsed.ok ? setScaling(model, scenarioId, parsed.value) : parsed.sentence;
          }}
          below={<p className="hint">{way === 'scaling' ? 'solved; type to fix it' : 'a part of 1, or a percent'}</p>}
        />
      </div>
    </>
  );
}

/** What was solved stays as typed from then on: scaling rounded up and cap cut down, so that it still suffices. */
function changeWay({ model, scenarioId, calculation }: DocumentState, way: Solved): Change {
  if (way !== 'typed') return setSolve(model, scenarioId, way);
  const { capPercent, scaling, solve } = calculation.results.topUps;
  const units = (value: { numerator: bigint; denominator: bigint }, scale: number, most: number, isUp: boolean) => {
    const scaled = { numerator: value.numerator * BigInt(scale), denominator: value.denominator };
    const cut = floor(scaled);
    const isWhole = cut * scaled.denominator === scaled.numerator;
    return Math.min(most, Number(isUp && !isWhole ? cut + 1n : cut));
  };
  const fields =
    solve === 'scaling' && scaling
      ? { scaling: units(scaling, SCALING_SCALE, SCALING_SCALE, true) }
      : solve === 'cap' && capPercent
        ? { capPercent: units(capPercent, 10_000, LIMITS.floorPercent, false), scaling: SCALING_SCALE }
        : {};
  return setFloorDecision(model, scenarioId, { ...fields, solve: null }, 'solve → nothing');
}
