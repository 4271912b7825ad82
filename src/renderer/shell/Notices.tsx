import { TamperBanner } from '../history/TamperBanner.tsx';
import { useDocumentOnce, useDocumentValue, useWindow, useWindowOnce } from '../state/hooks.ts';
import type { Notice } from '../state/WindowState.ts';
import { CloseIcon } from './icons.tsx';
import './notices.css';

function NoticeLine({ notice }: { readonly notice: Notice }) {
  const window = useWindowOnce();
  return (
    <div
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
      <button type="button" className="button button-quiet" title="Dismiss" onClick={() => window.dismiss(notice.id)}>
        <CloseIcon />
        <span className="visually-hidden">Dismiss</span>
      </button>
    </div>
  );
}

/**
 * What stays so stands on top of the sheet until it is dismissed or mended. What was done or refused just now stands for
 * a while in the lower right corner, beside the scenario tabs, so that no row moves under the pointer and no heading is
 * covered; Esc takes it away, and it stays while the pointer rests on it.
 */
export function Notices() {
  const window = useWindow();
  const { notices } = window;
  const document = useDocumentOnce();
  const lasting = useDocumentValue((it) =>
    [it.disagreement, it.info.readOnlyReason].filter((one) => one !== null).join('\n'),
  );
  const isAltered = useDocumentValue((it) => it.info.logFault !== null);
  const standing = notices.filter((notice) => notice.tone === 'lasting');
  const passing = notices.filter((notice) => notice.tone !== 'lasting');
  return (
    <>
      {lasting !== '' || standing.length > 0 || isAltered ? (
        <div className="notices">
          <TamperBanner />
          {lasting
            .split('\n')
            .filter(Boolean)
            .map((sentence) => (
              <div
                key={sentence}
                className={sentence === document.disagreement ? 'notice notice-bad' : 'notice notice-lasting'}
                role="alert"
              >
                <span>{sentence}</span>
              </div>
            ))}
          {standing.map((notice) => (
            <NoticeLine key={notice.id} notice={notice} />
          ))}
        </div>
      ) : null}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: resting on them only keeps them; all they do is their buttons'. */}
      <div
        className="toasts"
        aria-live="polite"
        onMouseEnter={() => window.keepNotices(true)}
        onMouseLeave={() => window.keepNotices(false)}
        onFocus={() => window.keepNotices(true)}
        onBlur={() => window.keepNotices(false)}
      >
        {passing.map((notice) => (
          <NoticeLine key={notice.id} notice={notice} />
        ))}
      </div>
    </>
  );
}
