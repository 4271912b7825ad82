import type { SourceResult } from '../../shared/calc/results.ts';
import { formatMoney } from '../../shared/text/formatNumber.ts';
import { useDocument } from '../state/hooks.ts';
import { grantSources } from './grantColumns.ts';
import './grants.css';

/** What each source has for schools, what is given, and what is left or short: live, in the order of the columns. */
export function Pools() {
  const document = useDocument();
  const { typed, computed, committed } = grantSources(document);
  return (
    <ul className="pools" aria-label="What is left of each source" data-testid="pools">
      {[...typed, ...computed, ...committed].map((source) => (
        <Pool key={source.code} source={source} />
      ))}
    </ul>
  );
}

function Pool({ source }: { readonly source: SourceResult }) {
  const isLock = source.status === 'lock';
  const pool = source.amountCents - (isLock ? 0 : source.heldCents);
  const given = source.schoolsCents;
  const left = pool - given - source.roundingLeftCents;
  const part = pool > 0 ? Math.max(0, Math.min(1, given / pool)) : 0;
  const what = left < 0 ? 'short' : isLock ? 'stays central' : 'left';
  return (
    <li className="pool" data-testid={`pool-${source.code}`}>
      <span className="pool-name">{source.name}</span>
      <svg
        className="pool-bar"
        viewBox="0 0 100 4"
        preserveAspectRatio="none"
        role="img"
        aria-label={`${Math.round(part * 100)}% of the pool is given`}
      >
        <rect width="100" height="4" className="pool-whole" />
        <rect width={part * 100} height="4" className={left < 0 ? 'pool-over' : 'pool-given'} />
      </svg>
      <span className="pool-line">
        {formatMoney(given)} of {formatMoney(pool)}
      </span>
      {source.stopped ? (
        <span className="pool-left loss">stopped</span>
      ) : (
        <span className={left < 0 ? 'pool-left loss' : 'pool-left'}>
          {left === 0 ? 'nothing left' : `${formatMoney(Math.abs(left))} ${what}`}
        </span>
      )}
    </li>
  );
}
