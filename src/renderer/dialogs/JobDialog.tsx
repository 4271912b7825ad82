import { useState } from 'react';
import { useWindow } from '../state/hooks.ts';
import type { ShownJob } from '../state/WindowState.ts';
import { DialogFrame } from './DialogFrame.tsx';

/** A long job: how far it is, and Cancel. Esc cancels too; the dialog goes when main says that the job has ended. */
export function JobDialog({ job }: { readonly job: ShownJob }) {
  const window = useWindow();
  const [isCancelling, setCancelling] = useState(false);
  const cancel = (): void => {
    if (isCancelling) return;
    setCancelling(true);
    void window.ask('job/cancel', null);
  };
  const { label, done, total } = job;
  const percent = total ? Math.min(100, Math.floor((100 * done) / total)) : null;
  return (
    <DialogFrame title={label} onClose={cancel} className="dialog-narrow job" testId="job">
      <progress aria-label={label} {...(total ? { value: Math.min(done, total), max: total } : {})} />
      <p className="job-count">
        <span>
          {total
            ? `${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')}`
            : isCancelling
              ? ''
              : 'Getting ready'}
        </span>
        <span>{percent === null ? '' : `${percent}%`}</span>
      </p>
      <p className="dim" role="status">
        {isCancelling ? 'Cancelling; what was begun is taken away.' : 'Nothing is in place before everything is whole.'}
      </p>
      <div className="dialog-actions">
        <button type="button" className="button" data-first-focus="" disabled={isCancelling} onClick={cancel}>
          Cancel
        </button>
      </div>
    </DialogFrame>
  );
}
