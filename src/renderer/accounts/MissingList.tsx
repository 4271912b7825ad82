import { placeLabel } from '../../shared/changes/accounts.ts';
import { SheetFrame } from '../sheets/SheetFrame.tsx';
import { useDocumentOnce, useStore, useWindowOnce } from '../state/hooks.ts';
import { goToAccount } from './AccountsView.ts';
import { accountsWatchOf } from './AccountsWatch.ts';
import { EVERY, faceOf, isOfSchools, placeOf } from './accountLines.ts';
import type { MissingAccount, WrongLength } from './missingAccounts.ts';

const SHOWN = 60;

/** Accounts that are not whole, told as the fewest rules that would mend them. */
export function MissingList() {
  const document = useDocumentOnce();
  const window = useWindowOnce();
  const watch = useStore(accountsWatchOf(document));
  const { lines, posted, incomplete } = watch.missing;
  const wrong = bySegment(watch.wrongLengths);
  const { model } = document;
  const goTo = ({ place, segment }: MissingAccount, name: string): void => {
    const first = model.table('school').keys().next().value ?? '';
    const isSite = place === EVERY && isOfSchools(name);
    goToAccount(window, isSite ? { ...EVERY, school: first } : place, segment);
  };
  const subtitle =
    incomplete === 0 ? '' : `${incomplete.toLocaleString('en-US')} of ${count(posted, 'account', 'accounts')}`;

  return (
    <SheetFrame
      title="To mend"
      subtitle={<span data-testid="missing-count">{subtitle}</span>}
      testId="missing-accounts"
    >
      {lines.length === 0 && wrong.length === 0 ? (
        <p className="missing-none">
          {watch.hasLooked ? (
            <>
              <span className="ok">✓</span> All {count(posted, 'account has', 'accounts have')} a value in every
              segment.
            </>
          ) : (
            'Looking…'
          )}
        </p>
      ) : (
        <ul className="missing-list">
          {lines.slice(0, SHOWN).map((line) => {
            const name = model.table('accountSegment').get(line.segment)?.name ?? line.segment;
            return (
              <li key={`${line.segment} ${Object.values(line.place).join(' ')}`}>
                <button type="button" onClick={() => goTo(line, name)}>
                  <span className="missing-segment">{name}</span>
                  <span className="missing-place">
                    {line.place === EVERY ? 'everywhere' : placeLabel(model, line.place)}
                  </span>
                  <span className="missing-size">
                    {faceOf(line.place) === 'exceptions' ? '' : line.count.toLocaleString('en-US')}
                  </span>
                </button>
              </li>
            );
          })}
          {lines.length > SHOWN ? (
            <li className="hint">and {(lines.length - SHOWN).toLocaleString('en-US')} more</li>
          ) : null}
          {wrong.map(([segment, values]) => {
            const row = model.table('accountSegment').get(segment);
            const [first] = values;
            if (!row || !first) return null;
            return (
              <li key={`length ${segment}`}>
                <button
                  type="button"
                  title={first.sentence}
                  onClick={() => goToAccount(window, placeOf(first.rule), segment)}
                >
                  <span className="missing-segment">{row.name}</span>
                  <span className="missing-place">
                    {count(values.length, 'value is', 'values are')} not {row.length} characters long
                  </span>
                  <span className="missing-size" />
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </SheetFrame>
  );
}

const count = (number: number, one: string, many: string): string =>
  `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`;

function bySegment(wrong: readonly WrongLength[]): [string, WrongLength[]][] {
  const groups = new Map<string, WrongLength[]>();
  for (const one of wrong) groups.set(one.rule.segment, [...(groups.get(one.rule.segment) ?? []), one]);
  return [...groups];
}
