import type { Mapping } from '../../shared/assistant/Mapping.ts';
import type { MappingSuggestion } from '../../shared/assistant/MappingSuggestion.ts';
import type { Delimiter, TextEncodingName } from '../../shared/assistant/RawTable.ts';
import { textToChange } from '../../shared/changes/opsText.ts';
import type { AssistantFile, AssistantPreview, AssistantRow } from '../../shared/contract/assistant.ts';
import type { AllotErrorData } from '../../shared/contract/errors.ts';
import type { Events, Params, RequestName, Result } from '../../shared/contract/requests.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import { Store } from '../state/Store.ts';
import type { WindowState } from '../state/WindowState.ts';
import { askReader } from './askReader.ts';
import { doneSentence } from './importSentence.ts';

export type Step = 'file' | 'columns' | 'preview';
export const STEPS: readonly Step[] = ['file', 'columns', 'preview'];

/** What is being waited for. */
export type Waiting = 'choosing' | 'reading' | 'understanding' | 'previewing' | 'importing' | null;

/**
 * One run of the import assistant: a file, how it is understood, and what importing it would do. Everything that is
 * read or worked out comes from main; nothing in the document changes before `importNow`.
 *
 * file chosen → sheet and header row → mapping → preview → import. A step back keeps what was decided; a change of an
 * earlier decision takes back what rests on it.
 */
export class AssistantState extends Store {
  readonly #window: WindowState;
  readonly #document: DocumentState;
  readonly #stopListening: () => void;
  #step: Step = 'file';
  #waiting: Waiting = null;
  /** Ends when what was read last is understood. */
  #understood: Promise<void> = Promise.resolve();
  #progress: Events['progress/step'] | null = null;
  #problem: AllotErrorData | null = null;
  #file: AssistantFile | null = null;
  #sheet = 0;
  #suggestion: MappingSuggestion | null = null;
  #isRemembered = false;
  #mapping: Mapping | null = null;
  #touched: ReadonlySet<number> = new Set();
  #preview: AssistantPreview | null = null;
  /** Answers to earlier questions are dropped. */
  #turn = 0;

