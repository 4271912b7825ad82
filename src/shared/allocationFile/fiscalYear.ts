/** The calendar years a fiscal year begins and ends in. */
export interface FiscalYear {
  readonly begins: number;
  readonly ends: number;
}

/**
 * Reads what a district types as its fiscal year: `2026-27`, `2026–2027`, `FY27`, `2027`. A single year is the one it
 * ends in, as fiscal years are named; where the budget year is the calendar year, use it as typed. Null where there
 * is no year, or two that do not follow each other.
 */
export function parseFiscalYear(text: string): FiscalYear | null {
  const numbers = text.match(/\d+/g) ?? [];
  if (numbers.length === 1) {
    const ends = fullYear(numbers[0] as string);
    return ends === null ? null : { begins: ends - 1, ends };
  }
  if (numbers.length !== 2) return null;
  const begins = fullYear(numbers[0] as string);
  const ends = fullYear(numbers[1] as string);
  return begins !== null && ends === begins + 1 ? { begins, ends } : null;
}

function fullYear(digits: string): number | null {
  if (digits.length === 4) return Number(digits);
  return digits.length === 2 ? 2000 + Number(digits) : null;
}
