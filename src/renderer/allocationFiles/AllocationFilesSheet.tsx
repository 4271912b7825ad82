import { useEffect, useMemo, useState } from 'react';
import { parseTemplate } from '../../shared/allocationFile/templateText.ts';
import { EmptySheet } from '../sheets/EmptySheet.tsx';
import { SheetFrame } from '../sheets/SheetFrame.tsx';
import { useDocumentOnce, useDocumentValue, useStore } from '../state/hooks.ts';
import { AddTemplateDialog } from './AddTemplateDialog.tsx';
import { FilePreview } from './FilePreview.tsx';
import { filesViewOf, shownTemplateRow } from './FilesView.ts';
import { NoTemplates } from './NoTemplates.tsx';
import { PreviewWatch } from './PreviewWatch.ts';
import { TemplateEditor } from './TemplateEditor.tsx';
import { TemplateList } from './TemplateList.tsx';
import { TemplateContext } from './useTemplate.ts';
import './allocationFiles.css';

/** Exports: the files that the finance system loads, by templates of the document, with the file as it would be now. */
export function AllocationFilesSheet() {
  const document = useDocumentOnce();
  const view = useStore(filesViewOf(document));
  // Rows are replaced, never changed, so this renders again only when the template is another, edits under way included.
  const row = useDocumentValue(shownTemplateRow);
  const reading = useMemo(() => (row ? parseTemplate(row.definition) : null), [row]);
  const shown = useMemo(() => (row && reading?.ok ? { row, template: reading.template } : null), [row, reading]);
  const dialog = view.isAdding ? <AddTemplateDialog onClose={() => view.startAdding(false)} /> : null;
  if (!row) {
    return (
      <>
        <NoTemplates onAdd={() => view.startAdding(true)} />
        {dialog}
      </>
    );
  }
  return (
    <div className="finance-files" data-testid="finance-files">
      <TemplateList shown={row} />
      <div className="finance-file">
        {shown ? (
          <TemplateContext value={shown}>
            <TemplateEditor key={row.id} />
            <WatchedPreview key={`${row.id} preview`} templateId={row.id} />
          </TemplateContext>
        ) : (
          <SheetFrame title={row.name}>
            <EmptySheet title="This template cannot be read">
              <p>{reading?.ok === false ? reading.sentence : ''} Remove it, and add it anew.</p>
            </EmptySheet>
          </SheetFrame>
        )}
      </div>
      {dialog}
    </div>
  );
}

/** A preview lives as long as its template is on the page. */
function WatchedPreview({ templateId }: { readonly templateId: number }) {
  const document = useDocumentOnce();
  const [watch, setWatch] = useState<PreviewWatch | null>(null);
  useEffect(() => {
    const made = new PreviewWatch(document, templateId);
    setWatch(made);
    return () => made.close();
  }, [document, templateId]);
  return watch ? <FilePreview watch={watch} /> : null;
}
