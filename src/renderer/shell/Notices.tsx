import { useDocument, useWindow } from '../state/hooks.ts';
import { CloseIcon } from './icons.tsx';

/** Sentences on top of the sheet: what was done, what could not be, and what stays wrong. */
export function Notices() {
  const window = useWindow();
  const document = useDocument();
  const { info, disagreement, readOnlyReason } = document;
  const lasting = [disagreement, info.readOnlyReason, readOnlyReason].filter((sentence) => sentence !== null);
  if (lasting.length === 0 && window.notices.length === 0) return null;
  return (
    <div className="notices" aria-live="polite">
      {lasting.map((sentence) => (
        <div
          key={sentence}
          className={sentence === disagreement ? 'notice notice-bad' : 'notice notice-lasting'}
          role="alert"
        >
          <span>{sentence}</span>
        </div>
      ))}
      {window.notices.map((notice) => (
        <div
          key={notice.id}
          className={`notice notice-${notice.tone}`}
          role={notice.tone === 'done' ? 'status' : 'alert'}
          data-testid={`notice-${notice.tone}`}
        >
          <span>
            {notice.sentence}
            {notice.detail.length > 0 ? (
              <ul>
                {notice.detail.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            ) : null}
          </span>
          <button
            type="button"
            className="button button-quiet"
            title="Dismiss"
            onClick={() => window.dismiss(notice.id)}
          >
            <CloseIcon />
            <span className="visually-hidden">Dismiss</span>
          </button>
        </div>
      ))}
    </div>
  );
}
