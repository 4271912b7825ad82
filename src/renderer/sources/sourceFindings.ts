import type { Finding, Results } from '../../shared/calc/results.ts';
import { formatMoney } from '../../shared/text/formatNumber.ts';

/** Stopped and short sources as findings, each saying what to do; a short source is no finding of the calculation. */
export function sourceFindings(results: Results): Finding[] {
  const findings: Finding[] = [];
  for (const source of results.sources) {
    if (source.stopped) findings.push(source.stopped);
    else if (source.leftCents < 0) {
      const remedy =
        source.method === 'table'
          ? 'Lower the amounts typed for its schools'
          : source.method === 'rates'
            ? 'Lower its rates'
            : 'Lower what its formula gives';
      const central = source.status !== 'lock' && source.heldCents > 0 ? ', or its central share' : '';
      findings.push({
        severity: 'stops',
        rule: 'short',
        sentence: `${source.name} (${source.code}) is short by $${formatMoney(-source.leftCents)}: it gives more than it has. ${remedy}${central}.`,
        source: source.code,
      });
    }
  }
  return findings;
}
