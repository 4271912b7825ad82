import { textToChange } from '../../shared/changes/opsText.ts';
import type { AssistantFile, AssistantRow } from '../../shared/contract/assistant.ts';
import type { AllotErrorData } from '../../shared/contract/errors.ts';
import type { Events, Params, RequestName, Result } from '../../shared/contract/requests.ts';
import type { YearsPreviewAnswer } from '../../shared/contract/years.ts';
import type { YearsMapping, YearsSuggestion } from '../../shared/years/import/YearsMapping.ts';
import { askReader } from '../importAssistant/askReader.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import { Store } from '../state/Store.ts';
import type { WindowState } from '../state/WindowState.ts';

export type YearsStep = 'columns' | 'preview';
export type YearsWaiting = 'reading' | 'understanding' | 'previewing' | 'importing' | null;

/**
 * One import of years: the file that the assistant's reader has read, how it is understood, and what importing it would
 * do. Nothing in the document changes before `importNow`.
 */
export class YearsImportState extends Store {
  readonly #window: WindowState;
  readonly #document: DocumentState;
  readonly #stopListening: () => void;
  #step: YearsStep = 'columns';
  #waiting: YearsWaiting = null;
  #progress: Events['progress/step'] | null = null;
  #problem: AllotErrorData | null = null;
  #file: AssistantFile | null = null;
  #sheet = 0;
  #suggestion: YearsSuggestion | null = null;
  #mapping: YearsMapping | null = null;
  #rows: readonly AssistantRow[] = [];
  #answer: YearsPreviewAnswer | null = null;
  /** Answers to earlier questions are dropped. */
  #turn = 0;

  constructor(window: WindowState, document: DocumentState) {
    super();
    this.#window = window;
    this.#document = document;
    this.#stopListening = window.bridge.on('progress/step', (step) => {
      if (this.#waiting !== 'reading') return;
      this.#progress = step;
      this.notify();
    });
  }

  get step(): YearsStep {
    return this.#step;
  }
  get waiting(): YearsWaiting {
    return this.#waiting;
  }
  get progress(): Events['progress/step'] | null {
    return this.#progress;
  }
  get problem(): AllotErrorData | null {
    return this.#problem;
  }
  get file(): AssistantFile | null {
    return this.#file;
  }
  get sheet(): number {
    return this.#sheet;
  }
  get suggestion(): YearsSuggestion | null {
    return this.#suggestion;
  }
  get mapping(): YearsMapping | null {
    return this.#mapping;
  }
  /** The first rows of the sheet as they stand. */
  get rows(): readonly AssistantRow[] {
    return this.#rows;
  }
  get answer(): YearsPreviewAnswer | null {
    return this.#answer;
  }

  async chooseFile(): Promise<void> {
    const turn = this.#wait('reading');
    const file = await this.#ask('assistant/read', null);
    this.#progress = null;
    if (turn !== this.#turn) return;
    this.#waiting = null;
    if (file) {
      this.#file = file;
      this.#step = 'columns';
      await this.chooseSheet(
        Math.max(
          0,
          file.sheets.findIndex(({ rowCount }) => rowCount > 0),
        ),
      );
    } else {
      this.#file = null;
      if (file === null) this.#window.endTask();
    }
    this.notify();
  }

  async chooseSheet(sheet: number): Promise<void> {
    this.#sheet = sheet;
    await this.chooseHeader(null);
  }

  async chooseHeader(headerRow: number | null): Promise<void> {
    if (!this.#file) return;
    const turn = this.#wait('understanding');
    const { token } = this.#file;
    const suggestion = await this.#ask('years/suggest', { token, sheet: this.#sheet, headerRow });
    const rows = suggestion ? await this.#ask('assistant/rows', { token, sheet: this.#sheet, from: 0, count: 12 }) : [];
    if (turn !== this.#turn) return;
    this.#waiting = null;
    this.#suggestion = suggestion ?? null;
    this.#mapping = suggestion?.mapping ?? null;
    this.#rows = rows ?? [];
    this.#answer = null;
    this.notify();
  }

  setMapping(mapping: YearsMapping): void {
    this.#mapping = mapping;
    this.#answer = null;
    if (this.#step === 'preview') void this.#lookAhead();
    this.notify();
  }

  goTo(step: YearsStep): void {
    if (!this.#file || !this.#mapping) return;
    this.#step = step;
    this.#problem = null;
    if (step === 'preview' && !this.#answer) void this.#lookAhead();
    this.notify();
  }

  /** All or nothing: either it becomes one undo step, or the faults are shown and nothing has changed. */
  async importNow(): Promise<void> {
    if (!this.#file || !this.#mapping || this.#waiting) return;
    const { token } = this.#file;
    const turn = this.#wait('importing');
    const outcome = await this.#ask('years/import', {
      ...{ token, sheet: this.#sheet, mapping: this.#mapping },
      scenario: this.#document.scenarioId,
    });
    if (turn !== this.#turn) return;
    this.#waiting = null;
    if (outcome?.change && outcome.committed) {
      this.#document.adopt(textToChange(outcome.change), outcome.committed);
      this.#file = null;
      const { added, changed } = outcome.preview;
      this.#window.goTo('years');
      this.#window.endTask();
      this.#window.say(
        `Imported ${outcome.fileName}: ${added.toLocaleString('en-US')} new values, ${changed.toLocaleString('en-US')} changed.`,
      );
      return;
    }
    if (outcome) this.#answer = outcome;
    this.notify();
  }

  /** Leaves without importing; main forgets the file. */
  close(): void {
    this.#stopListening();
    this.#turn++;
    if (this.#file || this.#waiting) void this.#window.bridge.ask('assistant/cancel', null);
    this.#window.setBusy(null);
  }

  async #lookAhead(): Promise<void> {
    if (!this.#file || !this.#mapping) return;
    const turn = this.#wait('previewing');
    const { token } = this.#file;
    const answer = await this.#ask('years/preview', { token, sheet: this.#sheet, mapping: this.#mapping });
    if (turn !== this.#turn) return;
    this.#waiting = null;
    this.#answer = answer ?? null;
    this.notify();
  }

  #wait(waiting: YearsWaiting): number {
    this.#waiting = waiting;
    this.#problem = null;
    this.notify();
    return ++this.#turn;
  }

  /** Asks main; what went wrong stands in the import itself. */
  async #ask<Name extends RequestName>(name: Name, params: Params<Name>): Promise<Result<Name> | undefined> {
    const reply = await askReader(this.#window, name, params);
    if (reply.ok) return reply.value;
    if (reply.error.code !== 'read-cancelled') this.#problem = reply.error;
    return undefined;
  }
}
