import { useEffect, useState } from 'react';
import type { AdoptionCheck } from '../../shared/contract/requests.ts';
import { useDocumentOnce, useDocumentValue, useWindowOnce } from '../state/hooks.ts';

/** Long enough that edits in a row ask once. */
const AFTER_MS = 400;

/**
 * Whether the scenario shown still is what was adopted, asked of main whenever another is shown or lists that all
 * scenarios share have changed. Null while it is not known, or where the scenario is not adopted.
 */
export function useAdoptionCheck(): AdoptionCheck | null {
  const document = useDocumentOnce();
  const window = useWindowOnce();
  const asked = useDocumentValue((it) =>
    it.readOnlyReason === null ? null : `${it.scenarioId} ${it.structureRevision}`,
  );
  const [found, setFound] = useState<{ readonly asked: string; readonly check: AdoptionCheck | null } | null>(null);
  useEffect(() => {
    if (asked === null) return;
    let isAsked = true;
    const timer = setTimeout(async () => {
      await document.settled();
      if (!isAsked) return;
      const check = (await window.ask('scenario/checkAdoption', { scenario: document.scenarioId })) ?? null;
      if (isAsked) setFound({ asked, check });
    }, AFTER_MS);
    return () => {
      isAsked = false;
      clearTimeout(timer);
    };
  }, [document, window, asked]);
  return found !== null && found.asked === asked ? found.check : null;
}

/** What is no longer as adopted, in a sentence; null where everything is. */
export function adoptionFault(check: AdoptionCheck | null): string | null {
  if (!check || (check.sameInputs && check.sameResults)) return null;
  const what = check.sameInputs ? 'results are' : check.sameResults ? 'inputs are' : 'inputs and results are';
  return `Its ${what} no longer those that were adopted, so do not cite these numbers as the adopted budget. The history tells what has changed since.`;
}
