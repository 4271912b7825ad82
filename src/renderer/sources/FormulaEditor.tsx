import { parseFormula } from '../../shared/calc/formula/formula.ts';
import { toDecimal } from '../../shared/calc/rational.ts';
import type { SourceResult } from '../../shared/calc/results.ts';
import { setDecision } from '../../shared/changes/sources.ts';
import { formatMeasure, formatMoney } from '../../shared/text/formatNumber.ts';
import { LiveField } from '../sheets/LiveField.tsx';
import { useDocument } from '../state/hooks.ts';

const SHOWN = 6;

export interface FormulaEditorProps {
  readonly source: string;
  readonly method: 'proportional' | 'per_school';
  readonly result: SourceResult;
}

/** The points or dollars expression of a source, with what it comes to at the first schools, live. */
export function FormulaEditor({ source, method, result }: FormulaEditorProps) {
  const document = useDocument();
  const { model, scenarioId } = document;
  const formula = model.get('decision', scenarioId, source)?.formula ?? '';
  const isPoints = method === 'proportional';
  return (
    <div className="formula-editor">
      <LiveField
        label={isPoints ? 'Points of each school' : 'Dollars of each school'}
        rows={2}
        value={formula}
        placeholder={isPoints ? 'count("Poverty") * need_index' : '50000 + 120 * enrollment'}
        edit={(typed) => {
          const text = typed.trim();
          if (text === '') return 'Type a formula, such as enrollment.';
          const parsed = parseFormula(text);
          if (!parsed.ok) return parsed.sentence;
          return setDecision(model, scenarioId, source, { formula: text }, `formula → ${text.slice(0, 80)}`);
        }}
        below={<FormulaValues result={result} isPoints={isPoints} />}
      />
    </div>
  );
}

interface FormulaValuesProps {
  readonly result: SourceResult;
  readonly isPoints: boolean;
}

function FormulaValues({ result, isPoints }: FormulaValuesProps) {
  const { calculation } = useDocument();
  const { points } = result;
  if (!points) return null;
  const reached = calculation.schools.flatMap((school, index) => {
    const value = points[index];
    return value ? [{ school, index, value }] : [];
  });
  return (
    <table className="formula-values" data-testid="formula-values">
      <thead>
        <tr>
          <th scope="col">School</th>
          <th scope="col">{isPoints ? 'Points' : 'Formula'}</th>
          <th scope="col">Dollars</th>
        </tr>
      </thead>
      <tbody>
        {reached.slice(0, SHOWN).map(({ school, index, value }) => (
          <tr key={school.code}>
            <td>{school.name}</td>
            <td>{formatMeasure(toDecimal(value, isPoints ? 4 : 2))}</td>
            <td>{formatMoney(result.amounts[index] ?? Number.NaN)}</td>
          </tr>
        ))}
      </tbody>
      {reached.length > SHOWN ? (
        <tfoot>
          <tr>
            <td colSpan={3}>and {(reached.length - SHOWN).toLocaleString('en-US')} more schools</td>
          </tr>
        </tfoot>
      ) : null}
    </table>
  );
}
