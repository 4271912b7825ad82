import { SchoolBudgets } from './SchoolBudgets.tsx';

/** Budgets, first sheet. */
export function BudgetsSheet() {
  return <SchoolBudgets />;
}
