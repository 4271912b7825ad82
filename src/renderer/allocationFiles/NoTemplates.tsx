import { importTemplate } from '../commands/importTemplate.ts';
import { EmptySheet } from '../sheets/EmptySheet.tsx';
import { SheetFrame } from '../sheets/SheetFrame.tsx';
import { CommandButton } from '../shell/CommandButton.tsx';

/** Before the first template: what the sheet is for, and how to begin. */
export function NoTemplates({ onAdd }: { readonly onAdd: () => void }) {
  return (
    <SheetFrame title="Finance files" testId="finance-files">
      <EmptySheet title="No template yet">
        <p>
          A template says how the file for your finance system is written: its records and columns, widths and signs.
          Begin with the published layout of your system, or with one of your own, and look at the file as it grows.
        </p>
        <div className="sheet-actions">
          <button type="button" className="button button-main" onClick={onAdd}>
            Choose a template…
          </button>
          <CommandButton command={importTemplate} className="button" />
        </div>
      </EmptySheet>
    </SheetFrame>
  );
}
