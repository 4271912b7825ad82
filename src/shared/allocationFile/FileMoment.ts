import { parseFiscalYear } from './fiscalYear.ts';

const MONTH_NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** `Jul` of 7. */
export const monthName = (month: number): string => MONTH_NAMES[month - 1] ?? '';

/**
 * An ISO time (`2026-11-21T09:05:00`) as the pattern writes it: `YYYYMMDD` is `20261121`, `DD-Mon-YYYY` is
 * `21-Nov-2026`. Empty where there is no time. The time is taken as it stands, in no other zone.
 */
export function writeDate(iso: string, pattern: string): string {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?)?/.exec(iso);
  if (!match) return '';
  const [, year = '', month = '', day = '', hours = '00', minutes = '00', seconds = '00'] = match;
  const tokens: Record<string, string> = {
    YYYY: year,
    YY: year.slice(2),
    MM: month,
    DD: day,
    Mon: monthName(Number(month)),
    hh: hours,
    mm: minutes,
    ss: seconds,
  };
  return pattern.replace(/YYYY|YY|Mon|MM|DD|hh|mm|ss/g, (token) => tokens[token] ?? token);
}

/** The fiscal year in the form a column asks for; null where what is typed for the district holds no year. */
export function writeYear(
  typed: string,
  field: 'as_typed' | 'begins' | 'ends' | 'begins_short' | 'ends_short',
): string | null {
  if (field === 'as_typed') return typed;
  const years = parseFiscalYear(typed);
  if (!years) return null;
  const year = String(field === 'begins' || field === 'begins_short' ? years.begins : years.ends);
  return field.endsWith('_short') ? year.slice(2) : year;
}
