/** A value of a slide's options: a code, a number as it is written, yes or no, or several codes. */
export type SlideValue = string | number | boolean | readonly string[];
export type SlideOptions = Readonly<Record<string, SlideValue>>;

/**
 * One thing that a kind of slide lets the director choose. `type` says from what: `amount` is a budget, source or
 * measure per pupil (an `AmountId`), `axis` a need, size or measure (an `AxisId`), `baseline` is `none`, `current`,
 * `scenario:<id>` or `year:<year>`, `scenarios` several scenarios by id, `choice` one of `choices`.
 */
export interface SlideField {
  readonly key: string;
  readonly label: string;
  readonly type:
    | 'amount'
    | 'axis'
    | 'need'
    | 'level'
    | 'source'
    | 'school'
    | 'baseline'
    | 'scenarios'
    | 'yearMeasure'
    | 'choice'
    | 'number'
    | 'text'
    | 'yesNo';
  readonly fallback: SlideValue;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  /** Of a number. */
  readonly minimum?: number;
  readonly maximum?: number;
  /** An empty text is a choice of its own, told so: `All levels`. */
  readonly emptyLabel?: string;
}

/**
 * The options of a slide from its JSON. What is not among the fields is dropped, what is of another kind than its
 * fallback takes the fallback: a slide is a way of looking, and one option less must not lose it.
 *
 * @example readSlideOptions([{ key: 'count', label: 'How many', type: 'number', fallback: 5 }], '{"count":8}').count // 8
 */
export function readSlideOptions(fields: readonly SlideField[], text: string): SlideOptions {
  let held: unknown;
  try {
    held = JSON.parse(text || '{}');
  } catch {
    held = {};
  }
  const given = typeof held === 'object' && held !== null ? (held as Record<string, unknown>) : {};
  const options: Record<string, SlideValue> = {};
  for (const field of fields) options[field.key] = readValue(field, given[field.key]);
  return options;
}

function readValue(field: SlideField, value: unknown): SlideValue {
  const { fallback, minimum, maximum, choices } = field;
  if (Array.isArray(fallback)) {
    return Array.isArray(value) && value.every((part) => typeof part === 'string') ? (value as string[]) : fallback;
  }
  if (typeof value !== typeof fallback || (typeof value === 'number' && !Number.isFinite(value))) return fallback;
  if (typeof value === 'number') {
    return Math.min(maximum ?? value, Math.max(minimum ?? value, value));
  }
  if (choices && !choices.some((choice) => choice.value === value)) return fallback;
  return value as SlideValue;
}
