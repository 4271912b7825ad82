import type { PresentView } from '../present/LiveSession.ts';
import { presentingOf } from '../present/Presenting.ts';
import type { WindowState } from '../state/WindowState.ts';
import type { Command } from './Command.ts';

const isPresenting = (window: WindowState): boolean => presentingOf(window).live !== null;

/** Slides and levers are read when they are first wanted: start-up does not pay for them. */
async function start(window: WindowState, view: PresentView): Promise<void> {
  try {
    const { startPresenting } = await import('../present/startPresenting.ts');
    startPresenting(window, view);
  } catch {
    window.say('The presentation could not be read. Your work is safe; start Allot again to present.', 'refusal');
  }
}

/** Esc and arrows are the presentation’s own; see usePresentKeys. */
export const presentCommands: readonly Command[] = [
  {
    name: 'present',
    group: 'View',
    label: () => 'Present',
    shortcut: 'F5',
    enabled: (window) => window.document !== null,
    perform: (window) => start(window, 'console'),
  },
  {
    name: 'present/oneScreen',
    group: 'View',
    label: () => 'Present on this screen',
    shortcut: 'Shift+F5',
    enabled: (window) => window.document !== null,
    perform: (window) => start(window, 'oneScreen'),
  },
  {
    name: 'present/next',
    group: 'View',
    label: () => 'Next slide',
    enabled: isPresenting,
    perform: (window) => presentingOf(window).live?.press('next'),
  },
  {
    name: 'present/previous',
    group: 'View',
    label: () => 'Previous slide',
    enabled: isPresenting,
    perform: (window) => presentingOf(window).live?.press('previous'),
  },
  {
    name: 'present/blank',
    group: 'View',
    label: (window) => (presentingOf(window).live?.isBlank ? 'Show the slide again' : 'Blank the projector'),
    enabled: isPresenting,
    perform: (window) => presentingOf(window).live?.press('blank'),
  },
  {
    name: 'present/end',
    group: 'View',
    label: () => 'End the presentation',
    enabled: isPresenting,
    perform: async (window) => (await import('../present/presentActions.ts')).endPresenting(window),
  },
];
