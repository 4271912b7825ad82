import { addWeightSet } from '../../shared/changes/weights.ts';
import { EmptySheet } from '../sheets/EmptySheet.tsx';
import { SheetFrame } from '../sheets/SheetFrame.tsx';
import { useDocumentOnce, useWindowOnce } from '../state/hooks.ts';

/** Weights need a set to stand in. */
export function NoWeightSet({ onAdded }: { readonly onAdded: (name: string) => void }) {
  const document = useDocumentOnce();
  const window = useWindowOnce();
  const add = (): void => {
    const change = addWeightSet(document.model, document.scenarioId, 'District weights', null);
    if (typeof change === 'string') window.say(change, 'refusal');
    else {
      document.commit(change);
      onAdded('District weights');
    }
  };
  return (
    <SheetFrame title="Weights">
      <EmptySheet title="No weights yet">
        <p>
          A weight set says what a pupil of each schooling level and need counts. Several sources may use the same set.
        </p>
        <button type="button" className="button button-main" onClick={add}>
          Add “District weights”
        </button>
        {document.model.table('school').size === 0 ? (
          <p>Or import a district workbook, which may bring its own weights: menu, Import workbook.</p>
        ) : null}
      </EmptySheet>
    </SheetFrame>
  );
}
