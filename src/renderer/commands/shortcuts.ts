import type { WindowState } from '../state/WindowState.ts';
import { COMMANDS, runCommand } from './commands.ts';

interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** A pressed key in the words of `Command.shortcut`: `Ctrl+Shift+S`, `Alt+3`, `F6`, `?`. */
export function shortcutOf(press: KeyPress): string {
  if (press.key === '?' && !press.ctrlKey && !press.altKey && !press.metaKey) return '?';
  const digit = /^Digit(\d)$/.exec(press.code);
  const key = digit
    ? (digit[1] as string)
    : press.key === ' '
      ? 'Space'
      : press.key.length === 1
        ? press.key.toUpperCase()
        : press.key;
  const parts = [
    press.ctrlKey || press.metaKey ? 'Ctrl' : '',
    press.altKey ? 'Alt' : '',
    press.shiftKey ? 'Shift' : '',
    key,
  ];
  return parts.filter(Boolean).join('+');
}

/** Other keys for the same commands. */
const ALSO: Readonly<Record<string, string>> = {
  'Ctrl+Shift+Z': 'edit/redo',
  // Browsers keep Ctrl+Page Up and Down for tabs of their own.
  'Alt+PageDown': 'scenario/next',
  'Alt+PageUp': 'scenario/previous',
};

const BY_SHORTCUT = new Map(
  COMMANDS.flatMap((command) => (command.shortcut ? [[command.shortcut, command.name]] : [])),
);

/** Keys that mean something to a text field while it is typed in. */
const OF_TEXT_FIELDS: ReadonlySet<string> = new Set(['Ctrl+Z', 'Ctrl+Y', 'Ctrl+Shift+Z', '?']);

/** Whether a text field stands as it is in the document, so that there is nothing typed for Ctrl+Z to take back. */
const isSettled = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.dataset.settled !== undefined;

/** Keys that would work on whole cells behind an entry. */
const OF_CELLS: ReadonlySet<string> = new Set(['Ctrl+D', 'Ctrl+R']);

/** Runs the command of a pressed key. */
export function handleKey(window: WindowState, event: KeyboardEvent): void {
  const shortcut = shortcutOf(event);
  const name = ALSO[shortcut] ?? BY_SHORTCUT.get(shortcut);
  if (!name) return;
  const { target } = event;
  const isTyping =
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !['range', 'checkbox'].includes(target.type));
  if (isTyping && OF_TEXT_FIELDS.has(shortcut) && (shortcut === '?' || !isSettled(target))) return;
  const command = COMMANDS.find((one) => one.name === name);
  const isInCell = target instanceof Element && target.closest('[role="gridcell"]') !== null;
  if (command?.isOfGrids && (isTyping || !isInCell)) return;
  if (isTyping && OF_CELLS.has(shortcut)) {
    // The browser would reload the page or keep a bookmark in the middle of an entry.
    event.preventDefault();
    return;
  }
  if (window.dialog && shortcut !== 'Ctrl+K') return;
  // A task has the window to itself: what its keys would change cannot be seen.
  if (window.task) return;
  event.preventDefault();
  runCommand(window, name);
}
