import type { Change } from '../../shared/changes/Change.ts';
import { AllotError } from '../../shared/contract/errors.ts';
import type { Committed } from '../../shared/contract/requests.ts';
import type { DistrictDocument } from '../document/DistrictDocument.ts';
import type { Session } from '../document/Session.ts';
import type { HandlersOf } from './Handlers.ts';

/** Commits a change and answers with main's own recalculation, which the window compares with its own. */
export function commitAndDigest(session: Session, change: Change, scenario: number): Committed {
  const { document } = session;
  if (!willHold(document, change, scenario)) {
    throw new AllotError('unknown-scenario', 'The scenario to calculate is not in the document. Nothing was changed.');
  }
  const entry = document.commit(change, session.workplace.user);
  session.tellInfo();
  return { logId: entry.id, digest: digestOf(document, scenario), isModified: document.isModified };
}

/** Whether the scenario exists once the change is made. */
function willHold(document: DistrictDocument, change: Change, scenario: number): boolean {
  let holds = document.model.get('scenario', scenario) !== undefined;
  for (const op of change.ops) {
    if (op.table !== 'scenario') continue;
    if (op.before?.id === scenario && !op.after) holds = false;
    if (op.after?.id === scenario) holds = true;
  }
  return holds;
}

/**
 * The change is stored by now, so a calculation that fails must not read as a change that was not made: an empty digest
 * equals none of the window's, which then says that the two disagree and exports nothing.
 */
function digestOf(document: DistrictDocument, scenario: number): string {
  try {
    return document.calculation(scenario).digest();
  } catch {
    return '';
  }
}

export function changeHandlers(session: Session): HandlersOf<'change'> {
  return {
    'change/commit': async ({ change, calculatedScenario }) => commitAndDigest(session, change, calculatedScenario),
    'change/log': async ({ limit, before }) => session.document.log(limit, before),
    'change/read': async ({ id }) => session.document.change(id),
  };
}
