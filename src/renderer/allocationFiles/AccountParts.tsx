import type { ColumnValue } from '../../shared/allocationFile/AllocationTemplate.ts';
import { orderedSegments } from '../../shared/changes/accounts.ts';
import { SelectField } from '../sheets/SelectField.tsx';
import { useDocumentOnce } from '../state/hooks.ts';
import { moved, without } from './recordEdits.ts';

type AccountValue = Extract<ColumnValue, { kind: 'account' }>;

export interface AccountPartsProps {
  readonly value: AccountValue;
  readonly onSet: (value: ColumnValue, what: string) => void;
}

const SEPARATORS: Readonly<Record<string, string>> = {
  ' ': 'A space',
  '-': 'A hyphen  -',
  '.': 'A point  .',
  '/': 'A slash  /',
  ':': 'A colon  :',
  _: 'An underscore  _',
  '': 'Nothing',
};

/** Another one that a template has stays to choose. */
const separatorChoices = (held: string) =>
  Object.entries(held in SEPARATORS ? SEPARATORS : { ...SEPARATORS, [held]: held }).map(([value, label]) => ({
    value,
    label,
  }));

/** The segments of an account string in their order, and what stands between them. */
export function AccountParts({ value, onSet }: AccountPartsProps) {
  const { model } = useDocumentOnce();
  const { segments } = value;
  const set = (next: readonly string[]): void => onSet({ ...value, segments: next }, 'segments of the account');
  const others = orderedSegments(model).filter(({ code }) => !segments.includes(code));
  const nameOf = (code: string): string => model.table('accountSegment').get(code)?.name ?? `${code} (not there)`;
  return (
    <>
      <SelectField
        label="Between segments"
        value={value.separator}
        choices={separatorChoices(value.separator)}
        onChange={(separator) => onSet({ ...value, separator }, `separator → ${SEPARATORS[separator] ?? separator}`)}
      />
      <div className="field account-parts">
        <span className="field-label">Segments</span>
        <ol>
          {segments.map((code, at) => (
            <li key={code}>
              <span>{nameOf(code)}</span>
              <button
                type="button"
                className="button button-small"
                aria-label={`Move ${nameOf(code)} to the left`}
                disabled={at === 0}
                onClick={() => set(moved(segments, at, at - 1))}
              >
                ←
              </button>
              <button
                type="button"
                className="button button-small"
                aria-label={`Take ${nameOf(code)} out`}
                onClick={() => set(without(segments, at))}
              >
                ×
              </button>
            </li>
          ))}
          {others.map(({ code, name }) => (
            <li key={code} className="account-part-more">
              <button
                type="button"
                className="button button-small"
                aria-label={`Add ${name} to the account`}
                onClick={() => set([...segments, code])}
              >
                + {name}
              </button>
            </li>
          ))}
        </ol>
      </div>
    </>
  );
}
