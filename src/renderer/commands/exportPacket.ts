import { presentingOf } from '../present/Presenting.ts';
import { exportPacket } from '../session/exportPacket.ts';
import type { WindowState } from '../state/WindowState.ts';
import { type Command, withDocument } from './Command.ts';

/** The session that is presented, as its levers stand; else the one that the sheet shows, with no lever moved. */
async function handOutSession(window: WindowState, as: 'pdf' | 'html'): Promise<void> {
  const { live } = presentingOf(window);
  if (!live) return exportPacket(window, as);
  // Read already by the presentation that runs; start-up does not pay for it.
  const { handOut } = await import('../present/presentActions.ts');
  await handOut(window, live, as);
}

/** A board session as pages to print. */
export const exportPacketPdf: Command = {
  name: 'exportPacketPdf',
  group: 'Exports',
  label: () => 'Board packet of the session as PDF…',
  enabled: withDocument,
  perform: (window) => handOutSession(window, 'pdf'),
};

/** The same as one web page. */
export const exportPacketHtml: Command = {
  name: 'exportPacketHtml',
  group: 'Exports',
  label: () => 'Board session as one web page…',
  enabled: withDocument,
  perform: (window) => handOutSession(window, 'html'),
};
