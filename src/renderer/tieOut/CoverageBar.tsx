import { formatCompactMoney } from '../../shared/text/formatNumber.ts';
import { useDocument } from '../state/hooks.ts';

/** What share of all revenue the formula really moves, then grants, commitments, and what stays central. */
export function CoverageBar() {
  const { results } = useDocument().calculation;
  const { revenueCents, coverage } = results.tieOut;
  if (coverage === null || revenueCents <= 0) return null;
  const { formula, grants, locked } = results.totals;
  const parts = [
    { name: 'Formula', cents: formula, look: 'bar-formula' },
    { name: 'Grants', cents: grants, look: 'bar-grants' },
    { name: 'Commitments', cents: locked, look: 'bar-locked' },
    { name: 'Central', cents: Math.max(0, results.tieOut.centralCents), look: 'bar-central' },
    { name: 'Left', cents: Math.max(0, results.tieOut.leftCents), look: 'bar-left' },
  ].filter((part) => part.cents > 0);
  const percent = (cents: number): string => {
    const tenths = Math.round((cents / revenueCents) * 1_000);
    return tenths === 0 ? 'under 0.1%' : `${tenths / 10}%`;
  };
  const words = parts.map((part) => `${part.name} ${percent(part.cents)}`).join(', ');
  let from = 0;
  return (
    <figure className="coverage">
      <figcaption>
        The formula moves <strong>{Math.round(coverage * 1_000) / 10}%</strong> of all revenue to schools
      </figcaption>
      <svg viewBox="0 0 1000 12" preserveAspectRatio="none" role="img" aria-label={words}>
        {parts.map((part) => {
          const x = from;
          const width = (part.cents / revenueCents) * 1_000;
          from += width;
          return <rect key={part.name} x={x} width={width} height="12" className={part.look} />;
        })}
      </svg>
      <ul className="legend">
        {parts.map((part) => (
          <li key={part.name}>
            <svg viewBox="0 0 8 8" aria-hidden="true">
              <rect width="8" height="8" rx="2" className={part.look} />
            </svg>
            {part.name} {formatCompactMoney(part.cents)} · {percent(part.cents)}
          </li>
        ))}
      </ul>
    </figure>
  );
}
