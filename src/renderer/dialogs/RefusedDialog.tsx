import type { RefusedCell } from '../grid/clipboard/combineWrites.ts';
import { useWindow } from '../state/hooks.ts';
import { DialogFrame } from './DialogFrame.tsx';

/** More lines than anyone reads; the rest is counted. */
const SHOWN = 500;

/** Every cell that could not take what was to go into it, and why. Nothing of it was done, so all can be mended first. */
export function RefusedDialog({ title, cells }: { readonly title: string; readonly cells: readonly RefusedCell[] }) {
  const window = useWindow();
  const close = (): void => window.closeDialog();
  const number = cells.length.toLocaleString('en-US');
  return (
    <DialogFrame title={title} onClose={close} className="dialog-wide" testId="refused">
      <p>
        {cells.length === 1 ? 'One cell does' : `${number} cells do`} not take what was to go into{' '}
        {cells.length === 1 ? 'it' : 'them'}, so the document is unchanged.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list longer than its box is scrolled from the keyboard. */}
      <section className="faults" tabIndex={0} aria-label="Cells">
        <table>
          <thead>
            <tr>
              <th>Row</th>
              <th>Column</th>
              <th>Value</th>
              <th>Why not</th>
            </tr>
          </thead>
          <tbody>
            {cells.slice(0, SHOWN).map((cell, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and two rows may read alike.
              <tr key={at}>
                <td>{cell.row}</td>
                <td>{cell.column}</td>
                <td>{cell.value === '' ? <span className="dim">empty</span> : cell.value.slice(0, 80)}</td>
                <td>{cell.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {cells.length > SHOWN ? <p className="dim">And {(cells.length - SHOWN).toLocaleString('en-US')} more.</p> : null}
      <div className="dialog-actions">
        <button type="button" className="button button-main" data-first-focus="" onClick={close}>
          Close
        </button>
      </div>
    </DialogFrame>
  );
}
