import type { CentralKind } from '../../shared/model/rows.ts';
import { formatMoney, formatPercent } from '../../shared/text/formatNumber.ts';
import { type Parsed, parsePercent, parsePositiveMoney } from '../../shared/text/parseNumber.ts';

export interface CentralShare {
  readonly kind: CentralKind;
  /** Percent units or cents, by kind. */
  readonly value: number;
}

/** `45%` or `$1,200,000.00`, as it is typed and shown. */
export function centralShareText({ kind, value }: CentralShare): string {
  return kind === 'percent' ? formatPercent(value) : `$${formatMoney(value)}`;
}

/**
 * A central share as people type it: `45%` and `45` are a percent, `$1,200,000`, `1.2m` and any bare number above 100
 * are dollars. A bare number up to 100 is read as a percent, since nobody keeps $45 of a source central.
 */
export function parseCentralShare(text: string): Parsed<CentralShare> {
  const isPercent = text.includes('%') || (/^\s*[\d.]+\s*$/.test(text) && Number(text) <= 100);
  const parsed = isPercent ? parsePercent(text) : parsePositiveMoney(text);
  if (parsed.ok) return { ok: true, value: { kind: isPercent ? 'percent' : 'amount', value: parsed.value } };
  const sentence = parsed.sentence.replace(/Type .*$/, 'Type a percent such as 45%, or dollars such as $1,200,000.');
  return { ok: false, sentence };
}
