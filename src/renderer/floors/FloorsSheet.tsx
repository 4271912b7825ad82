import { EmptySheet } from '../sheets/EmptySheet.tsx';
import { SheetFrame } from '../sheets/SheetFrame.tsx';
import { useDocumentValue, useWindowOnce } from '../state/hooks.ts';
import { FloorDetails } from './FloorDetails.tsx';
import { FloorLine } from './FloorLine.tsx';
import { HoldHarmless } from './HoldHarmless.tsx';
import { PayerChoice } from './PayerChoice.tsx';
import { TradeOff } from './TradeOff.tsx';
import './floors.css';

/** Decisions: under which budget no school falls, who pays for it, and what another floor would cost. */
export function FloorsSheet() {
  const hasSchools = useDocumentValue((it) => it.calculation.schools.length > 0);
  if (!hasSchools) return <NoSchools />;
  return (
    <div className="sheet-stack floors-sheet" data-testid="floors-sheet">
      <FloorLine />
      <div className="floors-top">
        <SheetFrame title="Floor">
          <HoldHarmless />
        </SheetFrame>
        <SheetFrame title="Who pays">
          <PayerChoice />
        </SheetFrame>
        <TradeOff />
      </div>
      <FloorDetails />
    </div>
  );
}

function NoSchools() {
  const window = useWindowOnce();
  return (
    <SheetFrame title="Floors" testId="floors-sheet">
      <EmptySheet title="No schools to hold harmless yet">
        <p>Once there are schools with current budgets, this sheet says under which budget none of them falls.</p>
        <button type="button" className="button button-main" onClick={() => window.goTo('schools')}>
          Go to Schools
        </button>
      </EmptySheet>
    </SheetFrame>
  );
}
