import type { ReactNode } from 'react';

export interface SheetFrameProps {
  readonly title: string;
  readonly subtitle?: ReactNode;
  /** Faces, quick search, buttons: at the right end of the heading. */
  readonly actions?: ReactNode;
  readonly testId?: string;
  readonly children: ReactNode;
}

/** A card with a heading: every sheet, and every part of one, looks alike. */
export function SheetFrame({ title, subtitle, actions, testId, children }: SheetFrameProps) {
  return (
    <section className="card" aria-label={title} data-testid={testId}>
      <header className="card-heading">
        <h2>{title}</h2>
        {subtitle ? <div className="subtitle">{subtitle}</div> : null}
        <div className="grow" />
        {actions}
      </header>
      {children}
    </section>
  );
}
