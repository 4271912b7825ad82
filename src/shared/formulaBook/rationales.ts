import type { Model } from '../model/Model.ts';
import type { RationaleSubject } from '../model/rows.ts';

/** One thing a formula book may give the reason for, and the reason where somebody has written it. */
export interface RationalePlace {
  readonly subject: RationaleSubject;
  readonly code: string;
  /** `Source Title I, Part A`, `Weights “District weights”`, `Floors`. */
  readonly name: string;
  /** Empty where none is written yet. */
  readonly text: string;
}

/** Every place for a rationale of a scenario, in the order of the book. */
export function rationalePlaces(model: Model, scenarioId: number): RationalePlace[] {
  const place = (subject: RationaleSubject, code: string, name: string): RationalePlace => ({
    subject,
    code,
    name,
    text: model.get('rationale', subject, code)?.text ?? '',
  });
  return [
    place('district', '', 'The model as a whole'),
    ...model.ordered('need').map(({ code, name }) => place('need', code, `Need ${name}`)),
    ...model.ordered('source').map(({ code, name }) => place('source', code, `Source ${name}`)),
    ...model
      .ordered('weightSet')
      .filter(({ scenario }) => scenario === scenarioId)
      .map(({ weightSet }) => place('weight_set', weightSet, `Weights “${weightSet}”`)),
    place('floors', '', 'Floors'),
  ];
}
