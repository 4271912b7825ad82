import type { AllocationTemplate } from '../../shared/allocationFile/AllocationTemplate.ts';

/** What a template is for; of a published layout, what it leaves open, to be settled with whoever loads the file. */
export function LayoutNotes({ template }: { readonly template: AllocationTemplate }) {
  if (template.note === '') return null;
  return (
    <details className="layout-notes">
      <summary>{template.publishedIn ? 'What the published layout leaves open' : 'About this template'}</summary>
      {template.publishedIn ? <p>Layout: {template.publishedIn}.</p> : null}
      {template.note.split('\n').map((line) => (
        <p key={line}>{line}</p>
      ))}
    </details>
  );
}
