import { useEffect, useRef, useState } from 'react';
import { columnLetters } from '../../shared/assistant/RawTable.ts';
import type { AssistantRow } from '../../shared/contract/assistant.ts';
import { useStore } from '../state/hooks.ts';
import type { AssistantState } from './AssistantState.ts';
import './fileRows.css';

const FIRST = 40;
const MORE = 200;

export interface FileRowsProps {
  readonly state: AssistantState;
  readonly onChooseHeader: (row: number) => void;
}

/** The rows of the file as they stand, from the first on; the one with the column names can be chosen. */
export function FileRows({ state, onChooseHeader }: FileRowsProps) {
  useStore(state);
  const [rows, setRows] = useState<readonly AssistantRow[]>([]);
  const rowCount = state.file?.sheets[state.sheet]?.rowCount ?? 0;
  useEffect(() => {
    let isCurrent = true;
    void state.rows(0, FIRST).then((read) => {
      if (isCurrent) setRows(read);
    });
    return () => {
      isCurrent = false;
    };
  }, [state]);
  const showMore = async (): Promise<void> => {
    const read = await state.rows(rows.length, MORE);
    setRows([...rows, ...read]);
  };
  return (
    <RowTable state={state} rows={rows} onChooseHeader={onChooseHeader}>
      {rows.length > 0 && rows.length < rowCount ? (
        <p className="assistant-more">
          {rows.length.toLocaleString('en-US')} of {rowCount.toLocaleString('en-US')} rows.{' '}
          <button type="button" className="link" onClick={() => void showMore()}>
            Show more
          </button>
        </p>
      ) : null}
    </RowTable>
  );
}

export interface RowTableProps {
  readonly state: AssistantState;
  readonly rows: readonly AssistantRow[];
  readonly onChooseHeader?: (row: number) => void;
  /** The row and column to be seen. */
  readonly shown?: { readonly row: number; readonly column: number | null };
  readonly children?: React.ReactNode;
}

/** Rows with their numbers and column letters, as a spreadsheet shows them. */
export function RowTable({ state, rows, onChooseHeader, shown, children }: RowTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const columnCount = state.file?.sheets[state.sheet]?.columnCount ?? 0;
  const headerRow = state.mapping?.headerRow ?? 0;
  const leftOut = new Map((state.suggestion?.leftOut ?? []).map(({ row, reason }) => [row, reason]));
  for (const row of state.mapping?.keepRows ?? []) leftOut.delete(row);
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when another cell is to be seen, or its row has come.
  useEffect(() => {
    const view = scroller.current;
    const cell = shown ? view?.querySelector<HTMLElement>('.is-shown') : null;
    if (!view || !cell) return;
    // The table alone scrolls; scrollIntoView would move what is around it too.
    view.scrollTop = cell.offsetTop - view.clientHeight / 2;
    view.scrollLeft = cell.offsetLeft - view.clientWidth / 2;
  }, [shown?.row, shown?.column, rows]);
  const letters = Array.from({ length: columnCount }, (_, column) => columnLetters(column));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse.
    <section className="file-rows" ref={scroller} tabIndex={0} aria-label="The file">
      <table>
        <thead>
          <tr>
            <th>
              <span className="visually-hidden">Row</span>
            </th>
            {letters.map((letter) => (
              <th key={letter} scope="col">
                {letter}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const isHeader = row.number === headerRow;
            const reason = leftOut.get(row.number);
            const className = isHeader ? 'is-header' : row.number < headerRow || reason ? 'is-left-out' : undefined;
            return (
              <tr key={row.number} className={className} title={reason ? `Left out: ${reason}` : undefined}>
                <th scope="row">
                  {onChooseHeader ? (
                    <label>
                      <input
                        type="radio"
                        name="header-row"
                        checked={isHeader}
                        onChange={() => onChooseHeader(row.number)}
                      />
                      <span className="visually-hidden">Column names stand in row </span>
                      {row.number}
                    </label>
                  ) : (
                    row.number
                  )}
                </th>
                {letters.map((letter, column) => {
                  const isShown = shown?.row === row.number && (shown.column ?? 0) === column;
                  return (
                    <td key={letter} className={isShown ? 'is-shown' : undefined}>
                      {row.cells[column] ?? ''}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
      {children}
    </section>
  );
}
