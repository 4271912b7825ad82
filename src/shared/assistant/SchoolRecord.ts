/** What a file says about one school, over all its rows. Numbers in the model's units. */
export interface SchoolRecord {
  readonly code: string;
  /** In no version and no scenario yet. */
  readonly isNew: boolean;
  readonly row: number;
  name: string | null;
  level: string | null;
  /** Text by tag; an empty text takes the tag away. */
  readonly tags: Map<string, string>;
  /** Canonical decimal by measure; null is an empty cell. */
  readonly measures: Map<string, string | null>;
  /** Pupils by level and need; the level is empty where it is the school's own. */
  readonly counts: { readonly level: string; readonly need: string; readonly count: number }[];
  /** Undefined where no row of the school has the column filled or empty yet; null is an empty cell. */
  amountCents: number | null | undefined;
  pupils: number | null | undefined;
}

export const newRecord = (code: string, isNew: boolean, row: number): SchoolRecord => ({
  code,
  isNew,
  row,
  name: null,
  level: null,
  tags: new Map(),
  measures: new Map(),
  counts: [],
  amountCents: undefined,
  pupils: undefined,
});

/** What of the model a file speaks about. What it does not cover is carried over into the new versions. */
export interface Coverage {
  readonly needs: ReadonlySet<string>;
  readonly measures: ReadonlySet<string>;
  readonly tags: ReadonlySet<string>;
  readonly hasAmount: boolean;
  readonly hasPupils: boolean;
}
