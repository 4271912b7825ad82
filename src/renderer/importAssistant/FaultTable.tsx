import { withSchool } from '../../shared/assistant/applyOffers.ts';
import type { CellFault } from '../../shared/assistant/CellFaults.ts';
import { repairCode } from '../../shared/assistant/repairs.ts';
import type { AssistantPreview } from '../../shared/contract/assistant.ts';
import type { AssistantState } from './AssistantState.ts';

export interface FaultTableProps {
  readonly state: AssistantState;
  readonly answer: AssistantPreview;
  readonly onShow: (row: number, column: number | null) => void;
}

/** Every fault by where it stands in the file, with the schools that a key may have meant. */
export function FaultTable({ state, answer, onShow }: FaultTableProps) {
  const { faults, faultCount } = answer;
  return (
    <div className="assistant-scroll" data-testid="import-faults">
      <table className="record-table">
        <thead>
          <tr>
            <th scope="col">Row</th>
            <th scope="col">Column</th>
            <th scope="col">Value</th>
            <th scope="col">What is wrong</th>
          </tr>
        </thead>
        <tbody>
          {faults.map((fault, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: faults have no name of their own and come anew as a whole.
            <tr key={at}>
              <td>
                {fault.row === null ? (
                  ''
                ) : (
                  <button type="button" className="link" onClick={() => onShow(fault.row ?? 0, fault.columnIndex)}>
                    <span className="visually-hidden">Show row </span>
                    {fault.row}
                  </button>
                )}
              </td>
              <td>{fault.column ?? ''}</td>
              <td className="fault-value" title={fault.value ?? undefined}>
                {fault.value ?? ''}
              </td>
              <td>
                {fault.reason}
                <NearSchools state={state} fault={fault} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {faultCount > faults.length ? (
        <p className="assistant-more">
          The first {faults.length.toLocaleString('en-US')} of {faultCount.toLocaleString('en-US')}.
        </p>
      ) : null}
    </div>
  );
}

/** The school a key may have meant, to be chosen; or that it is a new one, where the file may bring new ones. */
function NearSchools({ state, fault }: { readonly state: AssistantState; readonly fault: CellFault }) {
  const { mapping } = state;
  if (!mapping || fault.near.length === 0) return null;
  const column = mapping.columns.find(
    ({ column: index, target }) =>
      index === fault.columnIndex && (target.kind === 'schoolCode' || target.kind === 'schoolName'),
  );
  if (!column) return null;
  const text = (fault.value ?? '').trim();
  const isCode = column.target.kind === 'schoolCode';
  const key = isCode ? repairCode(text, column.repairs.dropPointZero, column.repairs.padTo) : text;
  const mayBeNew = isCode && fault.reason.includes('would be a new school');
  return (
    <div className="near">
      {fault.near.map(({ code, name, why }) => (
        <button
          key={code}
          type="button"
          className="button button-small"
          title={why}
          onClick={() => state.setMapping(withSchool(mapping, key, code))}
        >
          It is {name} ({code})
        </button>
      ))}
      {mayBeNew ? (
        <button
          type="button"
          className="button button-small"
          onClick={() => state.setMapping(withSchool(mapping, key, key))}
        >
          A new school
        </button>
      ) : null}
    </div>
  );
}
