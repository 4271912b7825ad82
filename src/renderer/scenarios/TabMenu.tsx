import { type KeyboardEvent, useEffect, useRef } from 'react';
import { scenarioCommands } from '../commands/scenarioCommands.ts';
import { useWindow } from '../state/hooks.ts';

const LABELS: Readonly<Record<string, string>> = {
  rename: 'Rename',
  describe: 'Describe and suppose…',
  duplicate: 'Duplicate',
  moveLeft: 'Move left',
  moveRight: 'Move right',
  propose: 'Propose',
  draft: 'Back to draft',
  adopt: 'Adopt…',
  delete: 'Delete',
};
const KEYS: Readonly<Record<string, string>> = { rename: 'F2', moveLeft: 'Alt+←', moveRight: 'Alt+→', delete: 'Del' };
/** A line is drawn above these. */
const BEGINS_PART: ReadonlySet<string> = new Set(['moveLeft', 'propose', 'delete']);

export interface TabMenuProps {
  /** Where its tab begins, in pixels. */
  readonly left: number;
  readonly onClose: (byKey: boolean) => void;
}

/** What can be done with the scenario shown, over its tab. */
export function TabMenu({ left, onClose }: TabMenuProps) {
  const window = useWindow();
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    root.current?.querySelector<HTMLElement>('[role="menuitem"]:not(:disabled)')?.focus();
    const close = (event: MouseEvent): void => {
      if (event.target instanceof Node && !root.current?.parentElement?.contains(event.target)) onClose(false);
    };
    document.addEventListener('mousedown', close);
    return () => document.removeEventListener('mousedown', close);
  }, [onClose]);
  const moveOnKey = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      onClose(true);
      return;
    }
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const items = [...(root.current?.querySelectorAll<HTMLElement>('[role="menuitem"]:not(:disabled)') ?? [])];
    const at = items.indexOf(document.activeElement as HTMLElement);
    items[(at + by + items.length) % items.length]?.focus();
  };
  return (
    <div
      ref={root}
      className="menu scenario-menu"
      role="menu"
      aria-label="Scenario"
      tabIndex={-1}
      style={{ left }}
      onKeyDown={moveOnKey}
    >
      {scenarioCommands.map((command) => {
        const name = command.name.replace('scenario/', '');
        if (!LABELS[name]) return null;
        return (
          <button
            key={name}
            type="button"
            role="menuitem"
            className={BEGINS_PART.has(name) ? 'menu-item menu-part' : 'menu-item'}
            disabled={!command.enabled(window)}
            onClick={() => {
              onClose(true);
              void command.perform(window);
            }}
          >
            <span>{LABELS[name]}</span>
            {KEYS[name] ? <kbd>{KEYS[name]}</kbd> : null}
          </button>
        );
      })}
    </div>
  );
}
