import { COMMANDS } from '../commands/commands.ts';
import { shownShortcut } from '../commands/shownShortcut.ts';
import { useWindow } from '../state/hooks.ts';
import { DialogFrame } from './DialogFrame.tsx';

const IN_SHEETS: readonly (readonly [string, string])[] = [
  ['Arrows, Tab, Page Up and Down', 'Move between cells'],
  ['Ctrl+arrow', 'To the edge of the filled cells'],
  ['Home, End', 'First and last column; with Ctrl the first and last cell'],
  ['Shift with any of these', 'Extend the selection'],
  ['Shift+F8', 'Keep what is selected and select further cells; Esc ends this'],
  ['Shift+F10', 'Menu of the selected cells'],
  ['Type, or F2', 'Change the selected cell; everything follows as you type'],
  ['Enter, Tab', 'Make the change and go down or right; with Shift up or left; round inside a selection'],
  ['Ctrl+Enter', 'Put what is typed into every selected cell'],
  ['Esc', 'Take back what is being typed'],
  ['Delete', 'Empty the selected cells'],
  ['Ctrl+C, Ctrl+X, Ctrl+V', 'Copy, cut and paste, also from and to Excel'],
  ['Alt+↑, Alt+↓', 'Move a weight by 0.01; with Shift by 0.10'],
  ['F2 on a calculated number', 'How it came about, step by step'],
];

const WITH_THE_MOUSE: readonly (readonly [string, string])[] = [
  ['Drag, Shift+click', 'Select cells; row numbers select rows, the corner everything'],
  ['Ctrl+click', 'Select further cells, rows or columns, or let go of a cell'],
  ['Right click', 'Menu of the selected cells, or of a column by its heading'],
  ['Click a heading', 'Select the column; with Shift several'],
  ['↕ in a heading, or double click', 'Sort by the column'],
  ['▾ in a heading, or Enter on it', 'Sort, filter, pin, move, fit, hide'],
  ['Drag a heading', 'Move the column'],
  ['Drag the square of a selection', 'Copy into the next cells; with Ctrl a series'],
];

/** Every key, in one place. */
export function KeysDialog() {
  const window = useWindow();
  const platform = window.appInfo?.platform ?? '';
  const keyed = COMMANDS.filter((command) => command.shortcut);
  return (
    <DialogFrame title="Keys" onClose={() => window.closeDialog()} className="dialog-wide" testId="keys">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list longer than the window is scrolled from the keyboard. */}
      <section className="keys" tabIndex={0} aria-label="All keys">
        <section>
          <h3>In a sheet</h3>
          <dl>
            {IN_SHEETS.map(([keys, what]) => (
              <div key={keys}>
                <dt>{shownShortcut(keys, platform)}</dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </section>
        <div>
          <section>
            <h3>With the mouse</h3>
            <dl>
              {WITH_THE_MOUSE.map(([keys, what]) => (
                <div key={keys}>
                  <dt>{shownShortcut(keys, platform)}</dt>
                  <dd>{what}</dd>
                </div>
              ))}
            </dl>
          </section>
          <section>
            <h3>Anywhere</h3>
            <dl>
              {keyed.map((command) => (
                <div key={command.name}>
                  <dt>{shownShortcut(command.shortcut ?? '', platform)}</dt>
                  <dd>{command.label(window)}</dd>
                </div>
              ))}
            </dl>
          </section>
        </div>
      </section>
    </DialogFrame>
  );
}
