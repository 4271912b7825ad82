import { isDark } from '../state/theme.ts';
import { always, type Command } from './Command.ts';

export const switchTheme: Command = {
  name: 'view/theme',
  group: 'View',
  label: (window) => (isDark(window.theme) ? 'Light theme' : 'Dark theme'),
  enabled: always,
  perform: (window) => window.setTheme(isDark(window.theme) ? 'light' : 'dark'),
};
