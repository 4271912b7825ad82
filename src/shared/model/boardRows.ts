/** A measure of which the document holds values by year, as district records and state report cards give them. */
export interface YearMeasureRow {
  measure: string;
  /** What it is about: money, pupils (all, or of a need), or how pupils do. */
  kind: 'amount' | 'pupils' | 'outcome';
  /** How its values are written: dollars, a number of pupils, percent, or points of a scale. */
  unit: 'dollars' | 'pupils' | 'percent' | 'points';
  better: 'higher' | 'lower' | 'neither';
  position: number;
}

/** One value of a year measure. The school need not be in the list of schools: some were closed since. */
export interface YearValueRow {
  /** As written: `2023-24` or `FY24`. */
  year: string;
  school: string;
  measure: string;
  /** The code of a need or the name of another group of pupils; empty for all pupils. */
  studentGroup: string;
  /** A canonical exact decimal, as of a measure. */
  value: string;
}

/** A what-if session before the school board, and what the public may see of it. */
export interface BoardSessionRow {
  id: number;
  name: string;
  position: number;
  appearance: 'light' | 'dark';
  /** Schools and groups of fewer pupils are not shown; 0 shows all. */
  minimumPupils: number;
  schoolNames: 'shown' | 'anonymous';
  scenarioNames: 'shown' | 'masked';
  /** What is not shown, as a JSON list of keys. */
  hidden: string;
  /** Decides which number an anonymous school gets. */
  nameSeed: number;
}

/** One slide of a session. `options` are its own, as JSON; `notes` are for the speaker alone. */
export interface SlideRow {
  id: number;
  session: number;
  position: number;
  kind: string;
  /** Empty for the title its kind gives it. */
  title: string;
  options: string;
  notes: string;
}

export type LeverKind =
  | 'weight'
  | 'share'
  | 'central'
  | 'holdHarmless'
  | 'minimum'
  | 'cap'
  | 'scaling'
  | 'enrollment'
  | 'revenue';

/**
 * A slider of a session: which number it moves, and between what. Empty texts stand for every one, as in a shock.
 * Which texts a kind reads, and in which unit its numbers are, stands in `whatIf/LeverTarget.ts`.
 */
export interface LeverRow {
  id: number;
  session: number;
  position: number;
  kind: LeverKind;
  weightSet: string;
  source: string;
  level: string;
  need: string;
  /** Empty for the name its number gives it. */
  label: string;
  /** In the unit of the number moved, as are `maximum` and `step`. */
  minimum: number;
  maximum: number;
  step: number;
}
