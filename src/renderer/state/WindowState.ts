import type { AllotErrorData, Fault } from '../../shared/contract/errors.ts';
import type {
  AllotBridge,
  AppInfo,
  Events,
  OpenedDocument,
  Params,
  Recovery,
  Reply,
  RequestName,
  Result,
} from '../../shared/contract/requests.ts';
import type { RefusedCell } from '../grid/clipboard/combineWrites.ts';
import type { DocumentHost } from './DocumentHost.ts';
import { DocumentState } from './DocumentState.ts';
import { Store } from './Store.ts';
import { readTheme, showTheme, type Theme } from './theme.ts';

/** A sentence on top of the window. A refusal goes away by itself; a lasting one stays until it is dismissed. */
export interface Notice {
  readonly id: number;
  readonly sentence: string;
  readonly detail: readonly string[];
  readonly tone: 'done' | 'refusal' | 'lasting';
}

/** How far a long job of main is. */
export type ShownJob = Events['progress/step'];

/** What takes the whole window for a while, instead of the sheets. */
export type Task = 'importTable' | 'importYears';

/** The one dialog that may be open. */
export type Dialog =
  | { readonly kind: 'palette' }
  /** Only schools and sources: Ctrl+G. */
  | { readonly kind: 'places' }
  | { readonly kind: 'refused'; readonly title: string; readonly cells: readonly RefusedCell[] }
  | { readonly kind: 'keys' }
  | { readonly kind: 'faults'; readonly fileName: string; readonly faults: readonly Fault[] }
  | { readonly kind: 'askFile'; readonly event: Events['ask/file'] }
  | {
      readonly kind: 'confirm';
      readonly title: string;
      readonly sentence: string;
      readonly choices: readonly { readonly name: string; readonly label: string; readonly isMain?: boolean }[];
      readonly answer: (name: string | null) => void;
    };

const NOTICE_MS = 8_000;

/** Everything of the window that is not the document itself: which document, which sheet, what is being said. */
export class WindowState extends Store {
  readonly bridge: AllotBridge;
  #document: DocumentState | null = null;
  #appInfo: AppInfo | null = null;
  #isStarting = true;
  #recoveries: readonly Recovery[] = [];
  #sheet = 'weights';
  #notices: readonly Notice[] = [];
  #noticeCount = 0;
  /** Of the notices that go by themselves, by their ids. */
  readonly #passing = new Map<number, ReturnType<typeof setTimeout>>();
  #dialog: Dialog | null = null;
  #busy: string | null = null;
  /** Requests that are not answered yet. */
  #unanswered = 0;
  #task: Task | null = null;
  #isJobAsked = false;
  #job: ShownJob | null = null;
  #theme: Theme = readTheme();
  #isDerivationOpen = false;
  #wantedCell: { sheet: string; rowKey: string; columnId?: string } | null = null;

