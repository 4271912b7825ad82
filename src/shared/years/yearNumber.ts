import type { YearMeasureRow } from '../model/rows.ts';
import { formatCount, formatMoney, plainCount } from '../text/formatNumber.ts';
import { type Parsed, parseCount, parseMeasure, parseMoney } from '../text/parseNumber.ts';
import { quoted } from '../text/quoted.ts';

/** Percents beyond this are mistakes: 0.45 × 100 done twice, or points typed as percent. */
const PERCENT_LIMIT = 1_000;
const PERCENT_EXPECTED = 'Type a percentage such as 45 or 12.5%.';

/**
 * A value of a year as typed, in the unit of its measure, as canonical decimal text: `$1,234.50` is `1234.5`, `45%`
 * and `45` are `45` in percent.
 */
export function readYearNumber(text: string, unit: YearMeasureRow['unit']): Parsed<string> {
  if (unit === 'dollars' || unit === 'pupils') {
    const parsed = unit === 'dollars' ? parseMoney(text) : parseCount(text);
    return parsed.ok ? { ok: true, value: plainCount(parsed.value) } : parsed;
  }
  const plain = unit === 'percent' ? text.trim().replace(/\s*%$/, '') : text;
  const parsed = parseMeasure(plain);
  if (!parsed.ok) {
    const sentence = parsed.sentence.replace(
      /Type a number of .*$/,
      unit === 'percent' ? PERCENT_EXPECTED : 'Type a number such as 2,431.5.',
    );
    return { ok: false, sentence };
  }
  if (unit === 'percent' && Math.abs(Number(parsed.value)) > PERCENT_LIMIT) {
    return { ok: false, sentence: `${quoted(text)} is no percentage. ${PERCENT_EXPECTED}` };
  }
  return parsed;
}

/** A value as it is shown: `$1,234.50`, `412`, `45.2%`, `2,431.5`. */
export function yearNumberText(value: string, unit: YearMeasureRow['unit']): string {
  const number = Number(value);
  if (unit === 'dollars') return formatMoney(Math.round(number * 100));
  if (unit === 'pupils') return formatCount(Math.round(number * 100));
  const [whole = '', part] = value.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const shown = `${grouped}${part ? `.${part}` : ''}`.replace(/^-/, '−');
  return unit === 'percent' ? `${shown}%` : shown;
}
