import { orderedTemplates } from '../../shared/changes/templates.ts';
import type { AllocationTemplateRow } from '../../shared/model/rows.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import { Store } from '../state/Store.ts';
import type { RecordPlace } from './recordEdits.ts';

const TEMPLATE = 'financeFiles/template';

export type EditorFace = 'file' | 'header' | 'detail' | 'control';
export type PreviewFace = 'lines' | 'totals' | 'faults';

/** How the sheet Finance files is looked at: which template, which part of it, and the column in hand. */
export class FilesView extends Store {
  readonly #document: DocumentState;
  #face: EditorFace = 'detail';
  #records = { header: 0, control: 0 };
  #column = 0;
  #preview: PreviewFace = 'lines';
  #isAdding = false;
  #written: { readonly templateId: number; readonly commitRevision: number; readonly sentence: string } | null = null;

  constructor(document: DocumentState) {
    super();
    this.#document = document;
  }

  /** The id of the template chosen; 0 where none was. */
  get templateId(): number {
    return Number(this.#document.session.get(TEMPLATE) ?? 0);
  }

  get face(): EditorFace {
    return this.#face;
  }

  get preview(): PreviewFace {
    return this.#preview;
  }

  /** The record whose columns are shown; null on the face of the file. */
  get record(): RecordPlace | null {
    if (this.#face === 'file') return null;
    return { part: this.#face, at: this.#face === 'detail' ? 0 : this.#records[this.#face] };
  }

  /** What was written last, as long as neither the document nor the template has changed since; otherwise null. */
  written(templateId: number): string | null {
    const held = this.#written;
    const isSame = held?.templateId === templateId && held.commitRevision === this.#document.commitRevision;
    return isSame ? held.sentence : null;
  }

  setWritten(templateId: number, sentence: string): void {
    this.#written = { templateId, commitRevision: this.#document.commitRevision, sentence };
    this.notify();
  }

  /** Whether the templates to choose from are offered. */
  get isAdding(): boolean {
    return this.#isAdding;
  }

  startAdding(isAdding: boolean): void {
    this.#isAdding = isAdding;
    this.notify();
  }

  get column(): number {
    return this.#column;
  }

  chooseTemplate(id: number): void {
    this.#document.session.set(TEMPLATE, String(id));
    this.#column = 0;
    this.#records = { header: 0, control: 0 };
    this.notify();
  }

  show(face: EditorFace): void {
    this.#face = face;
    this.#column = 0;
    this.notify();
  }

  showRecord(part: 'header' | 'control', at: number): void {
    this.#records = { ...this.#records, [part]: at };
    this.#face = part;
    this.#column = 0;
    this.notify();
  }

  chooseColumn(column: number): void {
    if (column === this.#column) return;
    this.#column = column;
    this.notify();
  }

  /** A cell of the preview leads to its column. */
  showColumn({ part, at }: RecordPlace, column: number): void {
    this.#face = part;
    if (part !== 'detail') this.#records = { ...this.#records, [part]: at };
    this.#column = column;
    this.notify();
  }

  showPreview(face: PreviewFace): void {
    this.#preview = face;
    this.notify();
  }
}

const views = new WeakMap<DocumentState, FilesView>();

export function filesViewOf(document: DocumentState): FilesView {
  let view = views.get(document);
  if (!view) {
    view = new FilesView(document);
    views.set(document, view);
  }
  return view;
}

/** The template that is shown: the one chosen last, or else the first; null where there is none. */
export function shownTemplateRow(document: DocumentState): AllocationTemplateRow | null {
  const rows = orderedTemplates(document.model);
  const { templateId } = filesViewOf(document);
  return rows.find(({ id }) => id === templateId) ?? rows[0] ?? null;
}
