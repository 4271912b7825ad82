import { useEffect, useState } from 'react';
import type { AssistantRow } from '../../shared/contract/assistant.ts';
import { CloseIcon } from '../shell/icons.tsx';
import type { AssistantState } from './AssistantState.ts';
import { RowTable } from './FileRows.tsx';

const BEFORE = 6;
const SHOWN = 20;
const ATTEMPTS = 6;

/** The row of the file a fault is about, among its neighbors. */
export function RowsAround({
  state,
  row,
  column,
  onClose,
}: {
  readonly state: AssistantState;
  readonly row: number;
  readonly column: number | null;
  readonly onClose: () => void;
}) {
  const [rows, setRows] = useState<readonly AssistantRow[]>([]);
  useEffect(() => {
    let isCurrent = true;
    void readAround(state, row).then((read) => {
      if (isCurrent) setRows(read);
    });
    return () => {
      isCurrent = false;
    };
  }, [state, row]);
  return (
    <section className="card rows-around" aria-label={`Row ${row} of the file`} data-testid="rows-around">
      <header className="card-heading">
        <h3>Row {row} of the file</h3>
        <div className="grow" />
        <button type="button" className="button button-quiet" title="Close" onClick={onClose}>
          <CloseIcon />
          <span className="visually-hidden">Close the rows of the file</span>
        </button>
      </header>
      <RowTable state={state} rows={rows} shown={{ row, column }} />
    </section>
  );
}

/** Rows are asked for by their place among those that hold anything; blank rows put a row before its number. */
async function readAround(state: AssistantState, row: number): Promise<readonly AssistantRow[]> {
  let from = Math.max(0, row - 1 - BEFORE);
  let rows: readonly AssistantRow[] = [];
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    rows = await state.rows(from, SHOWN);
    const first = rows[0];
    if (from === 0 || (first && first.number <= row)) return rows;
    from = Math.max(0, from - Math.max(SHOWN, first ? first.number - row + BEFORE : from));
  }
  return rows;
}
