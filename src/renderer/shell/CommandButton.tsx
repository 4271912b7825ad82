import type { ReactNode } from 'react';
import type { Command } from '../commands/Command.ts';
import { shownShortcut } from '../commands/shownShortcut.ts';
import { useWindow } from '../state/hooks.ts';

export interface CommandButtonProps {
  readonly command: Command;
  readonly className: string;
  readonly testId?: string;
  readonly children?: ReactNode;
}

/** A button that performs a command and tells its key. */
export function CommandButton({ command, className, testId, children }: CommandButtonProps) {
  const window = useWindow();
  const label = command.label(window);
  const shortcut = command.shortcut ? ` (${shownShortcut(command.shortcut, window.appInfo?.platform ?? '')})` : '';
  return (
    <button
      type="button"
      className={className}
      data-testid={testId}
      title={`${label}${shortcut}`}
      disabled={!command.enabled(window)}
      onClick={() => void command.perform(window)}
    >
      {children ?? label}
    </button>
  );
}