  constructor(bridge: AllotBridge) {
    super();
    this.bridge = bridge;
    showTheme(this.#theme);
  }

  get document(): DocumentState | null {
    return this.#document;
  }
  get appInfo(): AppInfo | null {
    return this.#appInfo;
  }
  get isStarting(): boolean {
    return this.#isStarting;
  }
  get recoveries(): readonly Recovery[] {
    return this.#recoveries;
  }
  /** The id of the sheet shown, as in `sheets/sheets.ts`. */
  get sheet(): string {
    return this.#sheet;
  }
  get notices(): readonly Notice[] {
    return this.#notices;
  }
  get dialog(): Dialog | null {
    return this.#dialog;
  }
  get task(): Task | null {
    return this.#task;
  }
  /** The long job that main is at, from its first step to its end. */
  get job(): ShownJob | null {
    return this.#job;
  }
  /** What main is doing, `Importing…`, or null. */
  get busy(): string | null {
    return this.#busy;
  }
  get theme(): Theme {
    return this.#theme;
  }
  get isDerivationOpen(): boolean {
    return this.#isDerivationOpen;
  }

  /** The page is about to go: what still waits to be sent is sent. */
  sendWaiting(): void {
    this.#document?.session.flush();
  }

  /** Listens to the host, then shows the document that is open there, or the start screen. */
  async start(): Promise<void> {
    this.bridge.on('document/info', (info) => this.#document?.setInfo(info));
    this.bridge.on('progress/step', (step) => {
      const { label, done, total } = step;
      // In a browser events have a stream of their own, so a step may be heard only after the answer it led to.
      if (this.#unanswered === 0) return;
      if (this.#isJobAsked) this.#job = step;
      else this.#busy = total === null ? label : `${label} ${done} of ${total}`;
      this.notify();
    });
    this.bridge.on('ask/file', (event) => this.openDialog({ kind: 'askFile', event }));
    this.#appInfo = (await this.ask('app/info', null)) ?? null;
    const current = await this.ask('document/current', null);
    if (current) {
      this.#present(current);
      await this.#document?.restoreHistory();
    } else await this.lookForRecoveries();
    this.#isStarting = false;
    this.notify();
  }

  /** Asks main. An error becomes a notice and undefined comes back; null is a result of some requests. */
  async ask<Name extends RequestName>(name: Name, params: Params<Name>): Promise<Result<Name> | undefined> {
    let reply: Reply<Result<Name>>;
    this.#unanswered++;
    try {
      reply = await this.bridge.ask(name, params);
    } catch {
      const sentence = 'Allot’s document process does not answer. Your last stored edits are safe; start Allot again.';
      reply = { ok: false, error: { code: 'no-answer', message: sentence, detail: [] } };
    }
    this.#unanswered--;
    if (this.#unanswered === 0) this.#busy = null;
    if (reply.ok) {
      this.notify();
      return reply.value;
    }
    this.sayError(reply.error);
    return undefined;
  }

  /** Asks for a long job, with a dialog that says how far it is and offers Cancel. One at a time. */
  async askJob<Name extends RequestName>(name: Name, params: Params<Name>): Promise<Result<Name> | undefined> {
    this.#isJobAsked = true;
    const answer = await this.ask(name, params);
    this.#isJobAsked = false;
    this.#job = null;
    this.notify();
    return answer;
  }

  async lookForRecoveries(): Promise<void> {
    this.#recoveries = (await this.ask('document/recoveries', null)) ?? [];
    this.notify();
  }

  /** Puts an opened document into the window. */
  show(opened: OpenedDocument): void {
    this.#present(opened);
    this.#document?.keepHistory();
  }

  #present(opened: OpenedDocument): void {
    this.#document?.close();
    this.#notices = [];
    this.#task = null;
    const say: DocumentHost['say'] = (sentence, tone) => this.say(sentence, tone);
    this.#document = new DocumentState(opened, { bridge: this.bridge, say, user: () => this.#appInfo?.user ?? '' });
    this.#sheet = this.#document.session.get('sheet') ?? 'weights';
    this.#isDerivationOpen = false;
    for (const sentence of opened.info.notices) this.say(sentence, 'lasting');
    this.notify();
  }

  /** Leaves the document and shows the start screen. */
  async leave(): Promise<void> {
    this.#document?.close();
    this.#document = null;
    this.#task = null;
    await this.lookForRecoveries();
  }

  /** Shows a sheet, and with a row key its cell; `grid` names the table where the sheet has several. */
  goTo(sheet: string, cell?: { rowKey: string; columnId?: string; grid?: string }): void {
    if (cell) {
      const { grid, ...place } = cell;
      this.#wantedCell = { sheet: grid ?? sheet, ...place };
    }
    if (sheet === this.#sheet) {
      this.notify();
      return;
    }
    this.#document?.preview(null);
    this.#document?.select(null);
    this.#sheet = sheet;
    this.#document?.session.set('sheet', sheet);
    this.notify();
  }

  /** Shows a scenario on the same sheet, with the same cell selected. */
  showScenario(id: number): void {
    const document = this.#document;
    if (!document || id === document.scenarioId) return;
    const selected = document.selection;
    if (selected) {
      const { sheet, rowKey, columnId } = selected;
      this.#wantedCell = { sheet, rowKey, columnId };
    }
    document.showScenario(id);
    this.notify();
  }

  /** Whether a cell of this sheet was asked for that it has not shown yet. */
  isCellWanted(sheet: string): boolean {
    return this.#wantedCell?.sheet === sheet;
  }

  /** The row of that cell, or null. */
  wantedRow(sheet: string): string | null {
    return this.#wantedCell?.sheet === sheet ? this.#wantedCell.rowKey : null;
  }

  /** The cell a sheet was asked to show, once. */
  takeWantedCell(sheet: string): { rowKey: string; columnId?: string } | null {
    const wanted = this.#wantedCell;
    if (wanted?.sheet !== sheet) return null;
    this.#wantedCell = null;
    return wanted;
  }

  say(sentence: string, tone: Notice['tone'] = 'done', detail: readonly string[] = []): void {
    if (this.#notices.some((held) => held.sentence === sentence)) return;
    this.#noticeCount += 1;
    const notice: Notice = { id: this.#noticeCount, sentence, detail, tone };
    this.#notices = [...this.#notices, notice];
    if (tone !== 'lasting') this.#letPass(notice.id);
    this.notify();
  }

  /** While somebody is reading them, notices stay; afterwards each has its time again. */
  keepNotices(isKept: boolean): void {
    for (const [id, timer] of this.#passing) {
      clearTimeout(timer);
      if (!isKept) this.#letPass(id);
    }
  }

  /** Esc: what was said in passing goes. False where there was nothing. */
  dismissPassing(): boolean {
    const passing = this.#notices.filter((notice) => notice.tone !== 'lasting');
    for (const { id } of passing) this.dismiss(id);
    return passing.length > 0;
  }

  #letPass(id: number): void {
    this.#passing.set(
      id,
      setTimeout(() => this.dismiss(id), NOTICE_MS),
    );
  }

  sayError(error: AllotErrorData): void {
    // What the person has cancelled is no refusal.
    const tone = error.code === 'job-cancelled' ? 'done' : error.detail.length > 0 ? 'lasting' : 'refusal';
    this.say(error.message, tone, error.detail);
  }

  dismiss(id: number): void {
    clearTimeout(this.#passing.get(id));
    this.#passing.delete(id);
    this.#notices = this.#notices.filter((notice) => notice.id !== id);
    this.notify();
  }

  openDialog(dialog: Dialog): void {
    this.#dialog = dialog;
    this.notify();
  }

  closeDialog(): void {
    if (!this.#dialog) return;
    this.#dialog = null;
    this.notify();
  }

  /** Asks a question with named answers; null when the person closed it. */
  confirm(
    title: string,
    sentence: string,
    choices: readonly { readonly name: string; readonly label: string; readonly isMain?: boolean }[],
  ): Promise<string | null> {
    return new Promise((resolve) => {
      const answer = (name: string | null): void => {
        this.closeDialog();
        resolve(name);
      };
      this.openDialog({ kind: 'confirm', title, sentence, choices, answer });
    });
  }

  /** Gives the whole window to a task until it ends. */
  startTask(task: Task): void {
    this.#task = task;
    this.notify();
  }

  endTask(): void {
    this.#task = null;
    this.notify();
  }

  setBusy(label: string | null): void {
    this.#busy = label;
    this.notify();
  }

  setTheme(theme: Theme): void {
    this.#theme = theme;
    showTheme(theme);
    this.notify();
  }

  toggleDerivation(isOpen = !this.#isDerivationOpen): void {
    if (isOpen === this.#isDerivationOpen) return;
    this.#isDerivationOpen = isOpen;
    this.notify();
  }
}
