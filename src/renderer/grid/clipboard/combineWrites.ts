import { applyOps, type Change, invertOps } from '../../../shared/changes/Change.ts';
import type { RowOp } from '../../../shared/model/Model.ts';
import type { DocumentState } from '../../state/DocumentState.ts';
import { fewestOps } from '../../state/squashOps.ts';
import { isEditable } from '../columnDefs.ts';
import { formatCell } from '../formatCell.ts';
import { parseCell } from '../parseCell.ts';
import type { SheetColumn, SheetRow } from '../SheetColumn.ts';
import { cellText } from './cellText.ts';

/** A text that is to go into a cell, as if a person had typed it there. */
export interface CellWrite<Row extends SheetRow> {
  readonly row: Row;
  readonly column: SheetColumn<Row>;
  readonly text: string;
}

/** A cell that could not take its text, and why. */
export interface RefusedCell {
  readonly row: string;
  readonly column: string;
  readonly value: string;
  readonly reason: string;
}

export type CombinedWrites =
  | { readonly ok: true; readonly change: Change | null }
  | { readonly ok: false; readonly refused: readonly RefusedCell[] };

const CALCULATED = 'This is not typed here, so it cannot be changed here.';
const ONE_AT_A_TIME =
  'Each of these entries solves a weight from all the others, so they are typed one at a time. To paste several, show the sheet as weights.';

/** Whether a text says what stands in the cell already, with or without marks; such a cell needs no change. */
function says<Row extends SheetRow>(text: string, { column, row }: CellWrite<Row>, canBeTyped: boolean): boolean {
  const value = column.value(row);
  const wanted = text.trim();
  if (wanted === cellText(column, row, value)) return true;
  return (
    !canBeTyped && (wanted === formatCell(column, value, row) || (wanted === '' && (value === null || value === '')))
  );
}

/**
 * Many cells as one change, all or nothing. Each edit is worked out on a model in which those before it already stand,
 * as if they were typed in turn, so that two cells of one row do not undo each other; then the model is set back and
 * the ops are brought to one per row. Nothing is recalculated on the way.
 */
export function combineWrites<Row extends SheetRow>(
  document: DocumentState,
  writes: readonly CellWrite<Row>[],
  rowTitle: (row: Row) => string,
  describe: (parts: readonly Change[]) => string,
): CombinedWrites {
  const { model } = document;
  const ops: RowOp[] = [];
  const parts: Change[] = [];
  const refused: RefusedCell[] = [];
  const refuse = ({ row, column, text }: CellWrite<Row>, reason: string): void => {
    const name = column.group ? `${column.group}, ${column.header}` : column.header;
    refused.push({ row: rowTitle(row), column: name, value: text, reason });
  };
  const solved = writes.filter(({ column, row }) => column.solves && isEditable(column, row));
  try {
    for (const write of writes) {
      const { column, row, text } = write;
      const canBeTyped = isEditable(column, row);
      if (says(text, write, canBeTyped)) continue;
      if (!canBeTyped || !column.edit) {
        refuse(write, column.refusal?.(row) ?? CALCULATED);
        continue;
      }
      if (column.solves && solved.length > 1) {
        refuse(write, ONE_AT_A_TIME);
        continue;
      }
      const parsed = parseCell(column, text, row);
      const edit = parsed.ok ? column.edit(row, parsed.value) : parsed.sentence;
      if (typeof edit === 'string') {
        refuse(write, edit);
        continue;
      }
      if (edit.ops.length === 0) continue;
      applyOps(model, edit.ops);
      for (const op of edit.ops) ops.push(op);
      parts.push(edit);
    }
  } finally {
    applyOps(model, invertOps(ops));
  }
  if (refused.length > 0) return { ok: false, refused };
  const only = parts.length === 1 ? parts[0] : undefined;
  if (only) return { ok: true, change: only };
  const fewest = fewestOps(ops);
  if (fewest.length === 0) return { ok: true, change: null };
  const scenario = parts.find((part) => part.scenario !== null)?.scenario ?? null;
  return { ok: true, change: { kind: 'paste', label: describe(parts), scenario, ops: fewest } };
}
