import { METHOD_WORDS } from '../../shared/changes/decisions.ts';
import type { Compare, Method, Origin, Restriction, Rounding, Status } from '../../shared/model/rows.ts';
import type { Choice } from '../grid/SheetColumn.ts';

const choices = <Value extends string>(words: Readonly<Record<Value, string>>): readonly Choice[] =>
  Object.entries(words).map(([value, label]) => ({ value, label: label as string }));

export const ORIGIN_WORDS: Readonly<Record<Origin, string>> = {
  federal: 'Federal',
  state: 'State',
  local: 'Local',
  private: 'Private',
};
export const RESTRICTION_WORDS: Readonly<Record<Restriction, string>> = {
  unrestricted: 'Unrestricted',
  restricted: 'Restricted',
};
export const STATUS_WORDS: Readonly<Record<Status, string>> = { lock: 'Lock', unlock: 'Unlock', grant: 'Grant' };
export const ROUNDING_WORDS: Readonly<Record<Rounding, string>> = {
  rates: 'Published rates',
  cent: 'To the cent',
  dollar: 'Whole dollars',
};
export const COMPARE_WORDS: Readonly<Record<Compare, string>> = { in: 'In', out: 'Out' };

export const ORIGINS = choices(ORIGIN_WORDS);
export const RESTRICTIONS = choices(RESTRICTION_WORDS);
export const STATUSES = choices(STATUS_WORDS);
export const ROUNDINGS = choices(ROUNDING_WORDS);
export const COMPARES = choices(COMPARE_WORDS);

export const methodChoices = (methods: readonly Method[]): readonly Choice[] =>
  methods.map((method) => ({ value: method, label: METHOD_WORDS[method] }));
