import { setPayingSource, setReserveSource } from '../../shared/changes/floors.ts';
import { formatMoney } from '../../shared/text/formatNumber.ts';
import { SelectField } from '../sheets/SelectField.tsx';
import type { DocumentState } from '../state/DocumentState.ts';
import { useDocument } from '../state/hooks.ts';
import { floorDecisionOf } from './floorDecision.ts';

interface CentralPart {
  readonly code: string;
  readonly name: string;
  /** What the source keeps central before it pays any top-up. */
  readonly cents: number;
  readonly paysCents: number;
  readonly isRestricted: boolean;
}

function centralParts({ calculation }: DocumentState): CentralPart[] {
  return calculation.results.sources.map((source) => ({
    code: source.code,
    name: source.name,
    cents: source.centralCents + source.fromCentralCents,
    paysCents: source.fromCentralCents,
    isRestricted: source.restriction === 'restricted',
  }));
}

const restrictedWord = ({ isRestricted }: CentralPart): string => (isRestricted ? ', restricted' : '');

/** The source whose central part is the reserve, with what that part is. */
export function ReserveField() {
  const document = useDocument();
  const { model, scenarioId } = document;
  const { reserveSource } = floorDecisionOf(document);
  const parts = centralParts(document).filter((part) => part.cents > 0 || part.code === reserveSource);
  return (
    <SelectField
      label="Reserve"
      value={reserveSource ?? ''}
      isDisabled={document.readOnlyReason !== null}
      choices={[
        { value: '', label: 'Choose a source…' },
        ...parts.map((part) => ({
          value: part.code,
          label: `${part.name}: ${formatMoney(part.cents)} central${restrictedWord(part)}`,
        })),
      ]}
      onChange={(code) => document.commit(setReserveSource(model, scenarioId, code === '' ? null : code))}
    />
  );
}

/** The sources whose central parts pay. Without a tick every central part pays. */
export function CentralFields() {
  const document = useDocument();
  const { model, scenarioId } = document;
  const isPaying = (code: string): boolean => model.get('payingSource', scenarioId, code) !== undefined;
  const parts = centralParts(document).filter((part) => part.cents > 0 || isPaying(part.code));
  const isChosen = parts.some((part) => isPaying(part.code));
  return (
    <fieldset className="paying-sources">
      <legend className="hint">
        {isChosen ? 'Central parts that pay' : 'Every central part pays; tick some to let only those pay'}
      </legend>
      {parts.map((part) => (
        <label key={part.code} className="check">
          <input
            type="checkbox"
            checked={isPaying(part.code)}
            disabled={document.readOnlyReason !== null}
            onChange={(event) => document.commit(setPayingSource(model, scenarioId, part.code, event.target.checked))}
          />
          <span className="paying-name">
            {part.name}
            <span className="dim">{restrictedWord(part)}</span>
          </span>
          <span className="dim">
            {part.paysCents > 0 ? `pays ${formatMoney(part.paysCents)} of ` : ''}
            {formatMoney(part.cents)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
