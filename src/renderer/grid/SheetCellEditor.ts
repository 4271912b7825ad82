import type { ICellEditorComp, ICellEditorParams } from 'ag-grid-community';
import type { Change } from '../../shared/changes/Change.ts';
import { isNumeric, plainCell } from './formatCell.ts';
import type { GridContext } from './GridContext.ts';
import { parseCell } from './parseCell.ts';
import type { CellValue, SheetColumn, SheetRow } from './SheetColumn.ts';

type Params = ICellEditorParams<SheetRow>;

/** Where the selection goes when an entry is made. */
interface Step {
  readonly rows: number;
  readonly columns: number;
}

/**
 * The editor of every sheet. Each keystroke previews what the entry would do to the whole document; Enter, Tab or a
 * click elsewhere makes the change, Esc takes it back. A wrong entry keeps what was typed and says what is wrong; it
 * cannot be left by Enter or Tab, and leaving it with the mouse takes it back.
 */
export class SheetCellEditor implements ICellEditorComp<SheetRow> {
  #params!: Params;
  #context!: GridContext;
  #column!: SheetColumn;
  #row!: SheetRow;
  #field!: HTMLInputElement | HTMLSelectElement;
  #initial = '';
  #change: Change | null = null;
  #wrong: string | null = null;
  #isFinished = false;
  #selectsAll = true;

  init(params: Params): void {
    this.#params = params;
    this.#context = params.context as GridContext;
    this.#column = (params.colDef.cellEditorParams as { columnNow: () => SheetColumn }).columnNow();
    this.#row = params.data;
    this.#field = this.#column.kind === 'choice' ? this.#makeSelect() : this.#makeInput(params.eventKey);
    this.#field.className = `cell-editor${isNumeric(this.#column.kind) ? ' cell-editor-number' : ''}`;
    this.#field.setAttribute('aria-label', this.#column.header);
    this.#field.addEventListener('input', () => this.#look());
    this.#field.addEventListener('keydown', (event) => this.#keyDown(event as KeyboardEvent));
    this.#field.addEventListener('blur', () => this.#leave());
  }

  getGui(): HTMLElement {
    return this.#field;
  }

  afterGuiAttached(): void {
    this.#field.focus({ preventScroll: true });
    if (this.#field instanceof HTMLInputElement) {
      if (this.#selectsAll) this.#field.select();
      else this.#look();
    }
  }

  /** The grid asks for a value but never uses it: changes are made by this editor. */
  getValue(): CellValue {
    return this.#field.value;
  }

  isCancelAfterEnd(): boolean {
    return true;
  }

  destroy(): void {
    this.#leave();
    this.#context.bubble.hide();
  }

  #makeInput(eventKey: string | null): HTMLInputElement {
    const input = document.createElement('input');
    input.type = 'text';
    input.spellcheck = false;
    input.autocomplete = 'off';
    const column = this.#column;
    this.#initial = column.editText?.(this.#row) ?? plainCell(column.kind, column.value(this.#row));
    const isTyped = eventKey !== null && eventKey.length === 1;
    const kept = this.#context.kept.get(this.#place);
    input.value = isTyped ? eventKey : (kept ?? this.#initial);
    this.#selectsAll = !isTyped && kept === undefined;
    return input;
  }

  #makeSelect(): HTMLSelectElement {
    const select = document.createElement('select');
    const value = this.#column.value(this.#row);
    for (const choice of this.#column.choices?.(this.#row) ?? []) {
      select.add(new Option(choice.label, choice.value, false, choice.value === value));
    }
    this.#initial = select.value;
    return select;
  }

