/** A column of the school budgets, as dollars per pupil. `topUps` is top-ups less deductions. */
export type BudgetId =
  | 'total'
  | 'allIn'
  | 'formula'
  | 'grants'
  | 'locked'
  | 'restricted'
  | 'unrestricted'
  | 'topUps'
  | 'current';

/** What may be held against need: dollars per pupil. `perPupil:` is a measure in dollars of the whole school. */
export type AmountId = BudgetId | `source:${string}` | `measure:${string}` | `perPupil:${string}`;

/** What amounts may be held against: the share of a need, the sum of all of them, a measure, the school's pupils. */
export type AxisId = `need:${string}` | 'allNeeds' | `measure:${string}` | 'pupils';

export type ColumnId = AmountId | AxisId;
export type ColumnUnit = 'dollars' | 'share' | 'pupils' | 'number';

/** Whether each school counts once or by its pupils. */
export type Weighting = 'schools' | 'pupils';

export const BUDGET_LABELS: Readonly<Record<BudgetId, string>> = {
  total: 'Total budget',
  allIn: 'All-in budget',
  formula: 'Formula money',
  grants: 'Grants',
  locked: 'Locked commitments',
  restricted: 'Restricted money',
  unrestricted: 'Unrestricted money',
  topUps: 'Top-ups less deductions',
  current: 'Current budget',
};

export const isBudgetId = (id: string): id is BudgetId => id in BUDGET_LABELS;

/** The text after a prefix such as `need:`, or null. */
export const afterPrefix = (id: string, prefix: string): string | null =>
  id.startsWith(prefix) ? id.slice(prefix.length) : null;
