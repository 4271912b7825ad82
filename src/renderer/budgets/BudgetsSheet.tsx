import { EmptySheet } from '../sheets/EmptySheet.tsx';

export function BudgetsSheet() {
  return <EmptySheet title="School budgets" />;
}
