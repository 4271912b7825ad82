import type { ReactNode } from 'react';

/** What stands where a sheet has nothing to show yet: what it is for, and what to do next. */
export function EmptySheet({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children}
    </div>
  );
}
