import type { ReactNode } from 'react';

export interface HandOutCardProps {
  readonly title: string;
  /** For whom it is. */
  readonly reader: string;
  /** What the file will hold, a short sentence each. */
  readonly holds: readonly string[];
  readonly testId: string;
  /** Choices and buttons. */
  readonly children: ReactNode;
}

/** One kind of hand-out: what it is, what will be in it, and the buttons that write it. */
export function HandOutCard({ title, reader, holds, testId, children }: HandOutCardProps) {
  return (
    <section className="card hand-out" aria-label={title} data-testid={testId}>
      <header className="card-heading">
        <h3>{title}</h3>
        <div className="subtitle">{reader}</div>
      </header>
      <div className="hand-out-body">
        <ul className="hand-out-holds">
          {holds.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        {children}
      </div>
    </section>
  );
}
