import { useId, useState } from 'react';
import { describeScenario, STATUS_WORDS } from '../../shared/changes/scenarios.ts';
import { LIMITS } from '../../shared/model/units.ts';
import { INPUT_KINDS, listVersions, pinnedVersion } from '../../shared/versions/inputVersions.ts';
import { pinVersion } from '../../shared/versions/pinVersion.ts';
import { SelectField } from '../sheets/SelectField.tsx';
import { useDocument, useWindowOnce } from '../state/hooks.ts';
import { INPUT_NAMES, versionName } from '../versions/versionNames.ts';
import { adopt, setStatus } from './scenarioActions.ts';
import { useAdoptionCheck } from './useAdoptionCheck.ts';

/** What the scenario is: its description, what it came from, where it stands, and the versions of inputs it uses. */
export function AboutScenario() {
  const document = useDocument();
  const window = useWindowOnce();
  const { model, scenarioId: id } = document;
  const scenario = model.get('scenario', id);
  if (!scenario) return null;
  const isAdopted = scenario.status === 'adopted';
  const base = scenario.basedOn === null ? null : model.get('scenario', scenario.basedOn);
  return (
    <div className="about-scenario" data-testid="about-scenario">
      <Description key={`${id} ${scenario.description}`} />
      <p>
        {STATUS_WORDS[scenario.status]}
        {base ? `, based on “${base.name}”` : ''}.{' '}
        {scenario.status === 'draft' ? (
          <button type="button" className="button button-small" onClick={() => setStatus(window, id, 'proposed')}>
            Propose
          </button>
        ) : (
          <button type="button" className="button button-small" onClick={() => setStatus(window, id, 'draft')}>
            Back to draft
          </button>
        )}{' '}
        {isAdopted ? null : (
          <button type="button" className="button button-small" onClick={() => void adopt(window, id)}>
            Adopt…
          </button>
        )}
      </p>
      {isAdopted ? <Stamp key={id} /> : null}
      <div className="scenario-pins">
        {INPUT_KINDS.map((kind) => (
          <SelectField
            key={kind}
            label={INPUT_NAMES[kind]}
            value={String(pinnedVersion(scenario, kind))}
            isDisabled={isAdopted}
            choices={listVersions(model, kind).map(({ version }) => ({
              value: String(version.id),
              label: `${versionName(model, version)} ${version.name}`,
            }))}
            onChange={(version) => document.commit(pinVersion(model, id, Number(version)))}
          />
        ))}
      </div>
    </div>
  );
}

/** Typed as a whole; leaving the field makes the change, Esc takes the text back. */
function Description() {
  const document = useDocument();
  const window = useWindowOnce();
  const { model, scenarioId } = document;
  const held = model.get('scenario', scenarioId);
  const [typed, setTyped] = useState<string | null>(null);
  const id = useId();
  const finish = (): void => {
    if (typed === null) return;
    const change = describeScenario(model, scenarioId, typed.trim());
    if (typeof change === 'string') window.say(change, 'refusal');
    else document.commit(change);
    setTyped(null);
  };
  return (
    <div className="field">
      <label htmlFor={id}>Description</label>
      <textarea
        id={id}
        className="entry"
        rows={2}
        maxLength={LIMITS.noteLength}
        readOnly={held?.status === 'adopted'}
        placeholder="What this scenario tries, and for whom"
        value={typed ?? held?.description ?? ''}
        data-settled={typed === null ? '' : undefined}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={finish}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || typed === null) return;
          event.preventDefault();
          event.stopPropagation();
          setTyped(null);
        }}
      />
    </div>
  );
}

/** Who adopted it, when, and whether inputs and results still are what was adopted. */
function Stamp() {
  const document = useDocument();
  const check = useAdoptionCheck();
  const stamp = document.model.get('adoption', document.scenarioId);
  if (!stamp) return null;
  const verdict = (isSame: boolean): string => (isSame ? 'as adopted' : 'not as adopted');
  return (
    <div className="scenario-stamp" data-testid="scenario-stamp">
      <p>
        Adopted {new Date(stamp.at).toLocaleString('en-US', { dateStyle: 'long', timeStyle: 'short' })} by {stamp.by}.
      </p>
      <p className="hint">
        Inputs {stamp.inputsSha256.slice(0, 12)}
        {check ? <b className={check.sameInputs ? 'ok' : 'bad'}> {verdict(check.sameInputs)}</b> : null} · results{' '}
        {stamp.resultsSha256.slice(0, 12)}
        {check ? <b className={check.sameResults ? 'ok' : 'bad'}> {verdict(check.sameResults)}</b> : null}
      </p>
    </div>
  );
}
