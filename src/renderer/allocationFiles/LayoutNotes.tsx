import type { AllocationTemplate } from '../../shared/allocationFile/AllocationTemplate.ts';

/** What the published layout leaves open, to be settled with whoever loads the file. */
export function LayoutNotes({ template }: { readonly template: AllocationTemplate }) {
  if (template.note === '') return null;
  return (
    <details className="layout-notes">
      <summary>What the published layout leaves open</summary>
      {template.publishedIn ? <p>Layout: {template.publishedIn}.</p> : null}
      {template.note.split('\n').map((line) => (
        <p key={line}>{line}</p>
      ))}
    </details>
  );
}
