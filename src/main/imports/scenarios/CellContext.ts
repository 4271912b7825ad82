import { type CellSheet, joinKey } from '../../../shared/scenarios/cellKey.ts';
import { quoted } from '../../../shared/text/quoted.ts';
import type { CategoryLookup } from '../CategoryLookup.ts';
import type { ImportContext } from '../ImportContext.ts';
import type { TableRow } from '../SheetTable.ts';
import { headerKey } from '../sheetNames.ts';
import type { ScenarioDraft } from './ScenarioDraft.ts';

/** One row of the sheet `scenarios` that says a cell, understood as far as its sheet, key and column. */
export interface CellRow {
  readonly row: TableRow;
  readonly sheet: CellSheet;
  readonly parts: readonly string[];
  readonly column: string;
  /** An empty value takes the cell away, or back to its default. */
  readonly isEmpty: boolean;
}

/** What the reader of one cell works with. Everything that finds a fault reports it and gives null. */
export class CellContext {
  readonly context: ImportContext;
  readonly draft: ScenarioDraft;
  readonly levels: CategoryLookup;
  readonly needs: CategoryLookup;

  constructor(context: ImportContext, draft: ScenarioDraft, levels: CategoryLookup, needs: CategoryLookup) {
    this.context = context;
    this.draft = draft;
    this.levels = levels;
    this.needs = needs;
  }

  /** The parts of a key, as many as its sheet has; empty ones at the end may be left out. */
  parts(cell: CellRow, names: readonly string[], mayEndEmpty = 0): string[] | null {
    const { parts, row } = cell;
    const fits = parts.length <= names.length && parts.length >= names.length - mayEndEmpty;
    if (fits) return names.map((_, at) => parts[at] ?? '');
    return row.fault('key', `${quoted(joinKey(parts))} is not a key of the form ${names.join('/')}.`);
  }

  level(row: TableRow, text: string): string | null {
    return this.levels.find(text) ?? row.fault('key', this.levels.unknown(text));
  }

  need(row: TableRow, text: string): string | null {
    return this.needs.find(text) ?? row.fault('key', this.needs.unknown(text));
  }

  source(row: TableRow, code: string): string | null {
    return this.context.hasSource(code)
      ? code
      : row.fault('key', `${quoted(code)} is not the code of a revenue source.`);
  }

  school(row: TableRow, code: string): string | null {
    return this.context.hasSchool(code) ? code : row.fault('key', `${quoted(code)} is not the code of a school.`);
  }

  weightSet(row: TableRow, column: string, name: string): string | null {
    for (const set of this.draft.table('weightSet').values()) if (set.weightSet === name) return name;
    return row.fault(column, `${quoted(name)} is not a weight set of this scenario.`);
  }

  /** The column of a cell, among those that its sheet has. */
  column<Name extends string>(cell: CellRow, names: readonly Name[]): Name | null {
    const key = headerKey(cell.column);
    const name = names.find((candidate) => headerKey(candidate) === key);
    if (name !== undefined) return name;
    return cell.row.fault('column', `${quoted(cell.column)} is not a column here; it is ${names.join(' or ')}.`);
  }
}
