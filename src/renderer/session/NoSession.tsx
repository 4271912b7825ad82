import { addSession, freeSessionName } from '../../shared/changes/sessions.ts';
import { defaultLevers } from '../../shared/whatIf/defaultLevers.ts';
import { EmptySheet } from '../sheets/EmptySheet.tsx';
import { SheetFrame } from '../sheets/SheetFrame.tsx';
import { useDocumentOnce } from '../state/hooks.ts';
import { newNameSeed } from './newNameSeed.ts';
import { sessionViewOf } from './SessionView.ts';
import { useSessionChange } from './useSessionChange.ts';

/** Before the first session: what the sheet is for, and how to begin. */
export function NoSession() {
  const document = useDocumentOnce();
  const { add } = useSessionChange();
  const begin = (): void => {
    const id = add((model) =>
      addSession(
        model,
        freeSessionName(model, 'Board session'),
        newNameSeed(),
        defaultLevers(model, document.scenarioId),
      ),
    );
    if (id !== null) sessionViewOf(document).chooseSession(id);
  };
  return (
    <SheetFrame title="Board session" testId="session-sheet">
      <EmptySheet title="Show the board what a change would do">
        <p>
          A board session is a list of slides drawn from your numbers, with sliders for the weights and shares the board
          wants to try. It begins with slides that most boards ask for; schools of fewer than 10 pupils are not shown.
        </p>
        <button type="button" className="button button-main" data-testid="make-session" onClick={begin}>
          Make a session
        </button>
      </EmptySheet>
    </SheetFrame>
  );
}
