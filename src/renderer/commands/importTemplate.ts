import { parseTemplate } from '../../shared/allocationFile/templateText.ts';
import { addTemplate, freeTemplateName, orderedTemplates } from '../../shared/changes/templates.ts';
import { filesViewOf } from '../allocationFiles/FilesView.ts';
import { type Command, withDocument } from './Command.ts';
import { finishEditing } from './leaveSafely.ts';

/** A template from a file of another document, with the segments it needs. */
export const importTemplate: Command = {
  name: 'financeFiles/importTemplate',
  group: 'Exports',
  label: () => 'Import template…',
  enabled: withDocument,
  perform: async (window) => {
    const { document } = window;
    if (!document) return;
    finishEditing();
    document.preview(null);
    const read = await window.ask('allocation/readTemplate', null);
    if (!read) return;
    const reading = parseTemplate(read.definition);
    const change = reading.ok
      ? addTemplate(document.model, freeTemplateName(document.model, read.name), reading.template, read.segments)
      : reading.sentence;
    if (typeof change === 'string') {
      window.say(change, 'refusal');
      return;
    }
    document.commit(change);
    filesViewOf(document).chooseTemplate(orderedTemplates(document.model).at(-1)?.id ?? 0);
    window.goTo('finance-files');
    window.say(`Imported ${read.fileName}.`);
  },
};
