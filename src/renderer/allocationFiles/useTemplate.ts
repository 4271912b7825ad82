import { createContext, useContext } from 'react';
import type { AllocationTemplate } from '../../shared/allocationFile/AllocationTemplate.ts';
import { parseTemplate } from '../../shared/allocationFile/templateText.ts';
import type { Change } from '../../shared/changes/Change.ts';
import { editTemplate } from '../../shared/changes/templates.ts';
import type { AllocationTemplateRow } from '../../shared/model/rows.ts';
import { useDocumentOnce, useWindowOnce } from '../state/hooks.ts';

export interface ShownTemplate {
  readonly row: AllocationTemplateRow;
  readonly template: AllocationTemplate;
}

export const TemplateContext = createContext<ShownTemplate | null>(null);

export interface TemplateInHand extends ShownTemplate {
  /** The change to another layout; `what` ends its label: `encoding → UTF-8`. Called while nothing is previewed. */
  readonly change: (work: (template: AllocationTemplate) => AllocationTemplate, what: string) => Change | string;
  /** Makes it at once, or says why it cannot be. */
  readonly make: (work: (template: AllocationTemplate) => AllocationTemplate, what: string) => void;
}

/** The template in the editor, and ways to change it. */
export function useTemplate(): TemplateInHand {
  const shown = useContext(TemplateContext);
  const document = useDocumentOnce();
  const window = useWindowOnce();
  if (!shown) throw new Error('useTemplate outside of TemplateContext');
  const { row } = shown;
  const change = (work: (template: AllocationTemplate) => AllocationTemplate, what: string): Change | string => {
    // Read anew: a keystroke in one field is previewed while another field makes its change.
    const held = document.model.table('allocationTemplate').get(String(row.id));
    const reading = held ? parseTemplate(held.definition) : null;
    if (!reading) return 'The template is no longer there.';
    return reading.ok ? editTemplate(document.model, row.id, work(reading.template), what) : reading.sentence;
  };
  const make = (work: (template: AllocationTemplate) => AllocationTemplate, what: string): void => {
    document.preview(null);
    const made = change(work, what);
    if (typeof made === 'string') window.say(made, 'refusal');
    else document.commit(made);
  };
  return { ...shown, change, make };
}
