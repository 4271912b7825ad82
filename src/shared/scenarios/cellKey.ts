/**
 * The key of a cell in the sheet `scenarios`: the codes that name its row in its own sheet, joined by slashes in the
 * order below. A slash or backslash inside a code has a backslash before it. An empty part stands for every level,
 * need or source, or for a level's own share; at the end of a key it may be left out.
 *
 * | sheet        | key                                     | columns                                             |
 * |--------------|-----------------------------------------|-----------------------------------------------------|
 * | scenario     | (empty)                                 | description                                         |
 * | revenues     | source                                  | amount and those of the sheet `revenues`            |
 * | weights      | weight_set/level/need                   | weight                                              |
 * | weights      | weight_set                              | position (1, 2, …; empty removes the set)           |
 * | shares       | source/level/need (need may be empty)   | percent                                             |
 * | rates        | source/level/need                       | rate                                                |
 * | table        | source/school                           | amount                                              |
 * | minimums     | level/CODE or school/CODE               | per_pupil, amount                                   |
 * | floors       | a key of the sheet `floors`             | value                                               |
 * | floors       | central_source/CODE                     | value (yes)                                         |
 * | floors       | exempt/CODE                             | value (yes), reason                                 |
 * | shocks       | enrollment/level/need or revenue/source | percent (−3 takes 3 % away; any part may be empty)  |
 * | goal_weights | weight_set/level/need                   | weight                                              |
 * | path         | years after this one: 0, 1, 2 …         | share (percent of the way)                          |
 * | path         | revenue_trigger                         | amount                                              |
 * | growth       | enrollment/level or revenue/source      | percent (a year; the last part may be empty)        |
 * | enrollment   | school/level/need                       | count                                               |
 * | current      | school                                  | amount, pupils                                      |
 * | schools      | school                                  | the name of a measure                               |
 *
 * `weights`, `District weights/ES/POV`, `weight`, `0.34`: an empty value takes the cell away, or back to its default.
 */
export function joinKey(parts: readonly string[]): string {
  return parts.map((part) => part.replace(/[\\/]/g, '\\$&')).join('/');
}

/** The parts of a key; null where a backslash stands before anything but a slash or a backslash. */
export function splitKey(key: string): string[] | null {
  const parts = [''];
  for (let at = 0; at < key.length; at++) {
    let character = key[at] as string;
    if (character === '/') {
      parts.push('');
      continue;
    }
    if (character === '\\') {
      character = key[++at] ?? '';
      if (character !== '/' && character !== '\\') return null;
    }
    parts[parts.length - 1] += character;
  }
  return parts;
}

/** Sheets whose cells a scenario may change, in the order in which they are listed. */
export const CELL_SHEETS = [
  'scenario',
  'enrollment',
  'current',
  'schools',
  'revenues',
  'weights',
  'shares',
  'rates',
  'table',
  'minimums',
  'floors',
  'shocks',
  'goal_weights',
  'path',
  'growth',
] as const;
export type CellSheet = (typeof CELL_SHEETS)[number];

/** One cell that a scenario decides, as the workbook writes it; an empty value is never kept. */
export interface ScenarioCell {
  readonly sheet: CellSheet;
  readonly parts: readonly string[];
  readonly column: string;
  /** Plain text as in a file: `0.34`, `1234.50`, `gainers`. */
  readonly value: string;
}
