import { type Command, withDocument } from './Command.ts';
import { leaveSafely } from './leaveSafely.ts';

export const closeDocument: Command = {
  name: 'file/close',
  group: 'File',
  label: () => 'Close document',
  enabled: withDocument,
  perform: async (window) => {
    const left = await leaveSafely(window);
    if (!left) return;
    const closed = await window.ask('document/close', { discard: left === 'discarded' });
    if (closed !== undefined) await window.leave();
  },
};
