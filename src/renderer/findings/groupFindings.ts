import type { DataFinding } from '../../shared/findings/DataFinding.ts';
import { FINDING_RULES } from '../../shared/findings/findings.ts';

/** Doubts of one rule; what the calculation itself found stands together, since each of its rules is rare. */
export interface FindingGroup {
  readonly id: string;
  readonly title: string;
  readonly findings: readonly DataFinding[];
}

const CALCULATION = 'calculation';
const TITLES = new Map([
  [CALCULATION, 'What the calculation says'],
  ...FINDING_RULES.map(({ rule, title }) => [rule, title] as const),
]);

export const groupOf = (finding: DataFinding): string => (TITLES.has(finding.rule) ? finding.rule : CALCULATION);

/** Groups in the order of the rules, those with something that stops a source first. */
export function groupFindings(list: readonly DataFinding[]): FindingGroup[] {
  const groups = new Map<string, DataFinding[]>();
  for (const finding of list) {
    const id = groupOf(finding);
    const group = groups.get(id);
    if (group) group.push(finding);
    else groups.set(id, [finding]);
  }
  const order = [...TITLES.keys()];
  const stops = (findings: readonly DataFinding[]): number => Number(findings.some((one) => one.severity === 'stops'));
  return [...groups]
    .map(([id, findings]) => ({ id, title: TITLES.get(id) ?? id, findings }))
    .sort(
      (left, right) => stops(right.findings) - stops(left.findings) || order.indexOf(left.id) - order.indexOf(right.id),
    );
}
