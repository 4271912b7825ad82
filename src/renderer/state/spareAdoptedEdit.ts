import type { Change } from '../../shared/changes/Change.ts';
import type { Model } from '../../shared/model/Model.ts';
import { spareAdopted } from '../../shared/versions/spareAdopted.ts';
import type { DocumentHost } from './DocumentHost.ts';

export const hasAdopted = (model: Model): boolean =>
  [...model.table('scenario').values()].some(({ status }) => status === 'adopted');

/** An edit of what an adopted scenario rests on goes into a copy instead, and the person is told. */
export function spareAdoptedEdit(model: Model, scenarioId: number, made: Change, host: DocumentHost): Change {
  if (!hasAdopted(model)) return made;
  const meta = { at: new Date().toISOString(), by: host.user() };
  const { change, sentence } = spareAdopted(model, scenarioId, made, meta);
  if (sentence) host.say(sentence, 'lasting');
  return change;
}
