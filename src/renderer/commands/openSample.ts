import { always, type Command } from './Command.ts';
import { openInstead } from './openInstead.ts';

export const openSample: Command = {
  name: 'file/openSample',
  group: 'File',
  label: () => 'Open the sample district',
  enabled: always,
  perform: (window) => openInstead(window, 'document/openSample'),
};
