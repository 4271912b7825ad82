import { useState } from 'react';
import { scenariosInOrder } from '../../shared/changes/scenarios.ts';
import { formatCompactMoney, formatDollars, MINUS } from '../../shared/text/formatNumber.ts';
import { payerFigure, payerInShort } from '../floors/floorWords.ts';
import { Faces } from '../sheets/Faces.tsx';
import type { DocumentState } from '../state/DocumentState.ts';
import { useDocument, useWindowOnce } from '../state/hooks.ts';
import { type Against, findMovers } from './findMovers.ts';

const AGAINST: readonly { name: 'saved' | 'current'; label: string }[] = [
  { name: 'saved', label: 'Since saved' },
  { name: 'current', label: 'Current' },
];

const signed = (cents: number): string => `${cents > 0 ? '+' : MINUS}${formatDollars(Math.abs(cents))}`;

const AGAINST_KEY = 'changedAgainst';

function readAgainst({ session }: DocumentState): Against {
  const kept = session.get(AGAINST_KEY);
  return kept === 'current' ? kept : Number(kept) || 'saved';
}

/** The counts of floors take the place of the last movers. */
const SHOWN_WITH_FLOOR = 4;

/** What the edits do to schools, as it happens: how many gain and lose, and who moves most. */
export function WhatChanged() {
  const document = useDocument();
  const window = useWindowOnce();
  const [chosen, choose] = useState<Against>(() => readAgainst(document));
  const others = scenariosInOrder(document.model).filter(({ id }) => id !== document.scenarioId);
  // The scenario compared with may have been deleted, or may now be the one shown.
  const against = typeof chosen === 'number' && !others.some(({ id }) => id === chosen) ? 'saved' : chosen;
  const setAgainst = (next: Against): void => {
    choose(next);
    document.session.set(AGAINST_KEY, String(next));
  };
  const movement = findMovers(document, against);
  const largest = Math.abs(movement.movers[0]?.cents ?? 1);
  const isFloorOn = document.calculation.results.topUps.isOn;
  const still = movement.compared - movement.gaining - movement.losing;
  return (
    <section className="card what-changed" aria-label="What changed" data-testid="what-changed">
      <header className="card-heading">
        <h2>What changed</h2>
        <div className="grow" />
        {others.length === 0 && typeof against === 'string' ? (
          <Faces label="Compare with" names={AGAINST} value={against} onChange={setAgainst} />
        ) : (
          <select
            className="entry against"
            aria-label="Compare with"
            data-testid="changed-against"
            value={against}
            onChange={({ target }) =>
              setAgainst(AGAINST.find(({ name }) => name === target.value)?.name ?? Number(target.value))
            }
          >
            {AGAINST.map(({ name, label }) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
            {others.map(({ id, name }) => (
              <option key={id} value={id}>
                against “{name}”
              </option>
            ))}
          </select>
        )}
      </header>
      <div className="counts">
        <div>
          <b className="gain">
            {movement.gaining.toLocaleString('en-US')} <span aria-hidden="true">▲</span>
          </b>
          <span>gain {formatCompactMoney(movement.gainedCents)}</span>
        </div>
        <div>
          <b className="loss">
            {movement.losing.toLocaleString('en-US')} <span aria-hidden="true">▼</span>
          </b>
          <span>lose {formatCompactMoney(movement.lostCents)}</span>
        </div>
        <div>
          <b className="dim">{still.toLocaleString('en-US')}</b>
          <span>stay as they are</span>
        </div>
      </div>
      <FloorCounts />
      {movement.movers.length === 0 ? (
        <p className="nothing-moved">
          {against === 'saved'
            ? 'No school’s total has changed since the document was opened, saved or imported. Type in a weight, or pull the slider.'
            : typeof against === 'number'
              ? 'Every school’s total is the same in both scenarios.'
              : 'No school has a current budget to compare with. Current budgets come in with a district workbook.'}
        </p>
      ) : (
        <ol className="movers">
          {movement.movers.slice(0, isFloorOn ? SHOWN_WITH_FLOOR : undefined).map((mover) => (
            <li key={mover.code}>
              <button type="button" onClick={() => window.goTo('budgets', { rowKey: mover.code, columnId: 'total' })}>
                <span className="mover-name">{mover.name}</span>
                <span className="mover-track" aria-hidden="true">
                  <span
                    className={mover.cents > 0 ? 'mover-bar mover-up' : 'mover-bar mover-down'}
                    style={{ width: `${Math.max(1, (Math.abs(mover.cents) / largest) * 50)}%` }}
                  />
                </span>
                <span className={mover.cents > 0 ? 'gain mover-cents' : 'loss mover-cents'}>{signed(mover.cents)}</span>
              </button>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** How many are topped up and who pays, while a floor is on. */
function FloorCounts() {
  const { results } = useDocument().calculation;
  const { topUps } = results;
  if (!topUps.isOn) return null;
  const figure = payerFigure(topUps);
  return (
    <div className="counts counts-floor" data-testid="floor-counts">
      <div>
        <b>{topUps.toppedUpCount.toLocaleString('en-US')}</b>
        <span>topped up, {formatCompactMoney(topUps.totalCents)}</span>
      </div>
      <div>
        <b className={topUps.shortCents > 0 ? 'loss' : undefined}>
          {figure ? figure.value.replace(/^(0\.\d{4})\d+$/, '$1') : '—'}
        </b>
        <span>
          {figure ? `${figure.name}, ` : ''}
          {topUps.totalCents > 0 ? payerInShort(results) : 'nothing to pay'}
        </span>
      </div>
    </div>
  );
}
