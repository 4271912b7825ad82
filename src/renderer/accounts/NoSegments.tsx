import { EmptySheet } from '../sheets/EmptySheet.tsx';
import { SheetFrame } from '../sheets/SheetFrame.tsx';
import { useWindowOnce } from '../state/hooks.ts';

/** Before the first segment: what accounts are made of, and two ways to begin. */
export function NoSegments({ onSegments }: { readonly onSegments: () => void }) {
  const window = useWindowOnce();
  return (
    <SheetFrame title="Accounts" testId="accounts-sheet">
      <EmptySheet title="No account segments yet">
        <p>
          An account of your finance system is put together from segments: fund, resource, function, object, site. Name
          them once; then every source and school gets its values here. A template on Finance files brings the segments
          of its system with it.
        </p>
        <div className="sheet-actions">
          <button type="button" className="button button-main" onClick={() => window.goTo('finance-files')}>
            Go to Finance files
          </button>
          <button type="button" className="button" onClick={onSegments}>
            Name the segments…
          </button>
        </div>
      </EmptySheet>
    </SheetFrame>
  );
}