  constructor(window: WindowState, document: DocumentState) {
    super();
    this.#window = window;
    this.#document = document;
    this.#stopListening = window.bridge.on('progress/step', (step) => {
      if (this.#waiting !== 'choosing' && this.#waiting !== 'reading') return;
      this.#waiting = 'reading';
      this.#progress = step;
      this.notify();
    });
  }

  get step(): Step {
    return this.#step;
  }
  get waiting(): Waiting {
    return this.#waiting;
  }
  get progress(): Events['progress/step'] | null {
    return this.#progress;
  }
  /** Why the last thing asked for could not be done. */
  get problem(): AllotErrorData | null {
    return this.#problem;
  }
  get file(): AssistantFile | null {
    return this.#file;
  }
  get sheet(): number {
    return this.#sheet;
  }
  get suggestion(): MappingSuggestion | null {
    return this.#suggestion;
  }
  get isRemembered(): boolean {
    return this.#isRemembered;
  }
  get mapping(): Mapping | null {
    return this.#mapping;
  }
  /** Columns of the file whose use the person has decided. */
  get touched(): ReadonlySet<number> {
    return this.#touched;
  }
  get preview(): AssistantPreview | null {
    return this.#preview;
  }

  /** Asks for a file and reads it. Closing the dialog keeps the file read before; without one, the assistant ends. */
  async chooseFile(): Promise<void> {
    const turn = this.#wait('choosing');
    const file = await this.#ask('assistant/read', null);
    this.#progress = null;
    if (turn !== this.#turn) return;
    this.#waiting = null;
    if (file) {
      this.#file = file;
      this.#sheet = Math.max(
        0,
        file.sheets.findIndex((sheet) => sheet.rowCount > 0),
      );
      await this.#understand(null);
    } else if (file === null || !this.#file) {
      // Main forgets the file it held as soon as another is asked for.
      this.#file = null;
      if (file === null) this.#window.endTask();
    }
    this.notify();
  }

  /** Reads the same file as the person says it is written. Where that fails it stays as it was read. */
  async readAgain(encoding: TextEncodingName, delimiter: Delimiter): Promise<void> {
    // What was read before is still being understood: the choice waits for that, since it is kept where this one fails.
    if (this.#waiting === 'understanding') await this.#understood;
    if (!this.#file || this.#waiting) return;
    const turn = this.#wait('reading');
    const file = await this.#ask('assistant/readAgain', { token: this.#file.token, encoding, delimiter });
    this.#progress = null;
    if (turn !== this.#turn) return;
    this.#waiting = null;
    if (file) {
      this.#file = file;
      await this.#understand(null);
    }
    this.notify();
  }

  async cancelReading(): Promise<void> {
    this.#turn++;
    this.#waiting = null;
    this.#file = null;
    this.notify();
    await this.#ask('assistant/cancel', null);
  }

  async chooseSheet(sheet: number): Promise<void> {
    this.#sheet = sheet;
    await this.#understand(null);
  }

  async chooseHeader(row: number): Promise<void> {
    await this.#understand(row);
  }

  /** Rows of the sheet as they stand, from the `from`-th on. */
  async rows(from: number, count: number): Promise<readonly AssistantRow[]> {
    if (!this.#file) return [];
    return (await this.#ask('assistant/rows', { token: this.#file.token, sheet: this.#sheet, from, count })) ?? [];
  }

  /** Another understanding of the file. `column` is the one decided about, where it is about one. */
  setMapping(mapping: Mapping, column: number | null = null): void {
    this.#mapping = mapping;
    this.#preview = null;
    if (column !== null) this.#touched = new Set([...this.#touched, column]);
    if (this.#step === 'preview') void this.#lookAhead();
    this.notify();
  }

  goTo(step: Step): void {
    if (!this.canGoTo(step)) return;
    this.#step = step;
    this.#problem = null;
    if (step === 'preview' && !this.#preview) void this.#lookAhead();
    this.notify();
  }

  canGoTo(step: Step): boolean {
    return step === 'file' || (this.#mapping !== null && this.#file !== null);
  }

  /** All or nothing: either it becomes one undo step, or the faults are shown and nothing has changed. */
  async importNow(): Promise<void> {
    const params = this.#params();
    if (!params || this.#waiting) return;
    const turn = this.#wait('importing');
    const outcome = await this.#ask('assistant/import', params);
    if (turn !== this.#turn) return;
    this.#waiting = null;
    if (outcome?.change && outcome.committed) {
      const sentence = doneSentence(this.#document.model, outcome.fileName, outcome.preview);
      this.#document.adopt(textToChange(outcome.change), outcome.committed);
      this.#file = null;
      this.#showImported(outcome.preview.of);
      this.#window.endTask();
      this.#window.say(sentence);
      return;
    }
    if (outcome) this.#preview = outcome;
    this.notify();
  }

  /** Leaves without importing; main forgets the file. */
  close(): void {
    this.#stopListening();
    this.#turn++;
    if (this.#file || this.#waiting) void this.#window.bridge.ask('assistant/cancel', null);
    this.#window.setBusy(null);
  }

  /** A person who came from a sheet of inputs stays there; anyone else is shown what came in. */
  #showImported(of: 'schools' | 'sources'): void {
    const inputs = of === 'schools' ? ['schools', 'enrollment', 'findings', 'versions'] : ['revenues', 'versions'];
    if (!inputs.includes(this.#window.sheet)) this.#window.goTo(inputs[0] as string);
  }

  #params(): Params<'assistant/preview'> | null {
    const scenario = this.#document.scenarioId;
    if (!this.#file || !this.#mapping) return null;
    return { token: this.#file.token, sheet: this.#sheet, scenario, mapping: this.#mapping };
  }

  #understand(headerRow: number | null): Promise<void> {
    this.#understood = this.#suggest(headerRow);
    return this.#understood;
  }

  async #suggest(headerRow: number | null): Promise<void> {
    if (!this.#file) return;
    const turn = this.#wait('understanding');
    const answer = await this.#ask('assistant/suggest', { token: this.#file.token, sheet: this.#sheet, headerRow });
    if (turn !== this.#turn) return;
    this.#waiting = null;
    this.#suggestion = answer?.suggestion ?? null;
    this.#mapping = answer?.suggestion.mapping ?? null;
    this.#isRemembered = answer?.isRemembered ?? false;
    this.#touched = new Set();
    this.#preview = null;
    this.notify();
  }

  async #lookAhead(): Promise<void> {
    const params = this.#params();
    if (!params) return;
    const turn = this.#wait('previewing');
    const preview = await this.#ask('assistant/preview', params);
    if (turn !== this.#turn) return;
    this.#waiting = null;
    this.#preview = preview ?? null;
    this.notify();
  }

  #wait(waiting: Waiting): number {
    this.#waiting = waiting;
    this.#problem = null;
    this.notify();
    return ++this.#turn;
  }

  /** Asks main; what went wrong stands in the assistant itself. */
  async #ask<Name extends RequestName>(name: Name, params: Params<Name>): Promise<Result<Name> | undefined> {
    const reply = await askReader(this.#window, name, params);
    if (reply.ok) return reply.value;
    if (reply.error.code !== 'read-cancelled') this.#problem = reply.error;
    return undefined;
  }
}
