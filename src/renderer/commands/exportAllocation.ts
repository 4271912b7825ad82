import { formatMoney } from '../../shared/text/formatNumber.ts';
import { filesViewOf, shownTemplateRow } from '../allocationFiles/FilesView.ts';
import { type Command, withDocument } from './Command.ts';
import { finishEditing } from './leaveSafely.ts';

/**
 * Writes the finance file of the template in hand. Main checks it before it asks for a file name, reads it back and
 * compares it with the budgets; where there are faults nothing is written, and they are shown.
 */
export const exportAllocation: Command = {
  name: 'file/exportAllocation',
  group: 'File',
  label: () => 'Export finance file…',
  shortcut: 'Ctrl+Shift+E',
  enabled: (window) =>
    withDocument(window) &&
    !window.document?.disagreement &&
    window.document !== null &&
    shownTemplateRow(window.document) !== null,
  perform: async (window) => {
    const { document } = window;
    if (!document) return;
    finishEditing();
    document.preview(null);
    await document.settled();
    const template = shownTemplateRow(document);
    if (!template) return;
    if (document.disagreement) {
      window.say(document.disagreement, 'lasting');
      return;
    }
    const outcome = await window.ask('allocation/export', {
      scenario: document.scenarioId,
      template: template.id,
      digest: document.calculation.digest(),
    });
    if (!outcome) return;
    const { written, faultCount } = outcome;
    if (!written) {
      filesViewOf(document).showPreview('faults');
      window.goTo('finance-files');
      const faults = faultCount === 1 ? 'One fault keeps' : `${faultCount.toLocaleString('en-US')} faults keep`;
      window.say(`${faults} ${template.name} from being written. No file was written.`, 'refusal');
      return;
    }
    const rows = `${written.rows.toLocaleString('en-US')} ${written.rows === 1 ? 'row' : 'rows'}`;
    const sentence = `Wrote ${written.fileName} and ${written.controlFileName}: ${rows}, ${formatMoney(written.amountCents)}, read back and equal to the budgets.`;
    filesViewOf(document).setWritten(template.id, sentence);
    window.say(sentence);
  },
};
