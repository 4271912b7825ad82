import { basename } from 'node:path';
import type { Calculation } from '../../shared/calc/Calculation.ts';
import { adoptScenario } from '../../shared/changes/scenarios.ts';
import { AllotError } from '../../shared/contract/errors.ts';
import { readMeasure } from '../../shared/scenarios/compareScenarios.ts';
import { schoolsKnown } from '../../shared/scenarios/partsOf.ts';
import { checkAdoption, hashScenario } from '../document/adoption.ts';
import type { Session } from '../document/Session.ts';
import { describeComparison } from '../exports/describeComparison.ts';
import { sheetText } from '../exports/writeCsvSheets.ts';
import type { HostServices } from '../HostServices.ts';
import { commitAndDigest } from './change.ts';
import { checkedCalculation } from './checkedCalculation.ts';
import { documentName } from './documentName.ts';
import type { HandlersOf } from './Handlers.ts';
import { withEnding } from './withEnding.ts';
import { BYTE_ORDER_MARK, refuseDocument, writeText } from './writeText.ts';

const CSV = { label: 'CSV file', extensions: ['csv'] };
const XLSX = { label: 'Excel workbook', extensions: ['xlsx'] };

/**
 * An adopted scenario rests on the schools that its inputs and decisions know. One that only a formula pays would get
 * nothing once it is adopted, which nobody decided.
 */
function refuseUnknownSchools({ model, plan, results, schools }: Calculation): void {
  const known = schoolsKnown(model, plan.scenario);
  const unknown = schools.filter(
    ({ code }, at) => !known.has(code) && results.sources.some(({ amounts }) => amounts[at]),
  );
  if (unknown.length === 0) return;
  throw new AllotError(
    'school-without-inputs',
    `“${plan.scenario.name}” pays schools of which it knows nothing, so it was not adopted. Type their pupils first, or leave them out of what pays them.`,
    unknown.map(({ name, code }) => `${name} (${code}) has no pupils, no current budget and no measures.`),
  );
}

export function scenarioHandlers(host: HostServices, session: Session): HandlersOf<'scenario'> {
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
      refuseUnknownSchools(calculation);
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
    'scenario/exportComparison': async ({ scenarios, digests, base, measure: key, group, as }) => {
      const measure = readMeasure(key);
      if (!measure) throw new AllotError('bad-request', 'Allot has no such figure to compare; nothing was written.');
      const calculations = scenarios.map((id, at) => checkedCalculation(session, id, digests[at] ?? ''));
      const asked = { calculations, base: scenarios.indexOf(base), measure, group };
      // Described before the dialog opens: what is written is what was asked for, whatever is edited meanwhile.
      const sheets = describeComparison(asked);
      const name = documentName(session);
      const chosen = await host.chooseFile({
        purpose: 'save',
        title: 'Export the scenarios side by side',
        kinds: [as === 'csv' ? CSV : XLSX],
        suggestedName: `${name} scenarios.${as}`,
      });
      if (chosen === null) return null;
      const path = await withEnding(session.workplace, chosen, `.${as}`);
      refuseDocument(session, path);
      if (as === 'csv') await writeText(session, path, BYTE_ORDER_MARK + sheetText(sheets[0]));
      else {
        // Loaded only here: the library is large.
        const { writeWorkbook } = await import('../exports/writeWorkbook.ts');
        await writeText(session, path, await writeWorkbook(sheets));
      }
      return { fileName: basename(path) };
    },
    'scenario/checkAdoption': async ({ scenario }) => checkAdoption(session.document.model, scenario),
  };
}
