import type { Change } from '../../shared/changes/Change.ts';
import type { Model } from '../../shared/model/Model.ts';
import { spareOthers } from '../../shared/versions/spareOthers.ts';
import type { DocumentHost } from './DocumentHost.ts';

/** An edit of what another scenario uses as well goes into a copy instead, and the person is told. */
export function spareOthersEdit(model: Model, scenarioId: number, made: Change, host: DocumentHost): Change {
  const meta = { at: new Date().toISOString(), by: host.user() };
  const { change, sentence } = spareOthers(model, scenarioId, made, meta);
  if (sentence) host.say(sentence, 'done');
  return change;
}
