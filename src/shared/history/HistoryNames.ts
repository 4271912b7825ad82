import type { Model, RowOp } from '../model/Model.ts';

type Named = 'level' | 'need' | 'school' | 'source' | 'scenario' | 'inputVersion' | 'accountSegment' | 'boardSession';
const NAMED: ReadonlySet<string> = new Set<Named>([
  ...(['level', 'need', 'school', 'source', 'scenario', 'inputVersion', 'accountSegment', 'boardSession'] as const),
]);

/**
 * What codes and numbers are called. What is in the document is called as it is now, so that a person finds it again;
 * what is gone is called as it last was, which the log still knows.
 */
export class HistoryNames {
  readonly #model: Model;
  readonly #gone = new Map<string, string>();

  constructor(model: Model) {
    this.#model = model;
  }

  /** Learns names from an entry; to be told of every entry in turn. */
  learn(ops: readonly RowOp[]): void {
    for (const { table, before, after } of ops) {
      if (!NAMED.has(table)) continue;
      const row = (after ?? before) as unknown as {
        readonly code?: string;
        readonly id?: number;
        readonly name: string;
      };
      this.#gone.set(`${table} ${row.code ?? row.id}`, String(row.name));
    }
  }

  of(table: Named, code: string | number): string {
    const rows = this.#model.table(table) as ReadonlyMap<string, { readonly name: string }>;
    return rows.get(String(code))?.name ?? this.#gone.get(`${table} ${code}`) ?? String(code);
  }
}
