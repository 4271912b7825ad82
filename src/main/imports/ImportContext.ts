import type { Model } from '../../shared/model/Model.ts';
import { keyOf } from '../../shared/model/tables.ts';
import { quoted } from '../../shared/text/quoted.ts';
import { CategoryLookup } from './CategoryLookup.ts';
import type { FaultList } from './FaultList.ts';
import type { ImportPlan } from './ImportPlan.ts';
import type { Sheet } from './Sheet.ts';
import { type SheetColumns, SheetTable, type TableRow } from './SheetTable.ts';
import type { SheetName } from './sheetNames.ts';

/** What every sheet's reader works with: the model as it is, the plan so far, and the place for faults. */
export class ImportContext {
  readonly model: Model;
  readonly plan: ImportPlan;
  readonly faults: FaultList;
  readonly #sheets: ReadonlyMap<SheetName, Sheet>;
  #hasSchools: boolean | undefined;

  constructor(model: Model, plan: ImportPlan, faults: FaultList, sheets: ReadonlyMap<SheetName, Sheet>) {
    this.model = model;
    this.plan = plan;
    this.faults = faults;
    this.#sheets = sheets;
  }

  get scenarioId(): number {
    return this.plan.scenario.id;
  }

  has(name: SheetName): boolean {
    return this.#sheets.has(name);
  }

  sheet(name: SheetName): Sheet | undefined {
    return this.#sheets.get(name);
  }

  /** The sheet with its header understood, or null where the workbook has no such sheet. */
  table(name: SheetName, columns: SheetColumns): SheetTable | null {
    const sheet = this.#sheets.get(name);
    return sheet ? new SheetTable(sheet, columns, this.faults) : null;
  }

  /** Levels as they will be; read after the sheet `levels`. */
  levels(): CategoryLookup {
    return new CategoryLookup('level', this.#inOrder('level'));
  }

  needs(): CategoryLookup {
    return new CategoryLookup('need', this.#inOrder('need'));
  }

  #inOrder(table: 'level' | 'need') {
    return [...this.plan.rowsAfter(table)].sort((left, right) => left.position - right.position);
  }

  hasSchool(code: string): boolean {
    return this.plan.rowAfter('school', code) !== undefined;
  }

  /** Whether the workbook's own schools could be read; asked after the sheet `schools`. If not, that is a fault already. */
  get hasSchools(): boolean {
    this.#hasSchools ??= this.has('schools') && !this.plan.rowsAfter('school').next().done;
    return this.#hasSchools;
  }

  hasSource(code: string): boolean {
    return this.plan.rowAfter('source', code) !== undefined;
  }

  hasWeightSet(name: string): boolean {
    return this.plan.rowAfter('weightSet', keyOf(this.scenarioId, name)) !== undefined;
  }
}

/** The level or need a cell names, or null with a fault. An empty cell gives `otherwise`. */
export function categoryIn(row: TableRow, column: string, lookup: CategoryLookup, otherwise?: string): string | null {
  const text = otherwise === undefined ? row.required(column) : row.text(column);
  if (text === null) return null;
  if (text === '') return otherwise ?? null;
  return lookup.find(text) ?? row.fault(column, lookup.unknown(text));
}

/** The school a cell names, or null with a fault. */
export function schoolIn(row: TableRow, context: ImportContext, column = 'school'): string | null {
  const code = row.required(column);
  if (code === null || context.hasSchool(code) || !context.hasSchools) return code;
  return row.fault(column, `${quoted(code)} is not the code of a school in the sheet schools.`);
}

/** The source a cell names, or null with a fault. */
export function sourceIn(row: TableRow, context: ImportContext, column = 'source'): string | null {
  const code = row.required(column);
  if (code === null || context.hasSource(code)) return code;
  return row.fault(column, `${quoted(code)} is not the code of a revenue source.`);
}

/** Reports the second row of one key, naming the row that has it already. */
export class UniqueKeys {
  readonly #rowOf = new Map<string, number>();

  /** Whether the key is new. Null parts mean that another fault is reported already; `what` names the key. */
  isNew(row: TableRow, column: string | null, parts: readonly (string | null)[], what: () => string): boolean {
    if (parts.includes(null)) return true;
    const key = parts.join('\u001f');
    const held = this.#rowOf.get(key);
    if (held === undefined) {
      this.#rowOf.set(key, row.number);
      return true;
    }
    row.fault(column, `${what()} stands in row ${held} already.`);
    return false;
  }
}
