import { basename, join } from 'node:path';
import { AllotError } from '../../shared/contract/errors.ts';
import { openPacket } from '../../shared/packet/openPacket.ts';
import type { Session } from '../document/Session.ts';
import { safeFileName } from '../exports/calculators/fileNames.ts';
import { writePacket } from '../exports/packet/writePacket.ts';
import { refuseStopped } from '../exports/statements/writeStatements.ts';
import type { HostServices } from '../HostServices.ts';
import { startHostPrinter } from '../print/hostPrinter.ts';
import { checkedCalculation } from './checkedCalculation.ts';
import { documentName } from './documentName.ts';
import type { HandlersOf } from './Handlers.ts';
import type { LongJob } from './LongJob.ts';
import { withEnding } from './withEnding.ts';
import { refuseDocument } from './writeText.ts';

const KINDS = {
  pdf: [{ label: 'PDF file', extensions: ['pdf'] }],
  html: [{ label: 'Web page', extensions: ['html'] }],
} as const;
const LABELS = { pdf: 'Writing the board packet', html: 'Writing the web page', svg: 'Writing the pictures' } as const;

/**
 * A board session handed out. The window says where its levers stand; main puts them into a what-if of its own, and
 * writes nothing where the two did not calculate the same.
 */
export function boardSessionHandlers(host: HostServices, session: Session, job: LongJob): HandlersOf<'boardSession'> {
  const startPrinter = host.startPrinter ?? startHostPrinter;
  const choosePath = async (name: string, as: 'pdf' | 'html' | 'svg'): Promise<string | null> => {
    if (as === 'svg') {
      const title = 'Where to put the folder of slides';
      const chosen = await host.chooseFile({ purpose: 'folder', title, kinds: [], suggestedName: '' });
      return chosen === null ? null : join(chosen, `${name} slides`);
    }
    const title = as === 'pdf' ? 'Write the board packet' : 'Write the web page';
    const suggestedName = `${name}.${as}`;
    const chosen = await host.chooseFile({ purpose: 'save', title, kinds: KINDS[as], suggestedName });
    if (chosen === null) return null;
    const path = await withEnding(session.workplace, chosen, `.${as}`);
    refuseDocument(session, path);
    return path;
  };

  return {
    'boardSession/export': async ({ session: id, scenario, digest, levers, ops, whatIfDigest, as, paper, tables }) => {
      checkedCalculation(session, scenario, digest);
      const at = session.workplace.now().toISOString();
      const packet = openPacket({ model: session.document.model, session: id, scenario, levers, ops, at });
      // Without a word on the what-if, the window has none: levers and rows then leave the scenario as it is.
      if (packet.calculation.digest() !== (whatIfDigest ?? digest)) {
        throw new AllotError(
          'calculation-differs',
          'The window and the document do not agree on the what-if, so nothing was written. Your document is safe: take the levers back to the scenario, move them again and try once more. If this comes back, please report it.',
        );
      }
      refuseStopped(packet.calculation, 'the session was');
      const name = safeFileName(`${documentName(session)} ${packet.cover.name}`, 'Board session');
      const path = await choosePath(name, as);
      if (path === null) return null;
      const written = await job.run(LABELS[as], (progress) =>
        writePacket({ source: packet, as, paper, tables, path, startPrinter, progress }),
      );
      return { fileName: basename(path), ...written };
    },
  };
}
