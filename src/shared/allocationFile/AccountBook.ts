import type { AccountPlace } from '../changes/accounts.ts';
import type { Model } from '../model/Model.ts';
import type { AccountRuleRow } from '../model/rows.ts';
import { KEY_SEPARATOR } from '../model/tables.ts';

/** What a rule may name, the most particular first where two rules name equally many: one school is narrower than one source. */
const PARTS = ['school', 'source', 'need', 'level'] as const;

/** Rules of a segment that name the same parts, by what they name. */
interface Shelf {
  readonly parts: readonly (typeof PARTS)[number][];
  readonly rules: Map<string, AccountRuleRow>;
}

/**
 * Finds what each segment holds for the money of a source at a school, level and need. Of the rules that fit, the one
 * that names most parts gives the value; of those that name equally many, one that names the school, then the source,
 * then the need. Two rules that fit and name the same parts are the same rule, so there is always one answer.
 *
 * With fund 01 for every source and fund 06 for Title I, Title I at Oak posts to 06 and everything else to 01.
 */
export class AccountBook {
  readonly #shelves = new Map<string, Shelf[]>();
  /** Whether any rule of the segment names a level or need: otherwise they need not be asked. */
  readonly #depends = new Map<string, { level: boolean; need: boolean }>();

  constructor(model: Model) {
    const bySegment = new Map<string, Map<string, Shelf>>();
    for (const rule of model.table('accountRule').values()) {
      let shelves = bySegment.get(rule.segment);
      if (!shelves) {
        shelves = new Map();
        bySegment.set(rule.segment, shelves);
      }
      const parts = PARTS.filter((part) => rule[part] !== '');
      const name = parts.join();
      let shelf = shelves.get(name);
      if (!shelf) {
        shelf = { parts, rules: new Map() };
        shelves.set(name, shelf);
      }
      shelf.rules.set(keyIn(parts, rule), rule);
    }
    for (const [segment, shelves] of bySegment) {
      const ordered = [...shelves.values()].sort(moreParticular);
      this.#shelves.set(segment, ordered);
      this.#depends.set(segment, {
        level: ordered.some((shelf) => shelf.parts.includes('level')),
        need: ordered.some((shelf) => shelf.parts.includes('need')),
      });
    }
  }

  /** The rule that gives a segment its value at a place, or null where none fits. */
  ruleFor(segment: string, place: AccountPlace): AccountRuleRow | null {
    for (const { parts, rules } of this.#shelves.get(segment) ?? []) {
      const rule = rules.get(keyIn(parts, place));
      if (rule) return rule;
    }
    return null;
  }

  /** The value of a segment at a place, or null where no rule fits. */
  valueOf(segment: string, place: AccountPlace): string | null {
    return this.ruleFor(segment, place)?.value ?? null;
  }

  dependsOn(segment: string): { readonly level: boolean; readonly need: boolean } {
    return this.#depends.get(segment) ?? { level: false, need: false };
  }
}

function keyIn(parts: Shelf['parts'], place: AccountPlace): string {
  if (parts.length === 1) return place[parts[0] as (typeof PARTS)[number]];
  let key = '';
  for (const part of parts) key += place[part] + KEY_SEPARATOR;
  return key;
}

function moreParticular(left: Shelf, right: Shelf): number {
  if (left.parts.length !== right.parts.length) return right.parts.length - left.parts.length;
  for (const part of PARTS) {
    const has = Number(right.parts.includes(part)) - Number(left.parts.includes(part));
    if (has !== 0) return has;
  }
  return 0;
}

/** What one segment holds at a place, and by which rule; both null where no rule fits. */
export interface ResolvedSegment {
  readonly segment: string;
  readonly value: string | null;
  readonly rule: AccountRuleRow | null;
}

/** The whole account of a place, segment by segment in their order. For many places make one AccountBook. */
export function resolveAccount(model: Model, place: AccountPlace, book = new AccountBook(model)): ResolvedSegment[] {
  return [...model.table('accountSegment').values()]
    .sort((left, right) => left.position - right.position)
    .map(({ code }) => {
      const rule = book.ruleFor(code, place);
      return { segment: code, value: rule?.value ?? null, rule };
    });
}
