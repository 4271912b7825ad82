import { Faces } from '../sheets/Faces.tsx';
import { SheetFrame } from '../sheets/SheetFrame.tsx';
import { useDocumentOnce, useStore } from '../state/hooks.ts';
import { FileSettings } from './FileSettings.tsx';
import { type EditorFace, filesViewOf } from './FilesView.ts';
import { LayoutNotes } from './LayoutNotes.tsx';
import { RecordEditor } from './RecordEditor.tsx';
import { FORMATS } from './templateWords.ts';
import { useTemplate } from './useTemplate.ts';

/** The template in hand: how the file is written, and the columns of its records. */
export function TemplateEditor() {
  const document = useDocumentOnce();
  const view = useStore(filesViewOf(document));
  const { row, template } = useTemplate();
  const number = (size: number): string => (size > 0 ? `  ${size}` : '');
  const faces: readonly { readonly name: EditorFace; readonly label: string }[] = [
    { name: 'file', label: 'File' },
    { name: 'header', label: `Header${number(template.header.length)}` },
    { name: 'detail', label: 'Detail' },
    { name: 'control', label: `Control${number(template.control.length)}` },
  ];
  const { record } = view;
  return (
    <SheetFrame
      title={row.name}
      testId="template-editor"
      subtitle={`${FORMATS[template.format]}${template.builtIn && template.builtIn !== row.name ? ` · after ${template.builtIn}` : ''}`}
      actions={
        <Faces label="Part of the template" names={faces} value={view.face} onChange={(face) => view.show(face)} />
      }
    >
      <LayoutNotes key={row.id} template={template} />
      {record === null ? <FileSettings /> : <RecordEditor place={record} />}
    </SheetFrame>
  );
}
