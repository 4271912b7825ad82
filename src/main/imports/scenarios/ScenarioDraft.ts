import type { InputKind, ScenarioRow, Tables } from '../../../shared/model/rows.ts';
import { DECISION_TABLES, type DecisionTable } from '../../../shared/model/scenarioTables.ts';
import { rowKey } from '../../../shared/model/tables.ts';
import { LIMITS } from '../../../shared/model/units.ts';
import { INPUT_KINDS, KIND_NAMES, PIN_OF_KIND, TABLE_OF_KIND } from '../../../shared/versions/inputVersions.ts';
import type { ImportPlan } from '../ImportPlan.ts';

type InputTable = (typeof TABLE_OF_KIND)[InputKind];

/** A scenario as an import makes it: a copy of what it is based on, changed cell by cell, then put into the plan. */
export class ScenarioDraft {
  row: ScenarioRow;
  readonly #plan: ImportPlan;
  readonly #rows = new Map<DecisionTable, Map<string, Tables[DecisionTable]>>();
  readonly #inputs = new Map<InputKind, Map<string, Tables[InputTable]>>();

  constructor(plan: ImportPlan, row: ScenarioRow) {
    this.row = row;
    this.#plan = plan;
  }

  /** Takes over every decision of another scenario. */
  copyFrom(base: ScenarioDraft | number): void {
    for (const table of DECISION_TABLES) {
      for (const row of typeof base === 'number' ? this.#planned(table, base) : base.table(table).values()) {
        this.set(table, { ...row, scenario: this.row.id } as Tables[typeof table]);
      }
    }
  }

  #planned(table: DecisionTable, scenario: number): Tables[DecisionTable][] {
    return [...this.#plan.rowsAfter(table)].filter((row) => row.scenario === scenario);
  }

  table<T extends DecisionTable>(name: T): Map<string, Tables[T]> {
    let rows = this.#rows.get(name) as Map<string, Tables[T]> | undefined;
    if (!rows) {
      rows = new Map();
      this.#rows.set(name, rows as unknown as Map<string, Tables[DecisionTable]>);
    }
    return rows;
  }

  set<T extends DecisionTable>(name: T, row: Tables[T]): void {
    this.table(name).set(rowKey(name, row), row);
  }

  /** The rows of an input, of its own once they are asked for: a copy of the version it uses so far. */
  input<K extends InputKind>(kind: K): Map<string, Tables[(typeof TABLE_OF_KIND)[K]]> {
    let rows = this.#inputs.get(kind);
    if (!rows) {
      rows = new Map();
      const table: InputTable = TABLE_OF_KIND[kind];
      const before = this.row[PIN_OF_KIND[kind]];
      const name = `${this.row.name.slice(0, LIMITS.nameLength - 30)}: ${KIND_NAMES[kind]}`;
      const version = this.#plan.putVersion(kind, name);
      this.row = { ...this.row, [PIN_OF_KIND[kind]]: version };
      for (const row of this.#plan.rowsAfter(table)) {
        if (row.version !== before) continue;
        const copy = { ...row, version } as Tables[InputTable];
        rows.set(rowKey(table, copy as never), copy);
      }
      this.#inputs.set(kind, rows);
    }
    return rows as Map<string, Tables[(typeof TABLE_OF_KIND)[K]]>;
  }

  /** Puts the scenario into the plan, in the place of all rows of `tables` it had. */
  finish(tables: readonly DecisionTable[] = DECISION_TABLES): void {
    const { id } = this.row;
    this.#plan.replace('scenario', [this.row], () => false);
    for (const table of tables) {
      this.#plan.replace(table, [...this.table(table).values()], (row) => row.scenario === id);
    }
    for (const kind of INPUT_KINDS) {
      const rows = this.#inputs.get(kind);
      if (rows) this.#plan.replace(TABLE_OF_KIND[kind], [...rows.values()] as never, () => false);
    }
  }
}
