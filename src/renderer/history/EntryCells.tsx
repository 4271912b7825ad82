import type { HistoryCell } from '../../shared/history/HistoryEntry.ts';
import { useWindowOnce } from '../state/hooks.ts';
import { goToCell } from './historyPlaces.ts';

export interface EntryCellsProps {
  readonly cells: readonly HistoryCell[];
  readonly total: number;
  readonly onMore: () => void;
}

/** Cells of an entry with their values before and after, in the words and numbers of their sheets. */
export function EntryCells({ cells, total, onMore }: EntryCellsProps) {
  const window = useWindowOnce();
  if (cells.length === 0) {
    return <p className="history-none dim">Nothing that a sheet shows was moved by this entry.</p>;
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keys.
    <section className="history-cells" tabIndex={0} aria-label="Cells of this entry">
      <table>
        <thead>
          <tr>
            <th scope="col">Where</th>
            <th scope="col" className="value">
              Before
            </th>
            <th scope="col" className="value">
              After
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {cells.map((cell) => (
            <tr key={`${cell.table} ${cell.key.join(' ')} ${cell.column}`}>
              <th scope="row">
                <button type="button" className="link" onClick={() => goToCell(window, cell)}>
                  <span className="visually-hidden">Go to </span>
                  {cell.item}
                </button>
                <span className="history-field">{cell.field}</span>
              </th>
              <Value text={cell.before} isNumber={cell.beforeNumber !== null} kind="before" />
              <Value text={cell.after} isNumber={cell.afterNumber !== null} kind="after" />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      {cells.length < total ? (
        <div className="history-more">
          <span className="dim">
            {cells.length.toLocaleString('en-US')} of {total.toLocaleString('en-US')} cells
          </span>
          <button type="button" className="button button-small" onClick={onMore}>
            Show more
          </button>
        </div>
      ) : null}
    </section>
  );
}

interface ValueProps {
  readonly text: string;
  readonly isNumber: boolean;
  readonly kind: 'before' | 'after';
}

function Value({ text, isNumber, kind }: ValueProps) {
  return (
    <td className={`value history-${kind}${isNumber ? ' is-number' : ''}`}>
      {text === '' ? <span className="dim">none</span> : text}
    </td>
  );
}
