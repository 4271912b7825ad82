import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { COMMANDS } from '../commands/commands.ts';
import { shownShortcut } from '../commands/shownShortcut.ts';
import { useWindow } from '../state/hooks.ts';
import { MenuIcon } from './icons.tsx';

/** A line is drawn above these, where another kind of thing begins. */
const BEGINS_PART: ReadonlySet<string> = new Set(['file/save', 'file/import', 'file/export', 'file/close']);

/** The file menu of the window, the same in every host. */
export function FileMenu() {
  const window = useWindow();
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const items = COMMANDS.filter((command) => command.group === 'File');

  useEffect(() => {
    if (!isOpen) return;
    root.current?.querySelector<HTMLElement>('[role="menuitem"]:not(:disabled)')?.focus();
    const close = (event: MouseEvent): void => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('mousedown', close);
    return () => document.removeEventListener('mousedown', close);
  }, [isOpen]);

  const moveOnKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      setOpen(false);
      root.current?.querySelector('button')?.focus();
      return;
    }
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const buttons = [...(root.current?.querySelectorAll<HTMLElement>('[role="menuitem"]:not(:disabled)') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    buttons[(at + by + buttons.length) % buttons.length]?.focus();
  };

  return (
    <div className="file-menu" ref={root}>
      <button
        type="button"
        className="button button-quiet"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        data-testid="file-menu"
        title="File"
        onClick={() => setOpen(!isOpen)}
      >
        <MenuIcon />
        <span className="visually-hidden">File menu</span>
      </button>
      {isOpen ? (
        <div className="menu" role="menu" aria-label="File" tabIndex={-1} onKeyDown={moveOnKey}>
          {items.map((command) => (
            <button
              key={command.name}
              type="button"
              role="menuitem"
              className={BEGINS_PART.has(command.name) ? 'menu-item menu-part' : 'menu-item'}
              disabled={!command.enabled(window)}
              onClick={() => {
                setOpen(false);
                void command.perform(window);
              }}
            >
              <span>{command.label(window)}</span>
              {command.shortcut ? <kbd>{shownShortcut(command.shortcut, window.appInfo?.platform ?? '')}</kbd> : null}
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
}