  /** The cell, among the wrong entries kept for mending. */
  get #place(): string {
    return `${this.#row.key}\n${this.#column.id}`;
  }

  /** Reads the entry anew and previews it. */
  #look(): void {
    const text = this.#field.value;
    this.#change = null;
    this.#wrong = null;
    if (text !== this.#initial) {
      const parsed = parseCell(this.#column, text, this.#row);
      const edit = parsed.ok
        ? this.#context.document.draft(() => this.#column.edit?.(this.#row, parsed.value) ?? null)
        : parsed.sentence;
      if (typeof edit === 'string') this.#wrong = edit;
      else this.#change = edit;
    }
    this.#context.document.preview(this.#change);
    this.#field.setAttribute('aria-invalid', String(this.#wrong !== null));
    // A half-typed number is not yet a mistake: the sentence comes when the person wants to leave the cell.
    if (!this.#wrong) this.#context.bubble.hide();
    else if (text.trim().length > 1) this.#context.bubble.show(this.#field, this.#wrong);
  }

  #keyDown(event: KeyboardEvent): void {
    const back = event.shiftKey ? -1 : 1;
    if (event.key === 'Escape') this.#end(event, null, () => this.#context.document.preview(null));
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.#fillSelection(event);
    else if (event.key === 'Enter') this.#tryToFinish(event, { rows: back, columns: 0 });
    else if (event.key === 'Tab') this.#tryToFinish(event, { rows: 0, columns: back });
    else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && event.altKey && this.#column.step) {
      event.preventDefault();
      event.stopPropagation();
      this.#stepEntry(event.key === 'ArrowUp' ? 1 : -1, event.shiftKey);
    }
  }

  #tryToFinish(event: KeyboardEvent, step: Step): void {
    if (this.#wrong) {
      event.preventDefault();
      event.stopPropagation();
      this.#context.bubble.show(this.#field, this.#wrong);
      return;
    }
    const change = this.#change;
    this.#end(event, step, () => {
      if (change) this.#context.document.commit(change);
    });
  }

  #end(event: KeyboardEvent, step: Step | null, act: () => void): void {
    event.preventDefault();
    event.stopPropagation();
    this.#isFinished = true;
    this.#context.kept.delete(this.#place);
    act();
    const { api, node, column } = this.#params;
    api.stopEditing(true);
    if (step && this.#context.leaveCell(step.rows, step.columns)) return;
    const rowIndex = Math.max(0, Math.min((node.rowIndex ?? 0) + (step?.rows ?? 0), api.getDisplayedRowCount() - 1));
    api.ensureIndexVisible(rowIndex);
    api.setFocusedCell(rowIndex, column);
    if (step && step.columns > 0) api.tabToNextCell();
    else if (step && step.columns < 0) api.tabToPreviousCell();
  }

  /** Ctrl+Enter: the entry goes into every selected cell, or stays in this one where nothing else is selected. */
  #fillSelection(event: KeyboardEvent): void {
    const text = this.#field.value;
    if (this.#wrong) {
      this.#tryToFinish(event, { rows: 0, columns: 0 });
      return;
    }
    const change = this.#change;
    this.#end(event, null, () => {
      this.#context.document.preview(null);
      if (!this.#context.fillSelection(text) && change) this.#context.document.commit(change);
    });
  }

  /** The editor goes away without Enter, Tab or Esc: a right entry is kept, a wrong one is taken back. */
  #leave(): void {
    if (this.#isFinished) return;
    this.#isFinished = true;
    const { document, say } = this.#context;
    const change = this.#change;
    const wrong = this.#wrong;
    if (change) document.commit(change);
    else document.preview(null);
    if (wrong) {
      this.#context.kept.set(this.#place, this.#field.value);
      say(`${wrong} The cell is as it was; F2 in it brings back what was typed.`);
    } else {
      this.#context.kept.delete(this.#place);
    }
    queueMicrotask(() => {
      if (!this.#params.api.isDestroyed()) this.#params.api.stopEditing(true);
    });
  }

  #stepEntry(direction: 1 | -1, isLarge: boolean): void {
    const { step, kind } = this.#column;
    const parsed = parseCell(this.#column, this.#field.value, this.#row);
    if (!step || !parsed.ok || typeof parsed.value !== 'number') return;
    const value = Math.max(0, parsed.value + direction * (isLarge ? step.large : step.small));
    this.#field.value = plainCell(kind, value);
    this.#look();
  }
}
