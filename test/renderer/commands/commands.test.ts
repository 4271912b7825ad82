import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../src/renderer/commands/commands.ts';
import { shortcutOf } from '../../../src/renderer/commands/shortcuts.ts';
import { shownShortcut } from '../../../src/renderer/commands/shownShortcut.ts';

const press = (key: string, more: Partial<Parameters<typeof shortcutOf>[0]> = {}) => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more,
});

describe('shortcuts', () => {
  it.each([
    [press('s', { ctrlKey: true }), 'Ctrl+S'],
    [press('S', { ctrlKey: true, shiftKey: true }), 'Ctrl+Shift+S'],
    [press('z', { metaKey: true }), 'Ctrl+Z'],
    [press('¡', { code: 'Digit1', altKey: true }), 'Alt+1'],
    [press('F6'), 'F6'],
    [press('F6', { shiftKey: true }), 'Shift+F6'],
    [press('?', { shiftKey: true }), '?'],
  ])('%o is %s', (pressed, shortcut) => {
    expect(shortcutOf(pressed)).toBe(shortcut);
  });

  it('belong to one command each', () => {
    const shortcuts = COMMANDS.flatMap((command) => (command.shortcut ? [command.shortcut] : []));
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
    expect(new Set(COMMANDS.map((command) => command.name)).size).toBe(COMMANDS.length);
  });

  it('are shown as the computer’s keys are printed', () => {
    expect(shownShortcut('Ctrl+Shift+S', 'darwin')).toBe('⌘⇧S');
    expect(shownShortcut('Ctrl+Shift+S', 'win32')).toBe('Ctrl+Shift+S');
  });
});
