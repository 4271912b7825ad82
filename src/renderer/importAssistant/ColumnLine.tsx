import type { Repairs, Target } from '../../shared/assistant/Mapping.ts';
import { columnLetters } from '../../shared/assistant/RawTable.ts';
import { LIMITS } from '../../shared/model/units.ts';
import { useDocumentOnce } from '../state/hooks.ts';
import type { AssistantState } from './AssistantState.ts';
import { replaced, withoutUse, withSecondUse, withTarget } from './editMapping.ts';
import { choiceOf, targetGroups } from './targetChoices.ts';

const SAMPLES = 3;

/** One use of one column: its header, some of its values, what it becomes, and why that was suggested. */
export function ColumnLine({ state, at }: { readonly state: AssistantState; readonly at: number }) {
  const { model } = useDocumentOnce();
  const { mapping, suggestion } = state;
  const column = mapping?.columns[at];
  if (!mapping || !suggestion || !column) return null;
  const profile = suggestion.profiles[column.column];
  const isSecond = mapping.columns.slice(0, at).some((one) => one.column === column.column);
  const { target } = column;
  const setTarget = (next: Target): void =>
    state.setMapping(
      { ...mapping, columns: replaced(mapping.columns, at, { ...column, target: next }) },
      column.column,
    );
  const setRepairs = (repairs: Partial<Repairs>): void =>
    state.setMapping({
      ...mapping,
      columns: replaced(mapping.columns, at, { ...column, repairs: { ...column.repairs, ...repairs } }),
    });
  const header = column.header || `Column ${columnLetters(column.column)}`;
  return (
    <tr className={target.kind === 'ignore' ? 'is-ignored' : undefined} data-testid="column-line">
      <th scope="row">
        {isSecond ? <span className="dim">also</span> : null} {header}
      </th>
      <td className="samples" title={profile?.examples.join(' · ')}>
        {(profile?.examples ?? []).slice(0, SAMPLES).join(' · ')}
        {profile && profile.filled === 0 ? <span className="dim">empty</span> : null}
      </td>
      <td>
        <div className="becomes">
          <select
            className="entry"
            aria-label={`${header} becomes`}
            value={choiceOf(target)}
            onChange={(event) =>
              state.setMapping(withTarget(mapping, at, event.target.value, model, suggestion.profiles), column.column)
            }
          >
            {targetGroups(model, mapping).map((group) => (
              <optgroup key={group.label} label={group.label}>
                {group.choices.map((choice) => (
                  <option key={choice.value} value={choice.value}>
                    {choice.label}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
          {target.kind === 'count' ? (
            <select
              className="entry"
              aria-label={`Level of the pupils in ${header}`}
              value={target.level ?? ''}
              onChange={(event) => setTarget({ ...target, level: event.target.value || null })}
            >
              <option value="">at the school’s level</option>
              {model.ordered('level').map((level) => (
                <option key={level.code} value={level.code}>
                  at {level.name}
                </option>
              ))}
            </select>
          ) : null}
          {target.kind === 'tag' || target.kind === 'measure' ? (
            <input
              className="entry"
              aria-label={`Name of ${header} as a ${target.kind}`}
              maxLength={LIMITS.codeLength}
              value={target.name}
              onChange={(event) => setTarget({ ...target, name: event.target.value })}
            />
          ) : null}
          {target.kind === 'measure' && (profile?.withPercent ?? 0) > 0 ? (
            <select
              className="entry"
              aria-label={`How ${header} is read`}
              value={column.repairs.percent ?? ''}
              onChange={(event) => {
                const { value } = event.target;
                setRepairs({ percent: value === 'points' || value === 'fraction' ? value : null });
              }}
            >
              <option value="points">45% is 45</option>
              <option value="fraction">45% is 0.45</option>
            </select>
          ) : null}
          {isSecond ? (
            <button type="button" className="link" onClick={() => state.setMapping(withoutUse(mapping, at))}>
              Remove
            </button>
          ) : null}
        </div>
      </td>
      <td className="why">
        <Why state={state} at={at} />
        {target.kind === 'count' &&
        target.need === model.ordered('need')[0]?.code &&
        !isSecond &&
        !mapping.columns.some((one) => one.target.kind === 'currentPupils') ? (
          <button
            type="button"
            className="link use-twice"
            title="These pupils are something else too, such as those of the current budget"
            onClick={() => state.setMapping(withSecondUse(mapping, at), column.column)}
          >
            Use twice
          </button>
        ) : null}
      </td>
    </tr>
  );
}

/** Whether this was suggested, remembered or decided just now. */
function Why({ state, at }: { readonly state: AssistantState; readonly at: number }) {
  const { mapping, suggestion } = state;
  const column = mapping?.columns[at];
  const suggested = suggestion?.columns.find((one) => one.column === column?.column);
  if (!mapping || !column || !suggested) return null;
  if (JSON.stringify(suggested.target) === JSON.stringify(column.target)) {
    return (
      <>
        <span className="suggested">Suggested</span> {suggested.reason}
      </>
    );
  }
  if (state.isRemembered && !state.touched.has(column.column)) return <>As last time</>;
  const back = (): void =>
    state.setMapping({
      ...mapping,
      newNeeds: [
        ...mapping.newNeeds,
        ...(suggestion?.mapping.newNeeds ?? []).filter(
          ({ code }) =>
            suggested.target.kind === 'count' &&
            suggested.target.need === code &&
            !mapping.newNeeds.some((need) => need.code === code),
        ),
      ],
      columns: replaced(mapping.columns, at, { ...column, target: suggested.target }),
    });
  return (
    <>
      Your choice{' '}
      <button type="button" className="link" onClick={back}>
        Back to what was suggested
      </button>
    </>
  );
}
