import type { Paper } from '../../shared/statements/page.ts';
import { SelectField } from '../sheets/SelectField.tsx';
import { useDocumentOnce, useStore } from '../state/hooks.ts';

const KEY = 'handOuts/paper';

const PAPERS = [
  { value: 'letter', label: 'Letter' },
  { value: 'a4', label: 'A4' },
] as const;

/** The paper chosen for this document; Letter until somebody chooses. */
export function usePaper(): Paper {
  return useStore(useDocumentOnce().session).get(KEY) === 'a4' ? 'a4' : 'letter';
}

export function PaperChoice() {
  const document = useDocumentOnce();
  const paper = usePaper();
  return (
    <SelectField label="Paper" value={paper} choices={PAPERS} onChange={(value) => document.session.set(KEY, value)} />
  );
}
