import { scenariosInOrder } from '../../shared/changes/scenarios.ts';
import { afterPrefix } from '../../shared/equity/columnIds.ts';
import { compareCodes } from '../../shared/model/tables.ts';
import type { SlideField, SlideValue } from '../../shared/session/SlideField.ts';
import { amountChoices, axisChoices, baselineChoices, type EquityChoice } from '../equity/equityChoices.ts';
import { equityDataOf } from '../equity/equityDataOf.ts';
import type { DocumentState } from '../state/DocumentState.ts';

/** What can be chosen for a field of a slide, as the document stands; empty for what is typed or ticked. */
export function optionChoices(document: DocumentState, field: SlideField): readonly EquityChoice[] {
  const { model, calculation } = document;
  const empty = field.emptyLabel === undefined ? [] : [{ value: '', label: field.emptyLabel }];
  const rows = (table: 'level' | 'need' | 'source'): EquityChoice[] =>
    model.ordered(table).map(({ code, name }) => ({ value: code, label: name }));
  switch (field.type) {
    case 'amount':
      return [...empty, ...amountChoices(equityDataOf(calculation))];
    case 'axis':
      return [...empty, ...axisChoices(equityDataOf(calculation))];
    case 'need':
    case 'level':
    case 'source':
      return [...empty, ...rows(field.type)];
    case 'school':
      return [
        ...empty,
        ...[...model.table('school').values()]
          .sort((left, right) => compareCodes(left.code, right.code))
          .map(({ code, name }) => ({ value: code, label: `${name} · ${code}` })),
      ];
    case 'baseline':
      return [...empty, ...baselineChoices(document, equityDataOf(calculation))];
    case 'scenarios':
      return scenariosInOrder(model).map(({ id, name }) => ({ value: String(id), label: name }));
    case 'yearMeasure':
      return [
        ...empty,
        ...[...model.table('yearMeasure').values()]
          .sort((left, right) => left.position - right.position)
          .map(({ measure }) => ({ value: measure, label: measure })),
      ];
    case 'choice':
      return field.choices ?? [];
    default:
      return [];
  }
}

/** Chosen by a slide's kind, whether or not the district has it yet. */
const KEPT: Readonly<Record<string, string>> = {
  none: 'Nothing',
  current: 'Current budgets (none entered)',
};

/**
 * The choices with what is chosen among them: what the document no longer has says so, and is not silently another. Where
 * nothing is chosen yet, that is a choice as well; else the first would look chosen, and could not be.
 */
export function withChosen(choices: readonly EquityChoice[], value: string): readonly EquityChoice[] {
  if (choices.some((choice) => choice.value === value)) return choices;
  if (value === '') return [{ value: '', label: 'Choose…' }, ...choices];
  const known = KEPT[value];
  if (known) return [...choices, { value, label: known }];
  const name = afterPrefix(value, `${value.split(':')[0]}:`) ?? value;
  return [...choices, { value, label: `${name} (no longer there)` }];
}

/**
 * The JSON of options after one of them was chosen. What stands as its kind has it anyway is not written, so that a
 * better fallback of a later version reaches slides that nobody has decided about.
 *
 * @example writeOption([{ key: 'count', label: 'How many', type: 'number', fallback: 5 }], { count: 5 }, 'count', 8) // '{"count":8}'
 */
export function writeOption(
  fields: readonly SlideField[],
  options: Readonly<Record<string, SlideValue>>,
  key: string,
  value: SlideValue,
): string {
  const kept: Record<string, SlideValue> = {};
  for (const field of fields) {
    const next = field.key === key ? value : options[field.key];
    if (next !== undefined && !isSame(next, field.fallback)) kept[field.key] = next;
  }
  return JSON.stringify(kept);
}

const isSame = (left: SlideValue, right: SlideValue): boolean => JSON.stringify(left) === JSON.stringify(right);

/** A number typed for a field, or a sentence why it cannot be taken. */
export function readNumber({ label, minimum, maximum }: SlideField, text: string): number | string {
  const typed = text.trim().replace(/^−/, '-').replaceAll(',', '');
  const value = Number(typed);
  if (typed === '' || !Number.isFinite(value)) return `${label} is a number.`;
  if (minimum !== undefined && value < minimum) return `${label} is ${minimum} at the least.`;
  if (maximum !== undefined && value > maximum) return `${label} is ${maximum} at the most.`;
  return value;
}
