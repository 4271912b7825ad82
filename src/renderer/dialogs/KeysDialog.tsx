import { COMMANDS } from '../commands/commands.ts';
import { shownShortcut } from '../commands/shownShortcut.ts';
import { useWindow } from '../state/hooks.ts';
import { DialogFrame } from './DialogFrame.tsx';

const IN_SHEETS: readonly (readonly [string, string])[] = [
  ['Arrows, Tab, Page Up and Down', 'Move between cells'],
  ['Type, or F2', 'Change the selected cell; everything follows as you type'],
  ['Enter, Tab', 'Make the change and move on'],
  ['Esc', 'Take back what is being typed'],
  ['Alt+↑, Alt+↓', 'Move a weight by 0.01; with Shift by 0.10'],
  ['F2 on a calculated number', 'How it came about, step by step'],
  ['Ctrl+C', 'Copy the selected cell'],
  ['Delete', 'Empty a cell that may be empty'],
];

/** Every key, in one place. */
export function KeysDialog() {
  const window = useWindow();
  const platform = window.appInfo?.platform ?? '';
  const keyed = COMMANDS.filter((command) => command.shortcut);
  return (
    <DialogFrame title="Keys" onClose={() => window.closeDialog()} className="dialog-wide" testId="keys">
      <div className="keys">
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
    </DialogFrame>
  );
}
