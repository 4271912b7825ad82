import type { AmountId, AxisId } from '../../shared/equity/columnIds.ts';
import type { EquityData } from '../../shared/equity/EquityData.ts';
import { type Regression, regression } from '../../shared/equity/regression.ts';
import type { EquityView } from './EquityView.ts';

/** The need whose net line is shown stands among the needs; all of them together would only repeat the others. */
export function fitRegression(data: EquityData, amount: AmountId, name: string, view: EquityView): Regression {
  const { against, levels, logSize, weighting } = view;
  const needs = data.needs.map(({ code }): AxisId => `need:${code}`);
  const columns = against === 'allNeeds' ? [against] : needs.includes(against) ? needs : [...needs, against];
  const fitted = regression(data, {
    amount,
    needs: columns,
    levels,
    logSize: logSize && against !== 'pupils',
    weighting,
  });
  return { ...fitted, dataName: name };
}
