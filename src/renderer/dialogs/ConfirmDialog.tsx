import type { Dialog } from '../state/WindowState.ts';
import { DialogFrame } from './DialogFrame.tsx';

/** A question with named answers. Closing it is no answer. */
export function ConfirmDialog({ title, sentence, choices, answer }: Extract<Dialog, { kind: 'confirm' }>) {
  return (
    <DialogFrame title={title} onClose={() => answer(null)} className="dialog-narrow" testId="confirm">
      <p>{sentence}</p>
      <div className="dialog-actions">
        {choices.map((choice) => (
          <button
            key={choice.name}
            type="button"
            className={choice.isMain ? 'button button-main' : 'button'}
            data-first-focus={choice.isMain ? '' : undefined}
            onClick={() => answer(choice.name)}
          >
            {choice.label}
          </button>
        ))}
      </div>
    </DialogFrame>
  );
}
