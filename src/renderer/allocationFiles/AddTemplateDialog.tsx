import { useState } from 'react';
import type { BuiltInTemplate } from '../../shared/allocationFile/builtIn/BuiltInTemplate.ts';
import { BUILT_IN_TEMPLATES } from '../../shared/allocationFile/builtIn/builtInTemplates.ts';
import { addTemplate, freeTemplateName, orderedTemplates } from '../../shared/changes/templates.ts';
import { SheetDialog } from '../sheets/SheetDialog.tsx';
import { useDocumentOnce, useWindowOnce } from '../state/hooks.ts';
import { filesViewOf } from './FilesView.ts';
import { FORMATS } from './templateWords.ts';

/** The built-in templates with what is published about them, and an empty one. */
export function AddTemplateDialog({ onClose }: { readonly onClose: () => void }) {
  const document = useDocumentOnce();
  const window = useWindowOnce();
  const { model } = document;
  const [chosen, setChosen] = useState<BuiltInTemplate | undefined>(BUILT_IN_TEMPLATES[0]);
  const lacking = chosen?.segments.filter(({ code }) => !model.table('accountSegment').has(code)) ?? [];
  const add = (choice: BuiltInTemplate | undefined): void => {
    if (!choice) return;
    const change = addTemplate(model, freeTemplateName(model, choice.name), choice.template, choice.segments);
    if (typeof change === 'string') {
      window.say(change, 'refusal');
      return;
    }
    document.commit(change);
    filesViewOf(document).chooseTemplate(orderedTemplates(model).at(-1)?.id ?? 0);
    onClose();
  };
  return (
    <SheetDialog title="Add a template" onClose={onClose} isWide>
      <div className="template-choices">
        <fieldset className="template-choice-list">
          <legend className="visually-hidden">Templates</legend>
          {BUILT_IN_TEMPLATES.map((choice) => (
            <label key={choice.name} className="template-choice" onDoubleClick={() => add(choice)}>
              <input type="radio" name="template" checked={choice === chosen} onChange={() => setChosen(choice)} />
              <span className="template-name">{choice.name}</span>
              <span className="template-kind">{FORMATS[choice.template.format]}</span>
            </label>
          ))}
        </fieldset>
        {chosen ? (
          <section className="template-about" aria-label={`About ${chosen.name}`} aria-live="polite">
            <h3>{chosen.name}</h3>
            <p>{chosen.about}</p>
            {chosen.template.publishedIn ? <p className="dim">Layout: {chosen.template.publishedIn}</p> : null}
            {chosen.template.note
              .split('\n')
              .filter(Boolean)
              .map((line) => (
                <p key={line}>{line}</p>
              ))}
            {lacking.length > 0 ? (
              <p className="hint">
                It brings the account segments {lacking.map(({ name }) => name).join(', ')} with it. Their values are
                given under Accounts.
              </p>
            ) : null}
          </section>
        ) : null}
      </div>
      <div className="sheet-actions">
        <button type="button" className="button button-main" disabled={!chosen} onClick={() => add(chosen)}>
          Add {chosen?.name ?? 'template'}
        </button>
      </div>
    </SheetDialog>
  );
}
