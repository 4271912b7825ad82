import { findingsOf } from '../findings/FindingsWatch.ts';
import { SHEETS, type SheetGroup } from '../sheets/sheets.ts';
import { useDocumentOnce, useDocumentValue, useStore, useWindow } from '../state/hooks.ts';

const GROUPS: readonly SheetGroup[] = ['Inputs', 'Decisions', 'Budgets', 'Exports'];

/** The sheets in the order in which the guidebook builds a budget. */
export function Navigation() {
  const window = useWindow();
  const document = useDocumentOnce();
  // Doubts are found a moment after the change that gave reason for them.
  useStore(findingsOf(document));
  useDocumentValue((it) => SHEETS.map((sheet) => sheet.count?.(it) ?? '').join('\n'));
  return (
    <nav className="navigation" aria-label="Sheets" data-region="navigation">
      {GROUPS.map((group) => (
        <section key={group}>
          <h2>{group}</h2>
          {SHEETS.filter((sheet) => sheet.group === group).map((sheet) => {
            const count = sheet.count?.(document) ?? null;
            return (
              <button
                key={sheet.id}
                type="button"
                data-testid={`sheet-${sheet.id}`}
                aria-current={sheet.id === window.sheet ? 'page' : undefined}
                onClick={() => window.goTo(sheet.id)}
              >
                <span>{sheet.name}</span>
                {count ? <small className={sheet.isWarning?.(document) ? 'loss' : undefined}>{count}</small> : null}
              </button>
            );
          })}
        </section>
      ))}
    </nav>
  );
}
