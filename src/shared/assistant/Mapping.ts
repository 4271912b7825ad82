/** What a column of a file is. */
export type Target =
  | { readonly kind: 'ignore' }
  | { readonly kind: 'schoolCode' }
  | { readonly kind: 'schoolName' }
  /** The school's own level. */
  | { readonly kind: 'level' }
  /** A further column of the schools: text. */
  | { readonly kind: 'tag'; readonly name: string }
  /** A further column of the schools: a number. */
  | { readonly kind: 'measure'; readonly name: string }
  /** Pupils of one need; `level` null is the row's own: its count level, else the school's level. */
  | { readonly kind: 'count'; readonly need: string; readonly level: string | null }
  /** The level a row's counts are at, where a school has several rows. */
  | { readonly kind: 'countLevel' }
  /** Long format: the need a row is about, and its pupils. */
  | { readonly kind: 'countNeed' }
  | { readonly kind: 'countValue' }
  | { readonly kind: 'currentAmount' }
  | { readonly kind: 'currentPupils' }
  | { readonly kind: 'sourceCode' }
  | { readonly kind: 'sourceName' }
  | { readonly kind: 'revenueAmount' }
  | { readonly kind: 'origin' }
  | { readonly kind: 'restriction' };
export type TargetKind = Target['kind'];

/** Changes a person has agreed to for a column. None is ever made without being asked for. */
export interface Repairs {
  /** `53011.0` is the code 53011. */
  readonly dropPointZero: boolean;
  /** Codes of digits get leading zeros back to this length; null leaves them. */
  readonly padTo: number | null;
  /** Amounts and counts with too many decimals are rounded half-up to what may be typed. */
  readonly round: boolean;
  /** What `45%` is as a measure: 45 or 0.45; null refuses it. */
  readonly percent: 'points' | 'fraction' | null;
}

export const NO_REPAIRS: Repairs = { dropPointZero: false, padTo: null, round: false, percent: null };

/** One use of a column. A column may have several: the same pupils as a count and as those of the current budget. */
export interface ColumnMapping {
  /** Index of the column in the rows. */
  readonly column: number;
  /** Its header as it stands in the file, for faults and for remembering. */
  readonly header: string;
  readonly target: Target;
  readonly repairs: Repairs;
}

/** A word of the file and the code it stands for. */
export type WordCode = readonly [word: string, code: string];

/** How a table is to be understood; everything in it can be seen and changed by the person. */
export interface Mapping {
  /** Number of the header row as the person sees it; the data begins below. */
  readonly headerRow: number;
  readonly columns: readonly ColumnMapping[];
  /** Level words of the file. A word that is not listed is looked up among the codes and names of the levels. */
  readonly levels: readonly WordCode[];
  /** Need words of a file in long format. */
  readonly needs: readonly WordCode[];
  /** The level of new schools where no column says it. */
  readonly defaultLevel: string | null;
  /** Needs to be created with this import, in order after the existing ones. */
  readonly newNeeds: readonly { readonly code: string; readonly name: string }[];
  /** Key of a row (code or name as in the file, after repairs) and the school it is; its own code means: a new school. */
  readonly schools: readonly WordCode[];
  /** Rows left out by their number although they look like data, and kept although they look like totals. */
  readonly leaveOutRows: readonly number[];
  readonly keepRows: readonly number[];
  /** Texts that stand for an empty cell in number columns: `-`, `n/a`, `*`. */
  readonly blanks: readonly string[];
  /** What becomes of schools or sources the file does not name: nothing in the new version, or what they had. */
  readonly missing: 'blank' | 'keep';
}

/** What a mapping makes of a file. */
export type Holding = 'schools' | 'enrollment' | 'current' | 'measures' | 'tags' | 'revenues';

/** What the file holds by its mapping; several at once is usual. */
export function holdings(mapping: Mapping): Holding[] {
  const kinds = new Set(mapping.columns.map((column) => column.target.kind));
  const found: Holding[] = [];
  if (kinds.has('schoolName') || kinds.has('level')) found.push('schools');
  if (kinds.has('count') || kinds.has('countValue')) found.push('enrollment');
  if (kinds.has('currentAmount') || kinds.has('currentPupils')) found.push('current');
  if (kinds.has('measure')) found.push('measures');
  if (kinds.has('tag')) found.push('tags');
  if (kinds.has('revenueAmount') || kinds.has('sourceName') || kinds.has('sourceCode')) found.push('revenues');
  return found;
}

/** Whether the rows are revenue sources and not schools. */
export const isOfSources = (mapping: Mapping): boolean => holdings(mapping).includes('revenues');
