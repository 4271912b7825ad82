import type { Change } from '../../shared/changes/Change.ts';
import {
  createScenario,
  deleteScenario,
  duplicateScenario,
  type MadeScenario,
  moveScenario,
  scenarioNameFault,
  scenariosInOrder,
  setScenarioStatus,
} from '../../shared/changes/scenarios.ts';
import type { Model } from '../../shared/model/Model.ts';
import { finishEditing } from '../commands/leaveSafely.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import type { WindowState } from '../state/WindowState.ts';
import { tabRenaming } from './TabRenaming.ts';

/** `Scenario 2`, or the lowest number that is free from there on. */
function freeName(model: Model): string {
  let number = model.table('scenario').size + 1;
  while (scenarioNameFault(model, `Scenario ${number}`, null)) number++;
  return `Scenario ${number}`;
}

/** What is being typed is finished first, as if the person had clicked elsewhere. */
function openDocument(window: WindowState): DocumentState | null {
  finishEditing();
  window.document?.preview(null);
  return window.document;
}

function make(window: WindowState, build: (document: DocumentState) => Change | string): boolean {
  const document = openDocument(window);
  if (!document) return false;
  const change = build(document);
  if (typeof change === 'string') {
    window.say(change, 'refusal');
    return false;
  }
  document.commit(change);
  return true;
}

function makeNew(window: WindowState, build: (document: DocumentState) => MadeScenario | string): void {
  let id: number | null = null;
  const isMade = make(window, (document) => {
    const made = build(document);
    if (typeof made === 'string') return made;
    id = made.id;
    return made.change;
  });
  const rename = (): void => {
    if (id !== null && window.document?.scenarioId === id) tabRenaming.start(id);
  };
  // The sheet of the new scenario selects its cell in the next frame; the name is asked for after that.
  if (isMade) requestAnimationFrame(() => requestAnimationFrame(rename));
}

/** A draft that decides all that the shown scenario decides; its tab asks for a name at once. */
export const addScenario = (window: WindowState): void =>
  makeNew(window, ({ model, scenarioId }) => createScenario(model, scenarioId, freeName(model)));

export const duplicate = (window: WindowState, id: number): void =>
  makeNew(window, ({ model }) => duplicateScenario(model, id));

/** Shows the scenario whose tab stands beside the shown one, round at the ends. */
export function showBeside(window: WindowState, by: 1 | -1): void {
  const document = openDocument(window);
  if (!document) return;
  const order = scenariosInOrder(document.model);
  const at = order.findIndex((row) => row.id === document.scenarioId);
  const next = order[(at + by + order.length) % order.length];
  if (next) window.showScenario(next.id);
}

export function showScenario(window: WindowState, id: number): void {
  openDocument(window);
  window.showScenario(id);
}

export function moveBy(window: WindowState, id: number, by: 1 | -1): void {
  make(window, ({ model }) => {
    const at = scenariosInOrder(model).findIndex((row) => row.id === id);
    return moveScenario(model, id, at + by);
  });
}

export function remove(window: WindowState, id: number): void {
  const name = window.document?.model.get('scenario', id)?.name ?? '';
  if (make(window, ({ model }) => deleteScenario(model, id))) {
    window.say(`“${name}” was deleted. Undo brings it back as it was.`);
  }
}

export const setStatus = (window: WindowState, id: number, status: 'draft' | 'proposed'): boolean =>
  make(window, ({ model }) => setScenarioStatus(model, id, status));

/** Asks, then lets main stamp the scenario with who, when and what exactly. */
export async function adopt(window: WindowState, id: number): Promise<void> {
  const document = openDocument(window);
  const name = document?.model.get('scenario', id)?.name;
  if (!document || name === undefined) return;
  const answer = await window.confirm(
    `Adopt “${name}”?`,
    'It becomes read-only and is stamped with your name, the time, and a fingerprint of its inputs and results. It can be taken back to draft later; the change log keeps both.',
    [
      { name: 'adopt', label: 'Adopt', isMain: true },
      { name: 'cancel', label: 'Cancel' },
    ],
  );
  if (answer !== 'adopt' || window.document !== document) return;
  await document.settled();
  if (document.disagreement) {
    window.say(document.disagreement, 'lasting');
    return;
  }
  const digest = document.calculationOf(id).digest();
  const made = await window.ask('scenario/adopt', { scenario: id, digest });
  if (made && window.document === document) document.adopt(made.change, made.committed);
}
