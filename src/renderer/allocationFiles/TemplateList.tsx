import { type KeyboardEvent, useState } from 'react';
import {
  duplicateTemplate,
  moveTemplate,
  orderedTemplates,
  removeTemplate,
  renameTemplate,
} from '../../shared/changes/templates.ts';
import type { AllocationTemplateRow } from '../../shared/model/rows.ts';
import { exportTemplate } from '../commands/exportTemplate.ts';
import { importTemplate } from '../commands/importTemplate.ts';
import { SheetFrame } from '../sheets/SheetFrame.tsx';
import { CommandButton } from '../shell/CommandButton.tsx';
import { useDocument, useWindowOnce } from '../state/hooks.ts';
import { filesViewOf } from './FilesView.ts';
import { formatWords } from './templateWords.ts';

/** The document's templates in their order, and what can be done with the one in hand. */
export function TemplateList({ shown }: { readonly shown: AllocationTemplateRow }) {
  const document = useDocument();
  const window = useWindowOnce();
  const view = filesViewOf(document);
  const { model } = document;
  const [renaming, setRenaming] = useState<number | null>(null);
  const rows = orderedTemplates(model);
  const at = rows.findIndex(({ id }) => id === shown.id);

  const move = (by: -1 | 1): void => {
    if (rows[at + by]) document.commit(moveTemplate(model, shown.id, by));
  };
  const duplicate = (): void => {
    const change = duplicateTemplate(model, shown.id);
    if (typeof change === 'string') {
      window.say(change, 'refusal');
      return;
    }
    document.commit(change);
    view.chooseTemplate(orderedTemplates(model)[at + 1]?.id ?? shown.id);
  };
  const remove = async (): Promise<void> => {
    const answer = await window.confirm(
      `Remove ${shown.name}?`,
      'The template goes from this document; account rules stay. Undo brings it back.',
      [{ name: 'remove', label: 'Remove template', isMain: true }],
    );
    if (answer === 'remove') document.commit(removeTemplate(model, shown.id));
  };
  const onKeyDown = (event: KeyboardEvent, row: AllocationTemplateRow): void => {
    if (renaming !== null) return;
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0 && event.altKey) move(by);
    else if (by !== 0) {
      const next = rows[rows.indexOf(row) + by];
      if (next) view.chooseTemplate(next.id);
      const sibling = event.currentTarget.parentElement?.parentElement?.querySelector(`[data-template="${next?.id}"]`);
      if (sibling instanceof HTMLElement) sibling.focus();
    } else if (event.key === 'F2') setRenaming(row.id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <SheetFrame
      title="Templates"
      testId="templates"
      actions={
        <button type="button" className="button button-small" onClick={() => view.startAdding(true)}>
          Add…
        </button>
      }
    >
      <ul className="template-list" aria-label="Templates">
        {rows.map((row) => (
          <li key={row.id}>
            {renaming === row.id ? (
              <RenameField row={row} onEnd={() => setRenaming(null)} />
            ) : (
              <button
                type="button"
                data-template={row.id}
                aria-current={row.id === shown.id ? 'true' : undefined}
                onClick={() => view.chooseTemplate(row.id)}
                onDoubleClick={() => {
                  setRenaming(row.id);
                }}
                onKeyDown={(event) => onKeyDown(event, row)}
              >
                <span className="template-name">{row.name}</span>
                <span className="template-kind">{formatWords(row.definition)}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      <div className="template-actions">
        <div>
          <button
            type="button"
            className="button button-small"
            aria-label={`Move ${shown.name} up`}
            title="Move up (Alt+↑)"
            disabled={at === 0}
            onClick={() => move(-1)}
          >
            ↑
          </button>
          <button
            type="button"
            className="button button-small"
            aria-label={`Move ${shown.name} down`}
            title="Move down (Alt+↓)"
            disabled={at === rows.length - 1}
            onClick={() => move(1)}
          >
            ↓
          </button>
          <button type="button" className="button button-small" onClick={duplicate}>
            Duplicate
          </button>
        </div>
        <div>
          <button
            type="button"
            className="button button-small"
            title="Rename (F2)"
            onClick={() => setRenaming(shown.id)}
          >
            Rename
          </button>
          <button type="button" className="button button-small button-danger" onClick={() => void remove()}>
            Remove…
          </button>
        </div>
        <div>
          <CommandButton command={importTemplate} className="button button-small">
            Import…
          </CommandButton>
          <CommandButton command={exportTemplate} className="button button-small">
            Export…
          </CommandButton>
        </div>
      </div>
    </SheetFrame>
  );
}

interface RenameFieldProps {
  readonly row: AllocationTemplateRow;
  readonly onEnd: () => void;
}

/** A name typed where it stands. Enter or leaving makes the change, Esc takes it back. */
function RenameField({ row, onEnd }: RenameFieldProps) {
  const document = useDocument();
  const window = useWindowOnce();
  const [name, setName] = useState(row.name);
  const finish = (): void => {
    onEnd();
    if (name.trim() === row.name) return;
    const change = renameTemplate(document.model, row.id, name);
    if (typeof change === 'string') window.say(change, 'refusal');
    else document.commit(change);
  };
  return (
    <input
      className="entry"
      aria-label={`Name of ${row.name}`}
      // biome-ignore lint/a11y/noAutofocus: the field takes the place of the button that asked for it.
      autoFocus
      value={name}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setName(event.target.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === 'Enter') finish();
        else if (event.key === 'Escape') {
          event.preventDefault();
          event.stopPropagation();
          onEnd();
        }
      }}
    />
  );
}
