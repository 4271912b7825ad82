import type { Condition, Expression } from './expressions.ts';

/** What a cell says where a school has no floor, no baseline or no budget this year. */
export const NONE = 'none';

export const isNone = (cell: Expression): Condition => ({
  text: `${cell.text}="${NONE}"`,
  isTrue: cell.value === NONE,
});
