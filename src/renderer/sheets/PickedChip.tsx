import { useDocumentOnce } from '../state/hooks.ts';
import { pickedOf, usePickedCodes } from './pickedSchools.ts';
import './sheets.css';

/** Says that a sheet shows picked schools only, and shows all again. Nothing while nothing is picked. */
export function PickedChip() {
  const document = useDocumentOnce();
  const codes = usePickedCodes();
  if (codes === null) return null;
  const count = codes.size.toLocaleString('en-US');
  return (
    <span className="picked-chip" data-testid="picked-chip">
      {count} {codes.size === 1 ? 'school' : 'schools'} picked
      <button type="button" className="link" onClick={() => pickedOf(document).pick(null)}>
        Show all
      </button>
    </span>
  );
}
