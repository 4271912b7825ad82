import type { Calculation } from '../../shared/calc/Calculation.ts';
import { applyOps, type Change, findConflict, invertOps } from '../../shared/changes/Change.ts';
import type { AllotErrorData } from '../../shared/contract/errors.ts';
import type { Committed, DocumentInfo, OpenedDocument } from '../../shared/contract/requests.ts';
import { Model, type RowOp } from '../../shared/model/Model.ts';
import { editsOnlyOthers, needsCopy } from '../../shared/versions/spareOthers.ts';
import { versionInUse } from '../../shared/versions/versionInUse.ts';
import { ChangeSender, type Sending } from './ChangeSender.ts';
import { changesStructure } from './changesStructure.ts';
import type { DocumentHost } from './DocumentHost.ts';
import {
  adoptedSentence,
  changedElsewhereSentence,
  disagreementSentence,
  noLongerFitsSentence,
} from './documentSentences.ts';
import { keepHistories, restoreHistories } from './keptHistory.ts';
import { MovedCells, type Movement } from './MovedCells.ts';
import { ResultsSnapshot } from './ResultsSnapshot.ts';
import { SavedRows } from './SavedRows.ts';
import { Scenarios } from './Scenarios.ts';
import type { Selection } from './Selection.ts';
import { SessionPreferences } from './SessionPreferences.ts';
import { Store } from './Store.ts';
import { scenarioToShow } from './scenarioToShow.ts';
import { spareOthersEdit } from './spareOthersEdit.ts';
import { sameOps, squashOps } from './squashOps.ts';
import type { HistoryEntry, UndoHistory } from './UndoHistory.ts';

export type { DocumentHost } from './DocumentHost.ts';
export type { Movement } from './MovedCells.ts';

/**
 * One open document in the window. Data goes one way: an edit becomes a `Change`, the change is put into the model,
 * the calculation follows at once, listeners repaint; beside it the change is sent to main. Components never touch
 * the model: they call `preview` on each keystroke and `commit` at the end.
 *
 * 1. `preview(change)` puts a change in place without sending it. Each preview first takes the one before it back.
 * 2. `preview(null)` takes it back: the document is as it was before the edit.
 * 3. `commit(change)` makes it a step of the undo list and sends it.
 *
 * One scenario is shown; `scenarioId`, `calculation` and `history` are its own. A change belongs to the undo list of
 * the scenario it was made in, changes of what all scenarios share included. One that adds or removes a scenario goes
 * with what is shown: it stands in the list of the scenario that is shown once it is made or taken back.
 */
export class DocumentState extends Store {
  readonly model: Model;
  readonly session: SessionPreferences;
  readonly #scenarios: Scenarios;
  readonly #host: DocumentHost;
  readonly #sender: ChangeSender;
  #info: DocumentInfo;
  #preview: Change | null = null;
  #revision = 0;
  #structureRevision = 0;
  #commitRevision = 0;
  /** Which rows differ from what edits are compared with. */
  readonly savedRows = new SavedRows();
  readonly #moved = new MovedCells(() => this.notify());
  #selection: Selection | null = null;
  #disagreement: string | null = null;

  constructor(opened: OpenedDocument, host: DocumentHost) {
    super();
    this.#host = host;
    this.#info = opened.info;
    this.model = new Model(opened.rows);
    this.#scenarios = new Scenarios(this.model, this.savedRows, Number(opened.session.scenario ?? 0));
    this.session = new SessionPreferences(opened.session, (key, value) => {
      void host.bridge.ask('session/set', { key, value });
    });
    this.#sender = new ChangeSender(host.bridge, (unsent, error) => this.#takeBackRefused(unsent, error));
  }

  /** The scenario shown. */
  get scenarioId(): number {
    return this.#scenarios.shown.id;
  }

  get calculation(): Calculation {
    return this.#scenarios.shown.calculation;
  }

  get history(): UndoHistory {
    return this.#scenarios.shown.history;
  }

  /** Any scenario's calculation, with every change that touches it. */
  calculationOf(scenario: number): Calculation {
    return this.#scenarios.calculationOf(scenario);
  }

  /** Shows another scenario. What is being typed is taken back first. */
  showScenario(id: number): void {
    if (id === this.scenarioId || !this.model.get('scenario', id)) return;
    this.preview(null);
    this.#goTo(id);
    this.notify();
  }

  get info(): DocumentInfo {
    return this.#info;
  }

  /** The change shown but not yet made, or null. */
  get previewed(): Change | null {
    return this.#preview;
  }

