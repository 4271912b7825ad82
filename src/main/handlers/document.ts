import { extname } from 'node:path';
import type { DocumentInfo } from '../../shared/contract/requests.ts';
import { emptyModelRows } from '../../shared/model/emptyModel.ts';
import { sampleModelRows } from '../../shared/sample/sampleModelRows.ts';
import { createUntitled } from '../document/openDocument.ts';
import { discardRecovery, listRecoveries, recoverDocument } from '../document/recovery.ts';
import type { Session } from '../document/Session.ts';
import type { HostServices } from '../HostServices.ts';
import type { HandlersOf } from './Handlers.ts';
import { withEnding } from './withEnding.ts';

const KINDS = [{ label: 'Allot document', extensions: ['allot'] }];

export function documentHandlers(host: HostServices, session: Session): HandlersOf<'document'> {
  const { workplace } = session;

  const saveAs = async (): Promise<DocumentInfo | null> => {
    const { document } = session;
    const { name } = document.info();
    const suggestedName = extname(name) === '' ? `${name}.allot` : name;
    const chosen = await host.chooseFile({ purpose: 'save', title: 'Save As', kinds: KINDS, suggestedName });
    if (chosen === null) return null;
    const target = await withEnding(workplace, chosen, '.allot');
    await document.saveAs(target);
    session.tellInfo(true);
    return document.info();
  };

  return {
    'document/current': async () => session.current(),
    'document/recoveries': () => listRecoveries(workplace),
    'document/recover': ({ token }) => session.replaceBy(() => recoverDocument(workplace, token)),
    'document/discardRecovery': async ({ token }) => {
      await discardRecovery(workplace, token);
      return null;
    },
    'document/new': () =>
      session.replaceBy(() => {
        const made = { at: workplace.now().toISOString(), by: workplace.user };
        return createUntitled(workplace, emptyModelRows('', made));
      }),
    'document/openSample': () => session.replaceBy(() => createUntitled(workplace, sampleModelRows())),
    'document/open': async () => {
      const path = await host.chooseFile({ purpose: 'open', title: 'Open', kinds: KINDS, suggestedName: '' });
      return path === null ? null : session.openPath(path);
    },
    'document/save': async () => {
      const { document } = session;
      if (document.target === null) return saveAs();
      await document.save();
      session.tellInfo(true);
      return document.info();
    },
    'document/saveAs': saveAs,
    'document/close': async ({ discard }) => {
      await session.close(discard);
      return null;
    },
  };
}
