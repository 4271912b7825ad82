import { type ReactNode, useEffect, useId, useRef } from 'react';
import './sheets.css';

export interface SheetDialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly isWide?: boolean;
}

/** A dialog of a sheet. The browser keeps the focus inside; Esc closes it. */
export function SheetDialog({ title, onClose, children, isWide }: SheetDialogProps) {
  const root = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const dialog = root.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={root}
      className={isWide ? 'sheet-dialog sheet-dialog-wide' : 'sheet-dialog'}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header className="sheet-dialog-heading">
        <h2 id={heading}>{title}</h2>
        <button type="button" className="button button-quiet" onClick={onClose}>
          Close
        </button>
      </header>
      <div className="sheet-dialog-body">{children}</div>
    </dialog>
  );
}
