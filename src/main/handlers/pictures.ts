import { basename } from 'node:path';
import { AllotError } from '../../shared/contract/errors.ts';
import type { Params } from '../../shared/contract/requests.ts';
import type { Session } from '../document/Session.ts';
import type { HostServices } from '../HostServices.ts';
import { documentName } from './documentName.ts';
import type { HandlersOf } from './Handlers.ts';
import { pngSize } from './pictureFile.ts';
import { withEnding } from './withEnding.ts';
import { BYTE_ORDER_MARK, refuseDocument, writeText } from './writeText.ts';

const KINDS = {
  svg: [{ label: 'SVG picture', extensions: ['svg'] }],
  png: [{ label: 'PNG picture', extensions: ['png'] }],
  csv: [{ label: 'CSV file', extensions: ['csv'] }],
} as const;
const TITLES = { svg: 'Export the picture', png: 'Export the picture', csv: 'Export the table' } as const;

/** Pictures are drawn by the window, the only one with a canvas; what it hands over is looked at before it is written. */
export function pictureHandlers(host: HostServices, session: Session): HandlersOf<'pictures'> {
  return {
    'pictures/export': async ({ name, kind, data }) => {
      const { document, workplace } = session;
      const bytes = bytesOf(kind, data);
      const base = documentName(session);
      const suggestedName = `${base} ${fileNamePart(name)}.${kind}`;
      const chosen = await host.chooseFile({ purpose: 'save', title: TITLES[kind], kinds: KINDS[kind], suggestedName });
      if (chosen === null) return null;
      const path = await withEnding(workplace, chosen, `.${kind}`);
      if (session.document !== document) {
        throw new AllotError('no-document', 'The document was closed; nothing was exported.');
      }
      refuseDocument(session, path);
      await writeText(session, path, bytes);
      return { fileName: basename(path) };
    },
  };
}

/** What no file system takes, and what would hide or point elsewhere, becomes a blank. */
const fileNamePart = (name: string): string =>
  name
    .replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '') || 'picture';

function bytesOf(kind: Params<'pictures/export'>['kind'], data: string): string | Uint8Array {
  if (kind === 'csv') return BYTE_ORDER_MARK + data;
  if (kind === 'svg') {
    if (!data.startsWith('<svg xmlns="http://www.w3.org/2000/svg"') || !data.trimEnd().endsWith('</svg>'))
      throw notOne();
    // A file that opens in a browser may hold nothing that runs or reaches out.
    if (/<\s*(script|foreignObject|image|use|a|style)\b|\bon\w+\s*=\s*"|\bhref\s*=\s*"/i.test(data)) throw notOne();
    return data;
  }
  const bytes = Buffer.from(data, 'base64');
  const size = pngSize(bytes);
  if (!size || size.width === 0 || size.height === 0) throw notOne();
  return bytes;
}

function notOne(): AllotError {
  return new AllotError(
    'picture-unknown',
    'What the window drew is not a picture, so nothing was written. If this comes back, please report it.',
  );
}
