import type { TableName } from '../model/rows.ts';
import type { Change } from './Change.ts';

const WORDS: Partial<Record<TableName, readonly [string, string]>> = {
  enrollment: ['enrollment count', 'enrollment counts'],
  weight: ['weight', 'weights'],
  share: ['share', 'shares'],
  rate: ['rate', 'rates'],
  tag: ['tag', 'tags'],
  measure: ['measure', 'measures'],
  currentBudget: ['current budget', 'current budgets'],
  tableAmount: ['typed amount', 'typed amounts'],
  revenue: ['projected amount', 'projected amounts'],
  decision: ['decision', 'decisions'],
  levelMinimum: ['minimum', 'minimums'],
  schoolMinimum: ['minimum', 'minimums'],
  payingSource: ['choice as payer', 'choices as payer'],
  exemption: ['exemption', 'exemptions'],
  shock: ['shock', 'shocks'],
  goalWeight: ['goal weight', 'goal weights'],
  growth: ['growth assumption', 'growth assumptions'],
  accountRule: ['account rule', 'account rules'],
  rationale: ['rationale', 'rationales'],
  yearValue: ['value', 'values'],
};

/**
 * What a removal takes with it, for the question before it: `515 enrollment counts, 12 weights and 3 rates`; an empty
 * text where nothing else goes.
 */
export function describeRemoval(change: Change): string {
  const counts = new Map<TableName, number>();
  for (const op of change.ops) if (!op.after) counts.set(op.table, (counts.get(op.table) ?? 0) + 1);
  const parts: string[] = [];
  for (const [table, count] of counts) {
    const words = WORDS[table];
    if (words) parts.push(`${count.toLocaleString('en-US')} ${words[count === 1 ? 0 : 1]}`);
  }
  const last = parts.pop();
  return parts.length > 0 ? `${parts.join(', ')} and ${last}` : (last ?? '');
}
