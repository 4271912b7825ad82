import { type Command, withDocument } from './Command.ts';
import { leaveSafely } from './leaveSafely.ts';

export const closeDocument: Command = {
  name: 'file/close',
  group: 'File',
  label: () => 'Close document',
  enabled: withDocument,
  perform: async (window) => {
    if (!(await leaveSafely(window))) return;
    if ((await window.ask('document/close', { discard: true })) !== undefined) await window.leave();
  },
};
