import type { MouseEventHandler, ReactNode } from 'react';

export interface ScrollRegionProps {
  readonly label: string;
  readonly className: string;
  readonly testId: string;
  readonly onClick?: MouseEventHandler;
  readonly children: ReactNode;
}

/** A named part that scrolls by itself; it takes the focus so that arrow keys can scroll it. */
export function ScrollRegion({ label, className, testId, onClick, children }: ScrollRegionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: what a click does here, keys do elsewhere on the sheet.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without the focus it could not be scrolled by keys.
    <section className={className} aria-label={label} data-testid={testId} tabIndex={0} onClick={onClick}>
      {children}
    </section>
  );
}
