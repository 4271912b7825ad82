import { defaultFloorDecision } from '../changes/floors.ts';
import type { FloorDecisionRow } from '../model/rows.ts';
import { plainPercent, plainScaling } from '../text/formatNumber.ts';
import { parseFloorPercent, parseScaling } from '../text/parseNumber.ts';

type Field = Exclude<keyof FloorDecisionRow, 'scenario'>;
type ParseNumber = typeof parseScaling;

/** How the value of one key is written and read: a number, one of a few words, or the code of a source. */
export type FloorKeyRule = { readonly field: Field } & (
  | { readonly kind: 'percent' | 'number'; readonly parse: ParseNumber; readonly write: (value: number) => string }
  /** Every word that may stand there, with what it means, in the order in which they are told to a person. */
  | { readonly kind: 'word'; readonly words: readonly (readonly [string, string | null])[] }
  | { readonly kind: 'source' }
);

/** The words of a yes or no, in the order in which they are told to a person. */
export const YES_NO = [
  ['yes', 'yes'],
  ['no', 'no'],
  ['true', 'yes'],
  ['false', 'no'],
  ['1', 'yes'],
  ['0', 'no'],
] as const;

/** Words that mean what is kept under the same word. */
const words = (...each: readonly string[]) =>
  ({ kind: 'word', words: each.map((word) => [word, word] as const) }) as const;

const PERCENT = { kind: 'percent', parse: parseFloorPercent, write: plainPercent } as const;

/**
 * The keys of the sheet `floors`, which are the keys of its cells in the sheet `scenarios` too: one table, so that
 * both sheets read the same words and write the same texts.
 */
export const FLOOR_RULES = {
  hold_harmless_percent: { field: 'holdHarmlessPercent', ...PERCENT },
  basis: { field: 'basis', ...words('total', 'per_pupil') },
  use_minimums: { field: 'useMinimums', kind: 'word', words: YES_NO },
  payer: { field: 'payer', ...words('reserve', 'central', 'gainers', 'above_floor', 'formula') },
  reserve_source: { field: 'reserveSource', kind: 'source' },
  cap_percent: { field: 'capPercent', ...PERCENT },
  scaling: { field: 'scaling', kind: 'number', parse: parseScaling, write: plainScaling },
  solve: {
    field: 'solve',
    kind: 'word',
    words: [
      ['scaling', 'scaling'],
      ['cap', 'cap'],
      ['nothing', null],
    ],
  },
} as const satisfies Readonly<Record<string, FloorKeyRule>>;

export type FloorKey = keyof typeof FLOOR_RULES;
export const FLOOR_KEYS = Object.keys(FLOOR_RULES) as readonly FloorKey[];

/** The value of a key as a file holds it; null where nothing is decided. */
export function floorText(decision: FloorDecisionRow, key: FloorKey): string | null {
  const rule: FloorKeyRule = FLOOR_RULES[key];
  const value = decision[rule.field];
  if (value === null) return null;
  return rule.kind === 'percent' || rule.kind === 'number' ? rule.write(value as number) : String(value);
}

/** The field of a key as it is where nobody has decided. */
export const undecided = (key: FloorKey): Partial<FloorDecisionRow> => {
  const { field } = FLOOR_RULES[key];
  return { [field]: defaultFloorDecision(0)[field] };
};
