import { importTable } from '../commands/importTable.ts';
import { importWorkbook } from '../commands/importWorkbook.ts';
import { EmptySheet } from '../sheets/EmptySheet.tsx';
import { useWindowOnce } from '../state/hooks.ts';

/** An empty district: what to do first, on every sheet that needs schools. */
export function NoSchools({ onAdd }: { readonly onAdd?: () => void }) {
  const window = useWindowOnce();
  return (
    <EmptySheet title="No schools yet">
      <p>
        Import a table of schools as your systems export it, or import a district workbook with a schools and an
        enrollment sheet, or add the first school by hand. Everything can be undone.
      </p>
      <div className="sheet-actions">
        <button type="button" className="button button-main" onClick={() => void importTable.perform(window)}>
          Import a table…
        </button>
        <button type="button" className="button" onClick={() => void importWorkbook.perform(window)}>
          Import a workbook…
        </button>
        <button type="button" className="button" onClick={onAdd ?? (() => window.goTo('schools'))}>
          {onAdd ? 'Add a school…' : 'Go to Schools'}
        </button>
      </div>
    </EmptySheet>
  );
}
