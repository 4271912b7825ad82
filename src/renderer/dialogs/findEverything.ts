import { COMMANDS } from '../commands/commands.ts';
import { shownShortcut } from '../commands/shownShortcut.ts';
import { allGrids } from '../grid/liveGrids.ts';
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
  if (wanted !== '') addPlaces(window, wanted, false, add);
  if (wanted !== '') found.sort((left, right) => right.closeness - left.closeness);
  return found.slice(0, SHOWN).map((one) => one.item);
}

type Add = (closeness: number, item: Found) => void;

function addPlaces(window: WindowState, wanted: string, staysOnSheet: boolean, add: Add): void {
  const { document } = window;
  if (!document) return;
  for (const { name, code } of document.calculation.sourceRows) {
    add(Math.max(closenessOf(name, wanted), closenessOf(code, wanted)), {
      key: `source/${code}`,
      kind: 'Source',
      label: name,
      aside: code,
      choose: () => goToPlace(code, staysOnSheet, () => window.goTo('sources', { rowKey: code })),
    });
  }
  for (const { name, code } of document.calculation.schools) {
    add(Math.max(closenessOf(name, wanted), closenessOf(code, wanted)), {
      key: `school/${code}`,
      kind: 'School',
      label: name,
      aside: code,
      choose: () => goToPlace(code, staysOnSheet, () => window.goTo('budgets', { rowKey: code, columnId: 'total' })),
    });
  }
}

/** Ctrl+G stays on a sheet that has the row; otherwise the sheet where it is at home is opened. */
function goToPlace(code: string, staysOnSheet: boolean, elsewhere: () => void): void {
  if (!staysOnSheet || !allGrids().some((grid) => grid.showPlace(code))) elsewhere();
}

/** Schools and sources alone, for Ctrl+G; without a text all of them, in their order. */
export function findPlaces(window: WindowState, text: string): Found[] {
  const wanted = text.trim().toLowerCase();
  const found: { closeness: number; item: Found }[] = [];
  addPlaces(window, wanted, true, (closeness, item) => {
    if (closeness > 0) found.push({ closeness, item });
  });
  if (wanted !== '') found.sort((left, right) => right.closeness - left.closeness);
  return found.slice(0, SHOWN).map((one) => one.item);
}
