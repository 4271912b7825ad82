import { useState } from 'react';
import type { PictureTable } from '../../shared/pictures/Picture.ts';
import { cellWords } from '../../shared/pictures/tableText.ts';

export interface TableBehindProps {
  readonly label: string;
  readonly table: PictureTable;
}

/** So many rows are shown at first: ten thousand at once would make the window wait. All are copied and exported. */
const SHOWN = 500;

/** The numbers behind a picture. */
export function TableBehind({ label, table }: TableBehindProps) {
  const [isWhole, setWhole] = useState(false);
  const rows = isWhole ? table.rows : table.rows.slice(0, SHOWN);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section className="table-behind" aria-label={label} tabIndex={0} data-testid="table-behind">
      <table>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column.label} scope="col" className={column.write ? 'is-number' : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no names of their own, and are replaced together.
            <tr key={at}>
              {row.map((cell, which) => {
                const column = table.columns[which];
                return (
                  <td key={column?.label ?? which} className={column?.write ? 'is-number' : undefined}>
                    {cellWords(cell, column?.write)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length < table.rows.length ? (
        <button type="button" className="button button-small" onClick={() => setWhole(true)}>
          Show all {table.rows.length.toLocaleString('en-US')} rows
        </button>
      ) : null}
    </section>
  );
}
