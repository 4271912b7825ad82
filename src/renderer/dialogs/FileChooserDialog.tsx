import { useState } from 'react';
import type { Events } from '../../shared/contract/requests.ts';
import { FileIcon, FolderIcon } from '../shell/icons.tsx';
import { useWindow } from '../state/hooks.ts';
import { DialogFrame } from './DialogFrame.tsx';

/**
 * The loopback host's file dialog. The window only ever names entries by the ids the host gave it; the host answers a
 * look into a folder with another `ask/file`, which replaces this one.
 */
export function FileChooserDialog({ event }: { readonly event: Events['ask/file'] }) {
  const window = useWindow();
  const [chosen, setChosen] = useState<string | null>(null);
  const [name, setName] = useState(event.suggestedName);
  const wantsFolder = event.purpose === 'folder';

  const answer = async (entry: string | null, newName: string | null, open: boolean): Promise<void> => {
    if (!open) window.closeDialog();
    const reply = await window.ask('ask/answer', { id: event.id, entry, newName, open });
    // A refused name or entry leaves the question open at the host, so it is shown again.
    if (reply === undefined && !open && (entry !== null || newName !== null))
      window.openDialog({ kind: 'askFile', event });
  };
  const accept = (): void => {
    if (event.purpose === 'save') void answer(null, name, false);
    else if (chosen) void answer(chosen, null, false);
  };
  const isReady = event.purpose === 'save' ? name.trim() !== '' : chosen !== null;

  return (
    <DialogFrame
      title={event.title}
      onClose={() => void answer(null, null, false)}
      className="dialog-wide"
      testId="file-chooser"
    >
      <p className="folder dim">{event.folder}</p>
      <div
        className="entries"
        role="listbox"
        aria-label="Files and folders"
        data-first-focus={event.purpose === 'save' ? undefined : ''}
        tabIndex={-1}
      >
        {event.entries.map((entry) => (
          <button
            key={entry.entry}
            type="button"
            role="option"
            aria-selected={entry.entry === chosen}
            className="file-entry"
            onClick={() => {
              if (entry.isFolder && !wantsFolder) void answer(entry.entry, null, true);
              else {
                setChosen(entry.entry);
                if (event.purpose === 'save') setName(entry.name);
              }
            }}
            onDoubleClick={() => {
              if (entry.isFolder) void answer(entry.entry, null, true);
              else if (event.purpose === 'open') void answer(entry.entry, null, false);
            }}
          >
            {entry.isFolder ? <FolderIcon /> : <FileIcon />}
            <span>{entry.name}</span>
          </button>
        ))}
        {event.entries.length === 0 ? <p className="dim">This folder is empty.</p> : null}
      </div>
      {event.purpose === 'save' ? (
        <label className="file-name">
          Name
          <input
            type="text"
            data-first-focus=""
            value={name}
            onFocus={(focus) => focus.target.setSelectionRange(0, baseNameLength(name))}
            onChange={(change) => setName(change.target.value)}
            onKeyDown={(press) => {
              if (press.key === 'Enter' && isReady) accept();
            }}
          />
        </label>
      ) : null}
      <div className="dialog-actions">
        <button type="button" className="button button-main" disabled={!isReady} onClick={accept}>
          {event.purpose === 'save' ? 'Save' : wantsFolder ? 'Choose folder' : 'Open'}
        </button>
        <button type="button" className="button" onClick={() => void answer(null, null, false)}>
          Cancel
        </button>
      </div>
    </DialogFrame>
  );
}

/** As in the system's own dialogs, the name is selected without its ending, so that typing keeps the ending. */
function baseNameLength(name: string): number {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? dot : name.length;
}
