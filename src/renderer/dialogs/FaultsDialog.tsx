import type { Fault } from '../../shared/contract/errors.ts';
import { useWindow } from '../state/hooks.ts';
import { DialogFrame } from './DialogFrame.tsx';

/** Everything wrong in a workbook at once, by where it is found. Nothing of the workbook was taken in. */
export function FaultsDialog({ fileName, faults }: { readonly fileName: string; readonly faults: readonly Fault[] }) {
  const window = useWindow();
  const close = (): void => window.closeDialog();
  return (
    <DialogFrame title={`${fileName} was not imported`} onClose={close} className="dialog-wide" testId="faults">
      <p>
        {faults.length === 1 ? 'One entry needs' : `${faults.length.toLocaleString('en-US')} entries need`} correcting.
        Your document is unchanged: correct the workbook and import it again.
      </p>
      <div className="faults">
        <table>
          <thead>
            <tr>
              <th>Sheet</th>
              <th>Row</th>
              <th>Column</th>
              <th>What is wrong</th>
            </tr>
          </thead>
          <tbody>
            {faults.slice(0, 1_000).map((fault) => (
              <tr key={`${fault.sheet} ${fault.row} ${fault.column} ${fault.reason}`}>
                <td>{fault.sheet}</td>
                <td className="number">{fault.row ?? ''}</td>
                <td>{fault.column ?? ''}</td>
                <td>{fault.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="dialog-actions">
        <button type="button" className="button button-main" data-first-focus="" onClick={close}>
          Close
        </button>
      </div>
    </DialogFrame>
  );
}
