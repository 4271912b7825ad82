import type { SourceResult } from '../../shared/calc/results.ts';
import { formatCompactMoney } from '../../shared/text/formatNumber.ts';
import { useDocument } from '../state/hooks.ts';

const WIDTH = 300;

/** Central, schools and left of each source as one stacked bar. */
export function SourceBars() {
  const { sources } = useDocument().calculation.results;
  const largest = Math.max(1, ...sources.map((source) => Math.max(source.amountCents, source.schoolsCents)));
  return (
    <ul className="source-bars">
      {sources.map((source) => (
        <SourceBar key={source.code} source={source} largest={largest} />
      ))}
    </ul>
  );
}

function SourceBar({ source, largest }: { readonly source: SourceResult; readonly largest: number }) {
  const scale = (cents: number): number => (Math.max(0, cents) / largest) * WIDTH;
  const central = scale(source.centralCents);
  const schools = scale(source.schoolsCents);
  const left = scale(source.leftCents);
  const leftWord = source.leftCents < 0 ? 'short' : 'left';
  const words = [
    `${formatCompactMoney(source.schoolsCents)} to schools`,
    `${formatCompactMoney(source.centralCents)} central`,
    ...(source.leftCents === 0 ? [] : [`${formatCompactMoney(Math.abs(source.leftCents))} ${leftWord}`]),
  ].join(', ');
  return (
    <li>
      <div className="source-bar-words">
        <span className="source-bar-name">{source.name}</span>
        <span className={source.leftCents < 0 || source.stopped ? 'loss' : 'dim'}>
          {source.stopped ? 'stopped' : formatCompactMoney(source.amountCents)}
        </span>
      </div>
      <svg viewBox={`0 0 ${WIDTH} 9`} preserveAspectRatio="none" role="img" aria-label={`${source.name}: ${words}`}>
        <title>{`${source.name}: ${words}`}</title>
        <rect x="0" width={schools} height="9" className="bar-formula" />
        <rect x={schools} width={central} height="9" className="bar-central" />
        <rect x={schools + central} width={left} height="9" className="bar-left" />
      </svg>
    </li>
  );
}
