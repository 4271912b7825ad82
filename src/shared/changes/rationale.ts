import type { Model } from '../model/Model.ts';
import type { RationaleSubject } from '../model/rows.ts';
import { keyOf } from '../model/tables.ts';
import { type Change, removeRow, setRow } from './Change.ts';

/** What a rationale is about, as it reads in a sentence: `the source Title I`. */
export function rationaleAbout(model: Model, subject: RationaleSubject, code: string): string {
  switch (subject) {
    case 'district':
      return 'the whole model';
    case 'floors':
      return 'floors';
    case 'source':
      return model.table('source').get(code)?.name ?? code;
    case 'need':
      return code === '' ? 'the needs' : (model.table('need').get(code)?.name ?? code);
    case 'weight_set':
      return code;
  }
}

/** Why something is as it is; an empty text takes the rationale away. */
export function setRationale(model: Model, subject: RationaleSubject, code: string, text: string): Change {
  const kept = text.trim();
  const ops =
    kept === ''
      ? removeRow(model, 'rationale', keyOf(subject, code))
      : setRow(model, 'rationale', { subject, code, text: kept });
  const label = `Rationale of ${rationaleAbout(model, subject, code)}`;
  return { kind: 'rationale', label: kept === '' ? `Remove the ${label.toLowerCase()}` : label, scenario: null, ops };
}
