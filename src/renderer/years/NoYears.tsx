import { importYears } from '../commands/importYears.ts';
import { EmptySheet } from '../sheets/EmptySheet.tsx';
import { CommandButton } from '../shell/CommandButton.tsx';

/** What stands here before there is any year. */
export function NoYears({
  onMeasures,
  onSnapshot,
}: {
  readonly onMeasures: () => void;
  readonly onSnapshot: () => void;
}) {
  return (
    <EmptySheet title="No years yet">
      <p>
        Budgets, pupils and outcomes of earlier years, by school and by group of pupils. The equity board then shows how
        they move, what has become of gaps, and how spending and outcomes go together.
      </p>
      <div className="years-empty">
        <CommandButton command={importYears} className="button button-main" testId="years-import" />
        <button type="button" className="button" data-testid="years-snapshot" onClick={onSnapshot}>
          Take a snapshot…
        </button>
        <button type="button" className="button" onClick={onMeasures}>
          Add a measure…
        </button>
      </div>
    </EmptySheet>
  );
}
