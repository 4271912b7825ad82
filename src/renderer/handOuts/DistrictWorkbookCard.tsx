import { useState } from 'react';
import { DEFAULT_MINIMUM_PUPILS } from '../../shared/session/Audience.ts';
import { readyToWrite } from '../commands/readyToWrite.ts';
import { useDocument, useWindowOnce } from '../state/hooks.ts';
import { HandOutCard } from './HandOutCard.tsx';
import { useIsBlocked } from './useIsBlocked.ts';

/** More columns than this side by side nobody reads; main takes no more either. */
const MOST_COMPARED = 6;

const HOLDS = [
  'Summary: where every source goes, that it ties out, and the budgets by level.',
  'School budgets by source, the per-pupil matrix, this year against next with floors.',
  'Real tables that sort and filter, totals that follow the filter, frozen headings, pages that print.',
  `It names every school, also those with fewer than ${DEFAULT_MINIMUM_PUPILS} pupils; for the public use a board session.`,
];

/** The district workbook for board and staff, with the scenarios that are to stand side by side. */
export function DistrictWorkbookCard() {
  const window = useWindowOnce();
  const { model, scenarioId } = useDocument();
  const isBlocked = useIsBlocked();
  const others = model.ordered('scenario').filter(({ id }) => id !== scenarioId);
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const chosen = others.filter(({ id }) => !left.has(id)).slice(0, MOST_COMPARED - 1);
  const write = async (): Promise<void> => {
    const numbers = await readyToWrite(window);
    if (!numbers) return;
    const scenarios = [scenarioId, ...chosen.map(({ id }) => id)];
    const written = await window.askJob('districtWorkbook/export', { ...numbers, scenarios });
    if (written) window.say(`Written: ${written.fileName}.`);
  };
  const isFull = chosen.length === MOST_COMPARED - 1;
  return (
    <HandOutCard title="District workbook" reader="for board and staff" holds={HOLDS} testId="district-workbook-card">
      {others.length === 0 ? (
        <p className="hint">With further scenarios, it holds them side by side with their differences.</p>
      ) : (
        <fieldset className="hand-out-scenarios">
          <legend>Side by side with this scenario</legend>
          {others.map(({ id, name }) => {
            const isChosen = chosen.some((one) => one.id === id);
            return (
              <label key={id}>
                <input
                  type="checkbox"
                  checked={isChosen}
                  disabled={!isChosen && isFull}
                  onChange={(event) => {
                    const next = new Set(left);
                    if (event.target.checked) next.delete(id);
                    else next.add(id);
                    setLeft(next);
                  }}
                />
                <span>{name}</span>
              </label>
            );
          })}
          {others.length > MOST_COMPARED - 1 ? <p className="hint">Six side by side at most.</p> : null}
        </fieldset>
      )}
      <div className="hand-out-actions">
        <button type="button" className="button button-main" disabled={isBlocked} onClick={() => void write()}>
          Write the workbook…
        </button>
      </div>
    </HandOutCard>
  );
}
