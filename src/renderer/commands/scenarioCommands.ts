import { addScenario, adopt, duplicate, moveBy, remove, setStatus, showBeside } from '../scenarios/scenarioActions.ts';
import { tabRenaming } from '../scenarios/TabRenaming.ts';
import type { WindowState } from '../state/WindowState.ts';
import { type Command, withDocument } from './Command.ts';

const shown = (window: WindowState): number => window.document?.scenarioId ?? 0;
const row = (window: WindowState) => window.document?.model.get('scenario', shown(window));
const many = (window: WindowState): boolean => (window.document?.model.table('scenario').size ?? 0) > 1;
const isOpen = (window: WindowState): boolean => withDocument(window) && row(window)?.status !== 'adopted';
/** `Duplicate scenario Plan B`. */
const label =
  (text: string, rest = '') =>
  (window: WindowState): string =>
    `${text} ${row(window)?.name ?? ''}${rest}`.trimEnd();

const command = (
  name: string,
  text: Command['label'],
  enabled: Command['enabled'],
  perform: Command['perform'],
  shortcut?: string,
): Command => ({
  name: `scenario/${name}`,
  group: 'Scenario',
  label: text,
  enabled,
  perform,
  ...(shortcut ? { shortcut } : {}),
});

/** What the tabs at the bottom can do, for the scenario shown. */
export const scenarioCommands: readonly Command[] = [
  command('add', label('New scenario from'), withDocument, addScenario),
  command(
    'next',
    () => 'Next scenario',
    many,
    (window) => showBeside(window, 1),
    'Ctrl+PageDown',
  ),
  command(
    'previous',
    () => 'Previous scenario',
    many,
    (window) => showBeside(window, -1),
    'Ctrl+PageUp',
  ),
  command('rename', label('Rename scenario'), isOpen, (window) => tabRenaming.start(shown(window))),
  command('describe', label('Describe scenario'), isOpen, (window) => {
    window.document?.session.set('scenarioRight', 'about');
    window.goTo('scenarios');
  }),
  command('duplicate', label('Duplicate scenario'), withDocument, (window) => duplicate(window, shown(window))),
  command('moveLeft', label('Move scenario', ' to the left'), many, (window) => moveBy(window, shown(window), -1)),
  command('moveRight', label('Move scenario', ' to the right'), many, (window) => moveBy(window, shown(window), 1)),
  command(
    'propose',
    label('Propose scenario'),
    (window) => row(window)?.status === 'draft',
    (window) => {
      setStatus(window, shown(window), 'proposed');
    },
  ),
  command(
    'draft',
    (window) => (row(window)?.status === 'adopted' ? label('Take back the adoption of')(window) : 'Back to draft'),
    (window) => withDocument(window) && row(window)?.status !== 'draft',
    (window) => {
      setStatus(window, shown(window), 'draft');
    },
  ),
  command('adopt', label('Adopt scenario', '…'), isOpen, (window) => adopt(window, shown(window))),
  command(
    'delete',
    label('Delete scenario'),
    (window) => many(window) && isOpen(window),
    (window) => remove(window, shown(window)),
  ),
];
