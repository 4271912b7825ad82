import type { AssistantState } from './AssistantState.ts';

const SHOWN = 12;

/** Rows taken for totals, headings or notes; any of them can be kept as data. */
export function LeftOutCard({ state }: { readonly state: AssistantState }) {
  const { mapping, suggestion } = state;
  if (!mapping || !suggestion || suggestion.leftOut.length === 0) return null;
  const kept = new Set(mapping.keepRows);
  return (
    <section className="card aside-card" aria-label="Rows left out" data-testid="left-out">
      <h3>Rows left out</h3>
      {suggestion.leftOut.slice(0, SHOWN).map(({ row, reason }) => (
        <label key={row} className="offer">
          <input
            type="checkbox"
            checked={!kept.has(row)}
            onChange={(event) =>
              state.setMapping({
                ...mapping,
                keepRows: event.target.checked
                  ? mapping.keepRows.filter((one) => one !== row)
                  : [...mapping.keepRows, row],
              })
            }
          />
          <span>
            <b>Row {row}</b> {reason}
          </span>
        </label>
      ))}
      {suggestion.leftOut.length > SHOWN ? (
        <p className="hint">and {(suggestion.leftOut.length - SHOWN).toLocaleString('en-US')} more</p>
      ) : null}
    </section>
  );
}
