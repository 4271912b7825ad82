/** Levers as others use them: what they name, where they stand, what moves them, and how they read. */

export {
  IN_DOLLARS,
  type LeverTarget,
  type LeverUnit,
  leverKey,
  leverTarget,
  leverUnit,
  targetOf,
  UNIT_BOUNDS,
} from './LeverTarget.ts';
export { leverOps, leverValue, type MoveBase } from './leverMoves.ts';
export { leverDistanceText, leverLabel, leverNote, leverText, parseLeverText } from './leverText.ts';
export { type PossibleLever, possibleLevers } from './possibleLevers.ts';
export { type SuggestedLever, suggestLever } from './suggestLever.ts';
