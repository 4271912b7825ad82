import { exportWorkbook } from '../commands/exportWorkbook.ts';
import { openPalette } from '../commands/openPalette.ts';
import { redo } from '../commands/redo.ts';
import { switchTheme } from '../commands/switchTheme.ts';
import { undo } from '../commands/undo.ts';
import { useDocumentOnce, useDocumentValue, useWindow } from '../state/hooks.ts';
import { isDark } from '../state/theme.ts';
import { CommandButton } from './CommandButton.tsx';
import { FileMenu } from './FileMenu.tsx';
import { MoonIcon, RedoIcon, SearchIcon, SunIcon, UndoIcon } from './icons.tsx';

/** District and year, whether it is saved, undo and redo, the search field, and what leaves the program. */
export function Header() {
  const window = useWindow();
  const document = useDocumentOnce();
  // A keystroke in a cell changes none of these, so it does not draw the header again.
  useDocumentValue(({ info, history, model }) =>
    [
      info.name,
      info.isModified,
      history.undoLabel,
      history.redoLabel,
      model.get('district', 'name')?.value,
      model.get('district', 'fiscal_year')?.value,
    ].join('\n'),
  );
  const { info, model, history } = document;
  const name = model.get('district', 'name')?.value || info.name;
  const year = model.get('district', 'fiscal_year')?.value;
  return (
    <header className="header" data-region="header">
      <FileMenu />
      <div className="district">
        <h1>{name}</h1>
        {year ? <span className="dim">FY {year}</span> : null}
        {info.isModified ? (
          <span
            className="unsaved"
            role="img"
            aria-label="Unsaved changes"
            title="Unsaved changes"
            data-testid="unsaved"
          />
        ) : null}
      </div>
      <CommandButton command={undo} className="button button-quiet undo" testId="undo">
        <UndoIcon />
        <span className="undo-label">{history.undoLabel ? `Undo “${history.undoLabel}”` : 'Undo'}</span>
      </CommandButton>
      <CommandButton command={redo} className="button button-quiet" testId="redo">
        <RedoIcon />
        <span className="visually-hidden">{redo.label(window)}</span>
      </CommandButton>
      <div className="grow" />
      {window.busy ? (
        <span className="busy" role="status">
          {window.busy}
        </span>
      ) : null}
      <CommandButton command={openPalette} className="search-field" testId="find">
        <SearchIcon />
        <span>Find a school, source, command…</span>
        <kbd>{window.appInfo?.platform === 'darwin' ? '⌘K' : 'Ctrl K'}</kbd>
      </CommandButton>
      <CommandButton command={switchTheme} className="button button-quiet" testId="theme">
        {isDark(window.theme) ? <SunIcon /> : <MoonIcon />}
        <span className="visually-hidden">{switchTheme.label(window)}</span>
      </CommandButton>
      <CommandButton command={exportWorkbook} className="button button-main" testId="export">
        Export…
      </CommandButton>
    </header>
  );
}
