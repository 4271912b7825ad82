import { useState } from 'react';
import {
  addSession,
  duplicateSession,
  freeSessionName,
  orderedSessions,
  removeSession,
  renameSession,
} from '../../shared/changes/sessions.ts';
import type { BoardSessionRow } from '../../shared/model/rows.ts';
import { defaultLevers } from '../../shared/whatIf/defaultLevers.ts';
import { COMMANDS } from '../commands/commands.ts';
import { CommandButton } from '../shell/CommandButton.tsx';
import { useDocument, useWindowOnce } from '../state/hooks.ts';
import { ChoiceMenu } from './ChoiceMenu.tsx';
import { newNameSeed } from './newNameSeed.ts';
import { sessionViewOf } from './SessionView.ts';
import { useSessionChange } from './useSessionChange.ts';

/** The sessions of the document, what can be done with the one shown, and the ways to show it to others. */
export function SessionBar({ session }: { readonly session: BoardSessionRow }) {
  const document = useDocument();
  const window = useWindowOnce();
  const view = sessionViewOf(document);
  const { make, add } = useSessionChange();
  const [isRenaming, setRenaming] = useState(false);
  const { model } = document;
  const sessions = orderedSessions(model);
  const present = COMMANDS.find(({ name }) => name === 'present');

  const begin = (): void => {
    const id = add((held) =>
      addSession(held, freeSessionName(held, 'Board session'), newNameSeed(), defaultLevers(held, document.scenarioId)),
    );
    if (id === null) return;
    view.chooseSession(id);
    setRenaming(true);
  };
  const duplicate = (): void => {
    const id = add((held) => duplicateSession(held, session.id));
    if (id !== null) view.chooseSession(id);
  };
  const remove = async (): Promise<void> => {
    const answer = await window.confirm(
      `Remove ${session.name}?`,
      'The session goes from this document with its slides, notes and levers. Undo brings it back.',
      [{ name: 'remove', label: 'Remove session', isMain: true }],
    );
    if (answer === 'remove') make((held) => removeSession(held, session.id));
  };
  const act = (name: string): void => {
    if (name === 'new') begin();
    else if (name === 'rename') setRenaming(true);
    else if (name === 'duplicate') duplicate();
    else if (name === 'remove') void remove();
  };
  return (
    <header className="card session-bar">
      <h2>Board session</h2>
      {isRenaming ? (
        <SessionName session={session} onEnd={() => setRenaming(false)} />
      ) : (
        <select
          className="entry session-choice"
          aria-label="Session shown"
          data-testid="session-choice"
          value={session.id}
          onChange={(event) => view.chooseSession(Number(event.target.value))}
          onKeyDown={(event) => {
            if (event.key !== 'F2') return;
            event.preventDefault();
            setRenaming(true);
          }}
        >
          {sessions.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
      <ChoiceMenu
        label="What to do with the session"
        testId="session-menu"
        className="button button-quiet"
        choices={[
          { name: 'new', label: 'New session' },
          { name: 'rename', label: 'Rename', keys: 'F2' },
          { name: 'duplicate', label: 'Duplicate' },
          { name: 'remove', label: 'Remove…', beginsPart: true },
        ]}
        onChoose={act}
      >
        •••
      </ChoiceMenu>
      <span className="grow" />
      <button
        type="button"
        className="button"
        title="Board packet as PDF, as one web page, or as pictures"
        onClick={() => view.show('packet')}
      >
        Board packet…
      </button>
      {present ? (
        <CommandButton command={present} className="button button-main session-present" testId="present">
          Present <kbd>F5</kbd>
        </CommandButton>
      ) : null}
    </header>
  );
}

interface SessionNameProps {
  readonly session: BoardSessionRow;
  readonly onEnd: () => void;
}

/** A name typed where it stands. Enter or leaving makes the change, Esc takes it back. */
function SessionName({ session, onEnd }: SessionNameProps) {
  const { make } = useSessionChange();
  const [name, setName] = useState(session.name);
  const finish = (): void => {
    onEnd();
    if (name.trim() !== session.name) make((held) => renameSession(held, session.id, name.trim()));
  };
  return (
    <input
      className="entry session-choice"
      aria-label="Name of the session"
      data-testid="session-name"
      // biome-ignore lint/a11y/noAutofocus: the field takes the place of the list that asked for it.
      autoFocus
      value={name}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setName(event.target.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        else if (event.key === 'Escape') {
          event.preventDefault();
          event.stopPropagation();
          onEnd();
        }
      }}
    />
  );
}
