/** `Ctrl+Shift+S` as it is printed on this computer's keys. */
export function shownShortcut(shortcut: string, platform: string): string {
  if (platform !== 'darwin') return shortcut;
  return shortcut.replace('Ctrl+', '⌘').replace('Shift+', '⇧').replace('Alt+', '⌥');
}
