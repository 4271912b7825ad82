import { exportPacket } from '../session/exportPacket.ts';
import { type Command, withDocument } from './Command.ts';

/** A board session as pages to print; while one is presented, that one, as its levers stand. */
export const exportPacketPdf: Command = {
  name: 'exportPacketPdf',
  group: 'Exports',
  label: () => 'Board packet of the session as PDF…',
  enabled: withDocument,
  perform: (window) => exportPacket(window, 'pdf'),
};

/** The same as one web page. */
export const exportPacketHtml: Command = {
  name: 'exportPacketHtml',
  group: 'Exports',
  label: () => 'Board session as one web page…',
  enabled: withDocument,
  perform: (window) => exportPacket(window, 'html'),
};
