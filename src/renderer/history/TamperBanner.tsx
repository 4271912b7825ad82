import { useDocumentValue, useWindow } from '../state/hooks.ts';

/** Stands over every sheet for as long as the document is open: it was changed outside of the program. */
export function TamperBanner() {
  const sentence = useDocumentValue((it) => it.info.logFault?.sentence ?? null);
  const window = useWindow();
  if (sentence === null) return null;
  return (
    <div className="notice notice-bad" role="alert" data-testid="tamper-banner">
      <span>{sentence}</span>
      {window.sheet === 'history' ? null : (
        <button type="button" className="button button-small" onClick={() => window.goTo('history')}>
          Show in History
        </button>
      )}
    </div>
  );
}
