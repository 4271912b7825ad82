import type { Counted, RecordChange } from '../../shared/assistant/ImportPreview.ts';
import { EmptySheet } from '../sheets/EmptySheet.tsx';

const CHANGES = 6;

export interface RecordTableProps {
  readonly records: Counted<RecordChange>;
  readonly noun: string;
  /** Of what is new only the values themselves say something. */
  readonly isNew: boolean;
  readonly onShow: (row: number) => void;
}

/** New, changed or missing schools or sources, each with its values before and after. */
export function RecordTable({ records, noun, isNew, onShow }: RecordTableProps) {
  if (records.count === 0) return <EmptySheet title={`No ${noun} here`} />;
  return (
    <div className="assistant-scroll">
      <table className="record-table">
        <thead>
          <tr>
            <th scope="col">Code</th>
            <th scope="col">Name</th>
            <th scope="col">Row</th>
            <th scope="col">Values</th>
          </tr>
        </thead>
        <tbody>
          {records.first.map(({ code, name, row, changes }) => (
            <tr key={code}>
              <td className="dim">{code}</td>
              <th scope="row">{name}</th>
              <td>
                {row === null ? (
                  ''
                ) : (
                  <button type="button" className="link" onClick={() => onShow(row)}>
                    <span className="visually-hidden">Show row </span>
                    {row}
                  </button>
                )}
              </td>
              <td className="record-changes">
                {changes.slice(0, CHANGES).map(({ what, before, after }) => (
                  <span key={what}>
                    <em>{what.replaceAll('_', ' ')}</em> {before === '' || isNew ? '' : <s>{before}</s>}
                    {before === '' || isNew ? '' : ' → '}
                    {after === '' ? 'none' : after}
                  </span>
                ))}
                {changes.length > CHANGES ? <em>and {changes.length - CHANGES} more</em> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {records.count > records.first.length ? (
        <p className="assistant-more">
          The first {records.first.length.toLocaleString('en-US')} of {records.count.toLocaleString('en-US')} {noun}.
        </p>
      ) : null}
    </div>
  );
}
