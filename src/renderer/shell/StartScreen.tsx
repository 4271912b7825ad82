import type { Recovery } from '../../shared/contract/requests.ts';
import { newDocument } from '../commands/newDocument.ts';
import { openDocument } from '../commands/openDocument.ts';
import { openSample } from '../commands/openSample.ts';
import { useWindow } from '../state/hooks.ts';
import { CommandButton } from './CommandButton.tsx';
import { CloseIcon } from './icons.tsx';
import './notices.css';
import './start.css';

function RecoveryOffer({ recovery }: { readonly recovery: Recovery }) {
  const window = useWindow();
  const recover = async (): Promise<void> => {
    const opened = await window.ask('document/recover', { token: recovery.token });
    if (opened) window.show(opened);
  };
  const discard = async (): Promise<void> => {
    const answer = await window.confirm(
      `Discard the unsaved changes of “${recovery.name}”?`,
      'They cannot be brought back. The saved document stays as it is.',
      [
        { name: 'cancel', label: 'Keep them', isMain: true },
        { name: 'discard', label: 'Discard' },
      ],
    );
    if (answer !== 'discard') return;
    await window.ask('document/discardRecovery', { token: recovery.token });
    await window.lookForRecoveries();
  };
  return (
    <li className="recovery">
      <div className="recovery-text">
        <b>{recovery.name}</b>
        <span className="dim">
          Last change{' '}
          {new Date(recovery.lastChangeAt).toLocaleString('en-US', { dateStyle: 'medium', timeStyle: 'short' })}:{' '}
          {recovery.lastChangeLabel}
        </span>
      </div>
      <button type="button" className="button button-main" onClick={() => void recover()}>
        Recover
      </button>
      <button type="button" className="button" onClick={() => void discard()}>
        Discard…
      </button>
    </li>
  );
}

/** What a person sees without a document: what was left unsaved, and the three ways to begin. */
export function StartScreen() {
  const window = useWindow();
  if (window.isStarting) {
    return (
      <div className="start" data-testid="starting" aria-busy="true">
        <p className="dim">Opening…</p>
      </div>
    );
  }
  return (
    <main className="start" data-testid="start-screen" data-region="start">
      <div className="start-inner">
        <h1>Allot</h1>
        <p className="start-lead">Decide how much money each school gets, and show every step of how it came about.</p>
        {window.notices.map((notice) => (
          <div key={notice.id} className={`notice notice-${notice.tone}`} role="alert">
            <span>
              {notice.sentence}
              {notice.detail.map((line) => (
                <span key={line} className="notice-detail">
                  {line}
                </span>
              ))}
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
        {window.recoveries.length > 0 ? (
          <section aria-label="Unsaved documents" data-testid="recoveries">
            <h2>Unsaved changes from last time</h2>
            <ul className="recoveries">
              {window.recoveries.map((recovery) => (
                <RecoveryOffer key={recovery.token} recovery={recovery} />
              ))}
            </ul>
          </section>
        ) : null}
        <div className="start-ways">
          <div className="start-way">
            <h2>Look around</h2>
            <p className="dim">
              A made-up district of 125 schools. It opens as a copy; nothing you do to it can be lost or spoiled.
            </p>
            <CommandButton command={openSample} className="button button-main" testId="open-sample" />
          </div>
          <div className="start-way">
            <h2>Go on</h2>
            <p className="dim">A document that was saved before, from your computer or a shared folder.</p>
            <CommandButton command={openDocument} className="button" testId="open" />
          </div>
          <div className="start-way">
            <h2>Begin</h2>
            <p className="dim">
              An empty document. Next, import your schools and their pupils: a table from your systems, or a district
              workbook.
            </p>
            <CommandButton command={newDocument} className="button" testId="new" />
          </div>
        </div>
      </div>
    </main>
  );
}
