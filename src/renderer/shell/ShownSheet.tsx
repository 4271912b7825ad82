import { SHEETS } from '../sheets/sheets.ts';
import { useDocumentValue, useWindow } from '../state/hooks.ts';

/** The sheet chosen in the navigation, of the scenario chosen at the bottom. Each scenario’s is built from its own. */
export function ShownSheet() {
  const { sheet } = useWindow();
  const scenario = useDocumentValue((it) => it.scenarioId);
  // A document may have been left on a sheet that this version does not have.
  const shown = SHEETS.find(({ id }) => id === sheet) ?? SHEETS.find(({ id }) => id === 'weights');
  if (!shown) return null;
  const Sheet = shown.component;
  return (
    <div className="sheet" key={`${sheet} ${scenario}`}>
      <Sheet />
    </div>
  );
}
