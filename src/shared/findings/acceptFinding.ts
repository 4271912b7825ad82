import { type Change, removeRow, setRow } from '../changes/Change.ts';
import { AllotError } from '../contract/errors.ts';
import type { Model } from '../model/Model.ts';
import { keyOf } from '../model/tables.ts';
import { LIMITS } from '../model/units.ts';
import type { DataFinding } from './DataFinding.ts';

/** A longer sentence is cut in the label of a menu. */
const LABEL_SENTENCE = 120;

const shortened = (sentence: string): string =>
  sentence.length > LABEL_SENTENCE ? `${sentence.slice(0, LABEL_SENTENCE)}…` : sentence;

/** Accepts a doubt with a note. What stops a source cannot be accepted: it has to be put right. */
export function acceptFinding(
  model: Model,
  finding: DataFinding,
  note: string,
  made: { readonly at: string; readonly by: string },
): Change {
  if (finding.severity === 'stops') {
    throw new AllotError(
      'finding-stops',
      'This finding stops a revenue source, so it cannot be accepted. Put right what it names.',
    );
  }
  const row = {
    rule: finding.rule,
    key: finding.key,
    note: note.trim().slice(0, LIMITS.noteLength),
    by: made.by.slice(0, LIMITS.nameLength),
    at: made.at,
  };
  return {
    kind: 'findings',
    label: `Accept: ${shortened(finding.sentence)}`,
    scenario: null,
    ops: setRow(model, 'acceptedFinding', row),
  };
}

/** Opens an accepted finding again. */
export const reopenFinding = (model: Model, finding: DataFinding): Change => ({
  kind: 'findings',
  label: `Reopen: ${shortened(finding.sentence)}`,
  scenario: null,
  ops: removeRow(model, 'acceptedFinding', keyOf(finding.rule, finding.key)),
});
