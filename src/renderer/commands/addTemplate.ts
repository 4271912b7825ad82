import { filesViewOf } from '../allocationFiles/FilesView.ts';
import { type Command, withDocument } from './Command.ts';

/** Offers the built-in templates, and one of the district's own. */
export const addTemplate: Command = {
  name: 'financeFiles/addTemplate',
  group: 'Exports',
  label: () => 'Add a template for a finance file…',
  enabled: withDocument,
  perform: (window) => {
    if (!window.document) return;
    window.goTo('finance-files');
    filesViewOf(window.document).startAdding(true);
  },
};
