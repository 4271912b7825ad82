import { useState } from 'react';
import { parseEligibility } from '../../shared/calc/eligibility.ts';
import type { SourceResult } from '../../shared/calc/results.ts';
import { oneOfText, setEligibility } from '../../shared/changes/decisions.ts';
import { Faces } from '../sheets/Faces.tsx';
import { LiveField } from '../sheets/LiveField.tsx';
import { useDocument } from '../state/hooks.ts';
import { ChooseSchoolsDialog } from './ChooseSchoolsDialog.tsx';
import { ReachedSchools } from './ReachedSchools.tsx';

type Kind = 'all' | 'levels' | 'schools' | 'rule';
const KINDS: readonly { readonly name: Kind; readonly label: string }[] = [
  { name: 'all', label: 'Everyone' },
  { name: 'levels', label: 'By level' },
  { name: 'schools', label: 'By list' },
  { name: 'rule', label: 'By rule' },
];

export interface EligibilityEditorProps {
  readonly source: string;
  readonly result: SourceResult;
}

/** Which schools a source reaches: everyone, by level, by list or by rule, with the schools reached, live. */
export function EligibilityEditor({ source, result }: EligibilityEditorProps) {
  const document = useDocument();
  const { model, scenarioId } = document;
  const text = model.get('decision', scenarioId, source)?.eligibility ?? '';
  const held = parseEligibility(text);
  // Choosing a kind shows its editor; nothing changes before something is ticked or typed there.
  const [wanted, setWanted] = useState<{ kind: Kind; over: string } | null>(null);
  const [isChoosing, setIsChoosing] = useState(false);
  const kind: Kind = wanted && wanted.over === text ? wanted.kind : held.kind === 'fault' ? 'rule' : held.kind;
  const isFixed = document.readOnlyReason !== null;
  const commit = (next: string): void => document.commit(setEligibility(model, scenarioId, source, next));
  const choose = (next: Kind): void => {
    if (next === 'all') {
      setWanted(null);
      if (text !== '') commit('');
    } else setWanted({ kind: next, over: text });
  };
  const levels = model.ordered('level');
  const ticked = new Set(held.kind === 'levels' ? held.codes : []);
  const tick = (code: string, isOn: boolean): void => {
    const codes = levels.map((level) => level.code).filter((one) => (one === code ? isOn : ticked.has(one)));
    if (codes.length > 0) commit(oneOfText('level', codes));
  };
  return (
    <div className="eligibility">
      <Faces label="Who gets it" names={KINDS} value={kind} onChange={(next) => (isFixed ? undefined : choose(next))} />
      {kind === 'levels' ? (
        <fieldset className="eligibility-levels">
          <legend className="hint">Schools whose own level is</legend>
          {levels.map((level) => (
            <label key={level.code} className="eligibility-kind">
              <input
                type="checkbox"
                checked={ticked.has(level.code)}
                disabled={isFixed || (ticked.size === 1 && ticked.has(level.code))}
                onChange={(event) => tick(level.code, event.target.checked)}
              />
              {level.name}
            </label>
          ))}
        </fieldset>
      ) : null}
      {kind === 'schools' ? (
        <button type="button" className="button" disabled={isFixed} onClick={() => setIsChoosing(true)}>
          Choose schools…
        </button>
      ) : null}
      {kind === 'rule' ? (
        <LiveField
          label="Rule"
          rows={2}
          value={text}
          placeholder={'share("Poverty") >= 0.4'}
          edit={(typed) => {
            const read = parseEligibility(typed);
            return read.kind === 'fault' ? read.sentence : setEligibility(model, scenarioId, source, typed.trim());
          }}
        />
      ) : null}
      <ReachedSchools result={result} />
      {isChoosing ? <ChooseSchoolsDialog source={source} onClose={() => setIsChoosing(false)} /> : null}
    </div>
  );
}
