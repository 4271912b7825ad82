import type { MenuItemConstructorOptions } from 'electron';
import { expect, it } from 'vitest';
import { MENU_COMMANDS, menuTemplate } from '../../../src/main/electron/menu.ts';
import { COMMANDS } from '../../../src/renderer/commands/commands.ts';

it('names only commands that the window has, with the keys it has', () => {
  for (const { command, keys } of MENU_COMMANDS) {
    const known = COMMANDS.find((one) => one.name === command);
    expect([command, known?.name]).toEqual([command, command]);
    if (keys !== undefined) expect([command, keys]).toEqual([command, known?.shortcut]);
  }
});

it('runs the command of an item, and leaves the keys to the window', () => {
  const run: string[] = [];
  const items = menuTemplate((name) => run.push(name), 'linux').flatMap(
    ({ submenu }) => (submenu ?? []) as MenuItemConstructorOptions[],
  );
  const ours = items.filter((item) => item.click !== undefined);
  for (const item of ours) (item.click as () => void)();
  expect(run).toEqual(MENU_COMMANDS.map(({ command }) => command));
  for (const item of ours) if (item.accelerator) expect(item.registerAccelerator).toBe(false);
});

it.each(['darwin', 'win32', 'linux'] as const)(
  'has the standard menus on %s, and none that reloads or inspects',
  (platform) => {
    const template = menuTemplate(() => {}, platform);
    const roles = JSON.stringify(template);
    for (const role of ['copy', 'paste', 'togglefullscreen', 'windowMenu', 'help'])
      expect(roles).toContain(`"${role}"`);
    expect(roles.includes('"appMenu"')).toBe(platform === 'darwin');
    expect(roles).not.toMatch(/reload|toggleDevTools/);
  },
);