  /** Grows with every recalculation, previews included. Repaint numbers when it moves. */
  get revision(): number {
    return this.#revision;
  }

  /** Grows when rows or columns may have come, gone or been renamed. Rebuild row and column lists when it moves. */
  get structureRevision(): number {
    return this.#structureRevision;
  }

  /** Grows when a change is made, taken back or brought back, never on a preview. Sort anew when it moves. */
  get commitRevision(): number {
    return this.#commitRevision;
  }

  /** The results as they stood before the edit under way (or just made), while its tint is on screen. */
  get beforeEdit(): ResultsSnapshot | null {
    return this.#moved.before;
  }

  /** The results as they stood when the document was opened, last saved or last imported into. */
  get saved(): ResultsSnapshot {
    return this.#scenarios.saved();
  }

  get movement(): Movement {
    return this.#moved.movement;
  }

  get selection(): Selection | null {
    return this.#selection;
  }

  get recalculationMs(): number {
    return this.#scenarios.recalculationMs;
  }

  /** Set once the window and main have calculated different results; nothing may be exported from then on. */
  get disagreement(): string | null {
    return this.#disagreement;
  }

  /** Why nothing can be edited (an adopted scenario), or null. */
  get readOnlyReason(): string | null {
    return adoptedSentence(this.model, this.scenarioId);
  }

  setInfo(info: DocumentInfo): void {
    this.#info = info;
    this.notify();
  }

  /** What is shown from now on counts as unchanged, in “What changed since the last save”. */
  markSaved(): void {
    this.#startComparingAnew();
    this.notify();
  }

  select(selection: Selection | null): void {
    this.#selection = selection;
    this.notify();
  }

  /**
   * Builds a change from the document as it is without the preview, so that its label and its `before` rows tell what
   * the person started from and not an earlier keystroke. Only the model is set back; results stay as shown.
   */
  draft<T>(build: () => T): T {
    const shown = this.#preview;
    if (!shown) return build();
    applyOps(this.model, invertOps(shown.ops));
    try {
      return build();
    } finally {
      applyOps(this.model, shown.ops);
    }
  }

