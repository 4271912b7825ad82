import { useWindow } from '../state/hooks.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { FaultsDialog } from './FaultsDialog.tsx';
import { FileChooserDialog } from './FileChooserDialog.tsx';
import { JobDialog } from './JobDialog.tsx';
import { KeysDialog } from './KeysDialog.tsx';
import { PaletteDialog } from './PaletteDialog.tsx';
import { RefusedDialog } from './RefusedDialog.tsx';
import './dialogs.css';

/** The one dialog that is open, if any; a long job is shown when nothing is asked. */
export function Dialogs() {
  const { dialog, job } = useWindow();
  switch (dialog?.kind) {
    case 'palette':
      return <PaletteDialog key="palette" />;
    case 'places':
      return <PaletteDialog key="places" onlyPlaces />;
    case 'refused':
      return <RefusedDialog title={dialog.title} cells={dialog.cells} />;
    case 'keys':
      return <KeysDialog />;
    case 'faults':
      return <FaultsDialog fileName={dialog.fileName} faults={dialog.faults} />;
    case 'askFile':
      return (
        <FileChooserDialog
          key={`${dialog.event.id} ${dialog.event.folder} ${dialog.event.title}`}
          event={dialog.event}
        />
      );
    case 'confirm':
      return <ConfirmDialog {...dialog} />;
    default:
      return job ? <JobDialog job={job} /> : null;
  }
}
