import { adoptScenario } from '../../shared/changes/scenarios.ts';
import { AllotError } from '../../shared/contract/errors.ts';
import { checkAdoption, hashScenario } from '../document/adoption.ts';
import type { Session } from '../document/Session.ts';
import { commitAndDigest } from './change.ts';
import { checkedCalculation } from './checkedCalculation.ts';
import type { HandlersOf } from './Handlers.ts';

export function scenarioHandlers(session: Session): HandlersOf<'scenario'> {
  return {
    'scenario/adopt': async ({ scenario: id, digest }) => {
      const { document, workplace } = session;
      const calculation = checkedCalculation(session, id, digest, 'adopted');
      const { scenario } = calculation.plan;
      const { tiesOut, problems } = calculation.results.tieOut;
      if (!tiesOut) {
        throw new AllotError(
          'does-not-tie-out',
          `“${scenario.name}” does not tie out, so it was not adopted. Repair what is listed on the sheet Tie-out first.`,
          problems,
        );
      }
      const stamp = {
        scenario: id,
        at: workplace.now().toISOString(),
        by: workplace.user,
        ...hashScenario(document.model, scenario),
      };
      const change = adoptScenario(document.model, stamp);
      if (typeof change === 'string') throw new AllotError('scenario-adopted', `${change} Nothing was changed.`);
      return { change, committed: commitAndDigest(session, change, id) };
    },
    'scenario/checkAdoption': async ({ scenario }) => checkAdoption(session.document.model, scenario),
  };
}
