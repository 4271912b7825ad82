import { COMMANDS } from '../commands/commands.ts';
import { shownShortcut } from '../commands/shownShortcut.ts';
import type { WindowState } from '../state/WindowState.ts';

/** One thing the search field found. */
export interface Found {
  readonly key: string;
  readonly kind: 'School' | 'Source' | 'Sheet' | 'Command';
  readonly label: string;
  readonly aside: string;
  readonly choose: () => void;
}

const SHOWN = 40;

/** 3: begins with it; 2: a word begins with it; 1: has it somewhere; 0: no. */
function closenessOf(text: string, wanted: string): number {
  const at = text.toLowerCase().indexOf(wanted);
  if (at < 0) return 0;
  if (at === 0) return 3;
  return /[\s\-(/]/.test(text[at - 1] ?? '') ? 2 : 1;
}

/** Schools, sources, sheets and commands whose name or code holds what was typed, the best first. */
export function findEverything(window: WindowState, text: string): Found[] {
  const wanted = text.trim().toLowerCase();
  const found: { closeness: number; item: Found }[] = [];
  const add = (score: number, item: Found): void => {
    if (score > 0 || wanted === '') found.push({ closeness: score, item });
  };
  for (const command of COMMANDS) {
    if (!command.enabled(window)) continue;
    const label = command.label(window);
    add(closenessOf(label, wanted), {
      key: command.name,
      kind: command.group === 'Go to' ? 'Sheet' : 'Command',
      label,
      aside: command.shortcut ? shownShortcut(command.shortcut, window.appInfo?.platform ?? '') : '',
      choose: () => void command.perform(window),
    });
  }
  const { document } = window;
  if (document && wanted !== '') {
    for (const source of document.calculation.sourceRows) {
      add(Math.max(closenessOf(source.name, wanted), closenessOf(source.code, wanted)), {
        key: `source/${source.code}`,
        kind: 'Source',
        label: source.name,
        aside: source.code,
        choose: () => window.goTo('sources', { rowKey: source.code }),
      });
    }
    for (const school of document.calculation.schools) {
      add(Math.max(closenessOf(school.name, wanted), closenessOf(school.code, wanted)), {
        key: `school/${school.code}`,
        kind: 'School',
        label: school.name,
        aside: school.code,
        choose: () => window.goTo('budgets', { rowKey: school.code, columnId: 'total' }),
      });
    }
  }
  if (wanted !== '') found.sort((left, right) => right.closeness - left.closeness);
  return found.slice(0, SHOWN).map((one) => one.item);
}
