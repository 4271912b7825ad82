import { SHEETS } from '../sheets/sheets.ts';
import { DocumentContext, useStore, WindowContext } from '../state/hooks.ts';
import type { WindowState } from '../state/WindowState.ts';

/** The shell: it places the parts of the window and does nothing else. */
export function AllotWindow({ window }: { readonly window: WindowState }) {
  useStore(window);
  const { document } = window;
  const Sheet = SHEETS.find((sheet) => sheet.id === window.sheet)?.component;
  return (
    <WindowContext value={window}>
      <div className="allot-window" data-testid="allot-window">
        {document && Sheet ? (
          <DocumentContext value={document}>
            <Sheet />
          </DocumentContext>
        ) : null}
      </div>
    </WindowContext>
  );
}
