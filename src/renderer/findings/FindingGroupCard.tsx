import { useState } from 'react';
import { useDocumentOnce, useWindowOnce } from '../state/hooks.ts';
import { AcceptForm } from './AcceptForm.tsx';
import { acceptFindings } from './acceptFindings.ts';
import { FindingLine } from './FindingLine.tsx';
import type { FindingGroup } from './groupFindings.ts';

/** More doubts of one rule than this are shown only when asked for. */
const SHOWN = 25;

/** The doubts of one rule, with a way to accept them together. */
export function FindingGroupCard({ group }: { readonly group: FindingGroup }) {
  const document = useDocumentOnce();
  const window = useWindowOnce();
  const [areAll, setAreAll] = useState(false);
  const [isAccepting, setIsAccepting] = useState(false);
  const { findings, title } = group;
  const open = findings.filter((finding) => finding.severity === 'warns' && !finding.accepted);
  const shown = areAll ? findings : findings.slice(0, SHOWN);
  return (
    <section className="doubts" aria-label={title}>
      <header className="doubts-heading">
        <h3>{title}</h3>
        <span className="dim">{findings.length.toLocaleString('en-US')}</span>
        <div className="grow" />
        {open.length > 1 && !isAccepting ? (
          <button type="button" className="button button-quiet button-small" onClick={() => setIsAccepting(true)}>
            Accept all {open.length.toLocaleString('en-US')}…
          </button>
        ) : null}
      </header>
      {isAccepting ? (
        <AcceptForm
          action={`Accept all ${open.length.toLocaleString('en-US')}`}
          onCancel={() => setIsAccepting(false)}
          onAccept={(note) => {
            setIsAccepting(false);
            acceptFindings(window, document, open, title, note);
          }}
        />
      ) : null}
      <ul>
        {shown.map((finding) => (
          <FindingLine key={`${finding.rule} ${finding.key}`} finding={finding} title={title} />
        ))}
      </ul>
      {shown.length < findings.length ? (
        <button type="button" className="link doubts-more" onClick={() => setAreAll(true)}>
          Show {(findings.length - shown.length).toLocaleString('en-US')} more
        </button>
      ) : null}
    </section>
  );
}
