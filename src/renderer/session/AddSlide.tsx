import { addSlide } from '../../shared/changes/sessions.ts';
import type { BoardSessionRow } from '../../shared/model/rows.ts';
import { isSlideKind, SLIDE_KINDS, SLIDE_NAMES } from '../../shared/session/slideKinds.ts';
import { useDocumentOnce } from '../state/hooks.ts';
import { ChoiceMenu } from './ChoiceMenu.tsx';
import { sessionViewOf } from './SessionView.ts';
import { SLIDE_LINES } from './slideWords.ts';
import { useSessionChange } from './useSessionChange.ts';

export interface AddSlideProps {
  readonly session: BoardSessionRow;
  /** The slide behind which it comes to stand; at the end without it. */
  readonly after: number | undefined;
}

/** The kinds of slides with what each shows; the chosen one stands behind the slide in hand. */
export function AddSlide({ session, after }: AddSlideProps) {
  const document = useDocumentOnce();
  const { add } = useSessionChange();
  const choose = (kind: string): void => {
    if (!isSlideKind(kind)) return;
    const id = add((model) => addSlide(model, session.id, kind, after));
    if (id !== null) sessionViewOf(document).chooseSlide(id);
  };
  return (
    <ChoiceMenu
      label="Add slide"
      testId="add-slide"
      choices={SLIDE_KINDS.map((kind) => ({ name: kind, label: SLIDE_NAMES[kind], line: SLIDE_LINES[kind] }))}
      onChoose={choose}
    >
      Add slide…
    </ChoiceMenu>
  );
}