  /** Shows a change without making it, or takes the shown one back with null. Null too where the edit is none. */
  preview(change: Change | null): void {
    const next = change && change.ops.length > 0 ? change : null;
    if (next === this.#preview) return;
    if (next && this.#preview && sameOps(next.ops, this.#preview.ops)) return;
    if (!this.#preview) this.#startMoving();
    this.#put([...invertOps(this.#preview?.ops ?? []), ...(next?.ops ?? [])]);
    this.#preview = next;
    if (!next) this.#moved.stop();
    this.notify();
  }

  /** Makes a change. A preview of the same change stays in place, any other is taken back first. */
  commit(made: Change): void {
    if (made.ops.length === 0) {
      this.preview(null);
      return;
    }
    if (editsOnlyOthers(this.model, this.scenarioId, made)) {
      this.preview(null);
      this.#host.say(noLongerFitsSentence(made.label), 'refusal');
      return;
    }
    let change = made;
    if (needsCopy(this.model, this.scenarioId, made)) {
      // A copy is made of the rows as they stand without the edit, so one that is shown already is taken back first.
      this.preview(null);
      change = spareOthersEdit(this.model, this.scenarioId, made, this.#host);
    }
    if (!this.#preview || !sameOps(this.#preview.ops, change.ops)) {
      this.preview(null);
      const conflict = findConflict(this.model, change.ops);
      if (conflict) {
        this.#host.say(noLongerFitsSentence(change.label), 'refusal');
        return;
      }
      this.#startMoving();
      this.#put(change.ops);
    }
    this.#preview = null;
    const entry: HistoryEntry = { change, logId: null };
    this.#scenarios.startNewAnew(change.ops);
    this.#follow(change);
    const { history } = this;
    history.push(entry);
    this.#send(
      entry,
      () => change,
      change.ops,
      () => history.forget(entry),
    );
  }

  undo(): void {
    this.preview(null);
    const entry = this.history.lastDone;
    if (entry) this.#replay(entry, 'undo', invertOps(entry.change.ops));
  }

  redo(): void {
    this.preview(null);
    const entry = this.history.lastUndone;
    if (entry) this.#replay(entry, 'redo', entry.change.ops);
  }

  /**
   * Puts a change in place that main has already made and stored: an import, or the adoption of a scenario. It becomes
   * an undo step like any other.
   */
  adopt(change: Change, committed: Committed): void {
    this.preview(null);
    this.#put(change.ops);
    this.#follow(change);
    // What an import brings is the state that edits are compared with, not an edit itself.
    if (change.kind === 'import') this.#startComparingAnew();
    this.history.push({ change, logId: committed.logId });
    this.#made(change.ops);
    this.#compare(this.calculation.digest(), committed, change.label);
  }

  /** After a reload of the window: the undo list as it was. */
  async restoreHistory(): Promise<void> {
    await restoreHistories((id) => this.#scenarios.historyOf(id), this.model, this.#host.bridge);
    this.notify();
  }

  /** So that a reload finds them. */
  keepHistory(): void {
    keepHistories(this.#scenarios.histories);
  }

  /** Settles when main has stored everything made so far. */
  async settled(): Promise<void> {
    await this.#sender.idle();
  }

  close(): void {
    this.#moved.stop();
    this.session.flush();
  }

  #replay(entry: HistoryEntry, kind: 'undo' | 'redo', ops: readonly RowOp[]): void {
    const { label, scenario } = entry.change;
    if (findConflict(this.model, ops)) {
      this.#host.say(changedElsewhereSentence(label, kind), 'refusal');
      return;
    }
    const used = versionInUse(this.model, ops);
    if (used) {
      this.#host.say(used, 'refusal');
      return;
    }
    const from = this.history;
    this.#startMoving();
    this.#put(ops);
    this.#follow({ ...entry.change, ops });
    const to = this.history;
    from.forget(entry);
    to.put(entry, kind === 'undo' ? 'undone' : 'done');
    const change = (): Change => ({
      kind,
      label,
      scenario,
      ops,
      ...(entry.logId === null ? {} : { of: entry.logId }),
    });
    const forget = (): void => {
      to.forget(entry);
      from.put(entry, kind === 'undo' ? 'done' : 'undone');
    };
    this.#send(entry, change, ops, forget);
  }

  /** Shows the scenario that a step has added, or another where the shown one is gone. */
  #follow(change: Pick<Change, 'kind' | 'ops'>): void {
    const next = scenarioToShow(this.model, this.scenarioId, change);
    if (next !== null) this.#goTo(next);
  }

  #goTo(id: number): void {
    this.#moved.stop();
    this.#selection = null;
    this.#scenarios.show(id);
    this.#revision += 1;
    this.#commitRevision += 1;
    this.#structureRevision += 1;
    this.session.setNow('scenario', String(id));
  }

  #send(entry: HistoryEntry, change: () => Change, ops: readonly RowOp[], forget: () => void): void {
    this.#made(ops);
    const digest = this.calculation.digest();
    const stored = (committed: Committed): void => {
      // Undo and redo name the change as it was first made, however often it goes to and fro.
      entry.logId ??= committed.logId;
      this.#compare(digest, committed, entry.change.label);
    };
    this.#sender.send({ change, scenario: this.scenarioId, digest, stored, forget });
  }

  #made(ops: readonly RowOp[]): void {
    this.#commitRevision += 1;
    if (changesStructure(ops)) this.#structureRevision += 1;
    this.#info = { ...this.#info, isModified: true };
    if (this.#moved.movement !== 'still') this.#moved.hold();
    this.notify();
  }

  #compare(digest: string, committed: Committed, label: string): void {
    if (committed.digest !== digest && !this.#disagreement) {
      this.#disagreement = disagreementSentence(label);
    }
    if (this.#info.isModified !== committed.isModified) {
      this.#info = { ...this.#info, isModified: committed.isModified };
    }
    this.keepHistory();
    this.notify();
  }

  #takeBackRefused(unsent: readonly Sending[], error: AllotErrorData): void {
    this.preview(null);
    for (const sending of [...unsent].reverse()) {
      const ops = invertOps(sending.change().ops);
      this.#put(ops);
      this.#follow({ kind: 'scenario', ops });
      sending.forget();
      if (changesStructure(ops)) this.#structureRevision += 1;
    }
    this.#commitRevision += 1;
    this.#moved.stop();
    this.#host.say(error.message, 'refusal');
    this.notify();
  }

  #put(ops: readonly RowOp[]): void {
    const fewest = squashOps(ops);
    if (fewest.length === 0) return;
    applyOps(this.model, fewest);
    this.savedRows.note(fewest);
    if (this.#scenarios.apply(fewest)) this.#revision += 1;
  }

  #startComparingAnew(): void {
    this.savedRows.clear();
    this.#scenarios.compareAnew();
  }

  #startMoving(): void {
    const { results, schools } = this.calculation;
    this.#moved.start(new ResultsSnapshot(results, schools));
  }
}
