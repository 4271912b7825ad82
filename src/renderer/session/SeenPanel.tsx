import { useMemo } from 'react';
import { editSession } from '../../shared/changes/sessions.ts';
import type { BoardSessionRow } from '../../shared/model/rows.ts';
import { LIMITS } from '../../shared/model/units.ts';
import { DEFAULT_MINIMUM_PUPILS, readHidden } from '../../shared/session/Audience.ts';
import { CheckField } from '../allocationFiles/CheckField.tsx';
import { CommitField } from '../sheets/CommitField.tsx';
import { Faces } from '../sheets/Faces.tsx';
import { useDocumentOnce, useDocumentValue } from '../state/hooks.ts';
import { type SeenGroup, seenKeys, writeHidden } from './seenKeys.ts';
import { sceneOf } from './sessionScene.ts';
import { unseenSentence } from './unseenSentence.ts';
import { useSessionChange } from './useSessionChange.ts';

/** What may be seen of a session: by the board, on the projector, and in everything that is handed out of it. */
export function SeenPanel({ session }: { readonly session: BoardSessionRow }) {
  const document = useDocumentOnce();
  const structure = useDocumentValue((it) => it.structureRevision);
  useDocumentValue((it) => it.revision);
  const { make } = useSessionChange();
  const { model } = document;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what there is to hide follows the lists of the document.
  const groups = useMemo(() => seenKeys(model), [model, structure]);
  const hidden = useMemo(() => readHiddenOrNull(session.hidden), [session.hidden]);
  const hide = (keys: readonly string[], isSeen: boolean, what: string): void => {
    const text = writeHidden(hidden ?? new Set(), keys, isSeen);
    make((held) => editSession(held, session.id, { hidden: text }, `${what} ${isSeen ? 'shown' : 'hidden'}`));
  };
  const minimum = (text: string) => {
    const read = readMinimum(text);
    if (typeof read === 'string') return read;
    return editSession(model, session.id, { minimumPupils: read }, `fewest pupils → ${read}`);
  };
  const scene = sceneOf(document, session);
  return (
    <div className="session-form" data-testid="session-seen">
      <p className="seen-sentence" data-testid="unseen-sentence">
        {typeof scene === 'string' ? scene : unseenSentence(scene.now)}
      </p>
      <div className="seen-line">
        <CommitField
          label="Schools and groups are shown from"
          value={`${session.minimumPupils} pupils`}
          make={minimum}
        />
        {session.minimumPupils < DEFAULT_MINIMUM_PUPILS ? (
          <p className="warn-line">
            Fewer than {DEFAULT_MINIMUM_PUPILS}: numbers of so small a school can tell of single pupils.
          </p>
        ) : null}
      </div>
      <Choice label="Names of schools">
        <Faces
          label="Names of schools"
          names={[
            { name: 'shown', label: 'Shown' },
            { name: 'anonymous', label: 'Anonymous' },
          ]}
          value={session.schoolNames}
          onChange={(schoolNames) =>
            make((held) => editSession(held, session.id, { schoolNames }, `names of schools → ${schoolNames}`))
          }
        />
      </Choice>
      <Choice label="Names of scenarios">
        <Faces
          label="Names of scenarios"
          names={[
            { name: 'shown', label: 'Shown' },
            { name: 'masked', label: 'Masked' },
          ]}
          value={session.scenarioNames}
          onChange={(scenarioNames) =>
            make((held) => editSession(held, session.id, { scenarioNames }, `names of scenarios → ${scenarioNames}`))
          }
        />
      </Choice>
      <Choice label="Projector">
        <Faces
          label="Projector"
          names={[
            { name: 'light', label: 'Light' },
            { name: 'dark', label: 'Dark' },
          ]}
          value={session.appearance}
          onChange={(appearance) =>
            make((held) => editSession(held, session.id, { appearance }, `projector → ${appearance}`))
          }
        />
      </Choice>
      <section className="seen-keys" aria-label="What may be seen">
        <h3>What may be seen</h3>
        {hidden === null ? (
          <p className="wrong">
            What this session hides cannot be read, so nothing of it is shown.{' '}
            <button type="button" className="link" onClick={() => hide([], true, 'what is hidden is chosen anew, all')}>
              Choose anew
            </button>
          </p>
        ) : (
          groups.map((group) => <KeyGroup key={group.label} group={group} hidden={hidden} onChange={hide} />)
        )}
      </section>
    </div>
  );
}

interface KeyGroupProps {
  readonly group: SeenGroup;
  readonly hidden: ReadonlySet<string>;
  readonly onChange: (keys: readonly string[], isSeen: boolean, what: string) => void;
}

function KeyGroup({ group, hidden, onChange }: KeyGroupProps) {
  const keys = group.keys.map(({ key }) => key);
  const count = keys.filter((key) => hidden.has(key)).length;
  const name = group.label.toLowerCase();
  return (
    <fieldset className="session-ticks">
      <legend>
        {group.label}
        {keys.length > 3 ? (
          <button
            type="button"
            className="link"
            onClick={() => onChange(keys, count > 0, `all ${name}`)}
            aria-label={count > 0 ? `Show all ${name}` : `Hide all ${name}`}
          >
            {count > 0 ? 'show all' : 'hide all'}
          </button>
        ) : null}
      </legend>
      {group.keys.map(({ key, label }) => (
        <CheckField
          key={key}
          label={label}
          isChecked={!hidden.has(key)}
          onChange={(isSeen) => onChange([key], isSeen, label)}
        />
      ))}
    </fieldset>
  );
}

function Choice({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <div className="seen-choice">
      <span aria-hidden="true">{label}</span>
      {children}
    </div>
  );
}

/** `10`, `10 pupils`. Or a sentence why it cannot be taken. */
function readMinimum(text: string): number | string {
  const typed = /^(\d{1,5})\s*(pupils?)?$/i.exec(text.trim().replace(',', ''))?.[1];
  const pupils = Number(typed ?? Number.NaN);
  if (!Number.isSafeInteger(pupils)) return 'Give a whole number of pupils, such as 10; 0 shows every school.';
  if (pupils > LIMITS.suppressedPupils) {
    return `At most ${LIMITS.suppressedPupils.toLocaleString('en-US')} pupils can be asked for.`;
  }
  return pupils;
}

function readHiddenOrNull(text: string): ReadonlySet<string> | null {
  try {
    return readHidden(text);
  } catch {
    return null;
  }
}
