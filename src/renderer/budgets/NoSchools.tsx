import { importFolder, importWorkbook } from '../commands/importWorkbook.ts';
import { openSample } from '../commands/openSample.ts';
import { EmptySheet } from '../sheets/EmptySheet.tsx';
import { SheetFrame } from '../sheets/SheetFrame.tsx';
import { CommandButton } from '../shell/CommandButton.tsx';

/** An empty document: what to do next. */
export function NoSchools() {
  return (
    <SheetFrame title="School budgets">
      <EmptySheet title="No schools yet">
        <p>
          A district workbook brings in schools, pupils, revenues and weights at once, as one file or a folder of CSV
          files. Every fault in it is listed, and nothing is taken in until there is none.
        </p>
        <CommandButton command={importWorkbook} className="button button-main" />
        <CommandButton command={importFolder} className="button" />
        <CommandButton command={openSample} className="button button-quiet" />
      </EmptySheet>
    </SheetFrame>
  );
}
