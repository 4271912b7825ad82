import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';

export interface MenuChoice {
  readonly name: string;
  readonly label: string;
  /** What it does or shows, in one line below. */
  readonly line?: string;
  readonly keys?: string;
  readonly isDisabled?: boolean;
  /** A line is drawn above it. */
  readonly beginsPart?: boolean;
}

export interface ChoiceMenuProps {
  readonly label: string;
  /** What stands on the button. */
  readonly children: ReactNode;
  readonly className?: string;
  readonly testId?: string;
  readonly isDisabled?: boolean;
  readonly choices: readonly MenuChoice[];
  readonly onChoose: (name: string) => void;
}

/** So far from the edge of the window a menu stays. */
const EDGE = 8;

/** A button with a menu over all else. Arrow keys go from one to the next, a letter to the next that begins so. */
export function ChoiceMenu(props: ChoiceMenuProps) {
  const { label, children, className = 'button button-small', testId, isDisabled, choices, onChoose } = props;
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        data-testid={testId}
        disabled={isDisabled}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {children}
      </button>
      {isOpen ? (
        <OpenMenu
          label={label}
          anchor={button}
          choices={choices}
          onClose={close}
          onLeave={() => setOpen(false)}
          onChoose={(name) => {
            close();
            onChoose(name);
          }}
        />
      ) : null}
    </>
  );
}

interface OpenMenuProps {
  readonly label: string;
  readonly anchor: { readonly current: HTMLElement | null };
  readonly choices: readonly MenuChoice[];
  readonly onClose: () => void;
  /** A click elsewhere keeps the focus where it went. */
  readonly onLeave: () => void;
  readonly onChoose: (name: string) => void;
}

function OpenMenu({ label, anchor, choices, onClose, onLeave, onChoose }: OpenMenuProps) {
  const root = useRef<HTMLDivElement>(null);
  const leave = useRef(onLeave);
  leave.current = onLeave;
  useEffect(() => {
    const menu = root.current;
    if (!menu) return;
    // Cards cut off what hangs over their edges; what is a popover does not belong to them.
    menu.showPopover();
    place(menu, anchor.current);
    menu.querySelector<HTMLElement>('[role="menuitem"]:not(:disabled)')?.focus();
    const press = (event: MouseEvent): void => {
      const { target } = event;
      if (target instanceof Node && !menu.contains(target) && !anchor.current?.contains(target)) leave.current();
    };
    document.addEventListener('mousedown', press);
    return () => document.removeEventListener('mousedown', press);
  }, [anchor]);
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const items = [...(root.current?.querySelectorAll<HTMLElement>('[role="menuitem"]:not(:disabled)') ?? [])];
    const at = items.indexOf(document.activeElement as HTMLElement);
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Escape' || event.key === 'Tab') onClose();
    else if (by !== 0) items[(at + by + items.length) % items.length]?.focus();
    else if (event.key === 'Home') items[0]?.focus();
    else if (event.key === 'End') items.at(-1)?.focus();
    else if (event.key.length === 1 && event.key !== ' ') {
      const after = [...items.slice(at + 1), ...items.slice(0, at + 1)];
      const letter = event.key.toLowerCase();
      after.find((item) => item.textContent?.trim().toLowerCase().startsWith(letter))?.focus();
    } else return;
    event.preventDefault();
  };
  return (
    <div
      ref={root}
      popover="manual"
      className="menu choice-menu"
      role="menu"
      aria-label={label}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      {choices.map((choice) => (
        <button
          key={choice.name}
          type="button"
          role="menuitem"
          className={choice.beginsPart ? 'menu-item menu-part' : 'menu-item'}
          disabled={choice.isDisabled}
          onClick={() => onChoose(choice.name)}
        >
          <span>
            {choice.label}
            {choice.line ? <small>{choice.line}</small> : null}
          </span>
          {choice.keys ? <kbd>{choice.keys}</kbd> : null}
        </button>
      ))}
    </div>
  );
}

/** Below its button where there is room, else above it, and never beyond the window. */
function place(menu: HTMLElement, button: HTMLElement | null): void {
  if (!button) return;
  const from = button.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = menu;
  const below = from.bottom + 4;
  const top = below + offsetHeight + EDGE <= innerHeight ? below : Math.max(EDGE, from.top - 4 - offsetHeight);
  menu.style.top = `${top}px`;
  menu.style.left = `${Math.max(EDGE, Math.min(from.left, innerWidth - offsetWidth - EDGE))}px`;
}
