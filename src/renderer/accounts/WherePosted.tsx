import { type ResolvedSegment, resolveAccount } from '../../shared/allocationFile/AccountBook.ts';
import { type AccountPlace, placeLabel } from '../../shared/changes/accounts.ts';
import type { Model } from '../../shared/model/Model.ts';
import type { AccountRuleRow } from '../../shared/model/rows.ts';
import { SelectField } from '../sheets/SelectField.tsx';
import { SheetFrame } from '../sheets/SheetFrame.tsx';
import { useDocument, useStore, useWindowOnce } from '../state/hooks.ts';
import { accountsViewOf, goToAccount } from './AccountsView.ts';
import { accountsWatchOf } from './AccountsWatch.ts';
import { placeOf, postedSchools, postedSources } from './accountLines.ts';

/** The account of one source at one school, segment by segment, with the rule that gave each its value. */
export function WherePosted() {
  const document = useDocument();
  const window = useWindowOnce();
  const view = useStore(accountsViewOf(document));
  const { model } = document;
  const sources = postedSources(model);
  const schools = postedSchools(model);
  const place: AccountPlace = {
    ...view.posted,
    source: view.posted.source || (sources[0]?.code ?? ''),
    school: view.posted.school || (schools[0]?.code ?? ''),
  };
  const watch = useStore(accountsWatchOf(document));
  const parts = resolveAccount(model, place, watch.book);
  // What no file needs may stay blank.
  const isMissing = ({ value, segment }: ResolvedSegment): boolean =>
    value === null && watch.missing.needed.has(segment);
  const choices = (rows: readonly { code: string; name: string }[]) =>
    rows.map(({ code, name }) => ({ value: code, label: name }));
  const every = { value: '', label: 'Any' };
  return (
    <SheetFrame title="Where it posts" testId="where-posted">
      <div className="posted-form posted-form-wide">
        <SelectField
          label="Source"
          value={place.source}
          choices={choices(sources)}
          onChange={(source) => view.showPosted({ source })}
        />
        <SelectField
          label="School"
          value={place.school}
          choices={choices(schools)}
          onChange={(school) => view.showPosted({ school })}
        />
        <SelectField
          label="Level"
          value={place.level}
          choices={[every, ...choices(model.ordered('level'))]}
          onChange={(level) => view.showPosted({ level })}
        />
        <SelectField
          label="Need"
          value={place.need}
          choices={[every, ...choices(model.ordered('need'))]}
          onChange={(need) => view.showPosted({ need })}
        />
      </div>
      <p className="posted-account" data-testid="posted-account">
        {parts
          .filter((part) => part.value !== null || isMissing(part))
          .map(({ segment, value }) => (
            <span key={segment} className={value === null ? 'posted-part posted-none' : 'posted-part'}>
              {value ?? '?'}
            </span>
          ))}
      </p>
      <div className="posted-rules">
        <table>
          <tbody>
            {parts.map((part) => {
              const { segment, value, rule } = part;
              return (
                <tr key={segment} data-testid={`posted-${segment}`}>
                  <th scope="row">{model.table('accountSegment').get(segment)?.name ?? segment}</th>
                  <td className={isMissing(part) ? 'posted-value loss' : 'posted-value'}>
                    {value ?? (isMissing(part) ? 'missing' : '—')}
                  </td>
                  <td>
                    <button
                      type="button"
                      className="posted-rule"
                      title={rule ? 'Go to the rule' : 'Go to where a rule would stand'}
                      onClick={() =>
                        goToAccount(
                          window,
                          rule ? placeOf(rule) : placeOf({ ...place, school: '', level: '', need: '' }),
                          segment,
                        )
                      }
                    >
                      {rule ? ruleWords(model, rule) : 'no rule fits'}
                    </button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </SheetFrame>
  );
}

/** `Title I · Poverty`, or `Everywhere` of a rule that names nothing. */
const ruleWords = (model: Model, rule: AccountRuleRow): string =>
  rule.source || rule.school || rule.level || rule.need ? placeLabel(model, rule) : 'Everywhere';
