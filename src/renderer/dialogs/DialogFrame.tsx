import { type ReactNode, useEffect, useRef } from 'react';

export interface DialogFrameProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly className?: string;
  readonly testId?: string;
  readonly isTitleHidden?: boolean;
  readonly children: ReactNode;
}

/** A modal dialog: the rest of the page is out of reach, Esc closes it, and the focus goes back where it was. */
export function DialogFrame({ title, onClose, className, testId, isTitleHidden, children }: DialogFrameProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const shown = dialog.current;
    if (shown && !shown.open) shown.showModal();
    shown?.querySelector<HTMLElement>('[data-first-focus]')?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the dialog closes it, as Esc does.
    <dialog
      ref={dialog}
      className={`dialog ${className ?? ''}`}
      aria-label={title}
      data-testid={testId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className="dialog-body">
        {isTitleHidden ? null : <h2>{title}</h2>}
        {children}
      </div>
    </dialog>
  );
}
