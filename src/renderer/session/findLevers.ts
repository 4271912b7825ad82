import type { LeverTarget } from '../../shared/whatIf/leverTargets.ts';

export interface PossibleLever {
  readonly group: string;
  readonly label: string;
  readonly target: LeverTarget;
}

/**
 * Those whose group and label hold every word that is typed, wherever it stands.
 *
 * @example findLevers(levers, 'pov high') // Poverty weight, High
 */
export function findLevers(levers: readonly PossibleLever[], text: string): readonly PossibleLever[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return levers;
  return levers.filter(({ group, label }) => {
    const held = `${group} ${label}`.toLowerCase();
    return words.every((word) => held.includes(word));
  });
}
