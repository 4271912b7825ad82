import { quoted } from '../../shared/text/quoted.ts';
import { headerKey } from './sheetNames.ts';

/** Levels or needs as an import names them: by code, else by code or name in any case, never by a guess between two. */
export class CategoryLookup {
  readonly #codes = new Set<string>();
  readonly #byKey = new Map<string, string | null>();
  readonly #kind: string;
  readonly ordered: readonly string[];

  constructor(kind: 'level' | 'need', rows: readonly { readonly code: string; readonly name: string }[]) {
    this.#kind = kind;
    this.ordered = rows.map((row) => row.code);
    for (const { code, name } of rows) {
      this.#codes.add(code);
      for (const key of new Set([headerKey(code), headerKey(name)])) {
        const held = this.#byKey.get(key);
        this.#byKey.set(key, held === undefined || held === code ? code : null);
      }
    }
  }

  find(text: string): string | null {
    return this.#codes.has(text) ? text : (this.#byKey.get(headerKey(text)) ?? null);
  }

  /** `"Primary" is not a level of this district; its levels are ES, MS, HS.` */
  unknown(text: string): string {
    const shown = this.ordered.slice(0, 12).join(', ');
    const more = this.ordered.length > 12 ? ', …' : '';
    return `${quoted(text)} is not a ${this.#kind} of this district; its ${this.#kind}s are ${shown}${more}.`;
  }
}
