import type { ExplainTarget } from '../state/ExplainTarget.ts';
import type { WeightFigures } from './WeightFigures.ts';

export function explainRate(_figures: WeightFigures, _level: string, _need: string): ExplainTarget | null {
  return null;
}
