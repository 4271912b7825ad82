import { LIMITS } from '../../shared/model/units.ts';
import type { AssistantState } from './AssistantState.ts';
import { withNeed } from './editMapping.ts';

/** Need categories that this import adds to the district. */
export function NeedsCard({ state }: { readonly state: AssistantState }) {
  const { mapping } = state;
  if (!mapping || mapping.newNeeds.length === 0) return null;
  return (
    <section className="card aside-card" aria-label="New need categories">
      <h3>New need categories</h3>
      <p className="hint">The district does not have them yet; the import adds them.</p>
      {mapping.newNeeds.map((need, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: code and name are what is being typed.
        <div key={at} className="new-need">
          <input
            className="entry need-code"
            aria-label={`Code of the new need ${need.name}`}
            maxLength={LIMITS.codeLength}
            value={need.code}
            onChange={(event) =>
              state.setMapping(withNeed(mapping, need.code, { ...need, code: event.target.value.trim() }))
            }
          />
          <input
            className="entry"
            aria-label={`Name of the new need ${need.code}`}
            maxLength={LIMITS.nameLength}
            value={need.name}
            onChange={(event) => state.setMapping(withNeed(mapping, need.code, { ...need, name: event.target.value }))}
          />
        </div>
      ))}
    </section>
  );
}
