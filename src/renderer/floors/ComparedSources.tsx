import { defaultDecision } from '../../shared/changes/sources.ts';
import { formatMoney } from '../../shared/text/formatNumber.ts';
import { compareOf, setCompare } from '../sources/setCompare.ts';
import { useDocument } from '../state/hooks.ts';

/** Which sources count when a school is compared with its floor: the decision that Sources shows as Compared. */
export function ComparedSources() {
  const document = useDocument();
  const { model, scenarioId, calculation } = document;
  return (
    <fieldset className="compared-sources" data-testid="compared-sources">
      <legend className="hint">
        Ticked sources make up a school’s projected amount. Leave out what its current budget does not hold.
      </legend>
      {calculation.results.sources.map((source) => {
        const decision = model.get('decision', scenarioId, source.code) ?? defaultDecision(scenarioId, source.code);
        return (
          <label key={source.code} className="check">
            <input
              type="checkbox"
              checked={compareOf(decision) === 'in'}
              disabled={document.readOnlyReason !== null}
              onChange={(event) =>
                document.commit(setCompare(model, scenarioId, source.code, event.target.checked ? 'in' : 'out'))
              }
            />
            <span className="paying-name">
              {source.name} <span className="dim">{source.status}</span>
            </span>
            <span className="dim">{formatMoney(sum(source.amounts))}</span>
          </label>
        );
      })}
    </fieldset>
  );
}

const sum = (amounts: Float64Array): number => amounts.reduce((all, one) => all + one, 0);
