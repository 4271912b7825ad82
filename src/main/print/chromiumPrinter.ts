import { AllotError } from '../../shared/contract/errors.ts';
import { type BrowserProgram, ChromiumPipe } from './ChromiumPipe.ts';
import { findBrowser } from './findBrowser.ts';
import type { PdfPrinter } from './PdfPrinter.ts';
import { preparePackedBrowser } from './packedBrowser.ts';

/** Printing is work for one processor, and computers have several; more than two would only take more memory. */
const AT_ONCE = 2;
/** What a page took of memory is not all free before its tab is closed. */
const PRINTED_IN_A_TAB = 3;
const PIECE_BYTES = 1 << 20;

/** The browser to print with: one that is installed, or the one a checkout has. */
async function findProgram(): Promise<BrowserProgram> {
  const installed = findBrowser();
  if (installed !== null) return { path: installed };
  const packed = await preparePackedBrowser();
  // It is headless only and made for containers, where its sandbox has no right to start.
  if (packed) return { ...packed, flags: ['--headless=shell', '--no-sandbox'] };
  throw new AllotError(
    'no-browser',
    'There is no browser on this computer that Allot could print a PDF with, so nothing was written. Choose HTML instead and print it from any browser, or install Chrome, Edge or Chromium.',
  );
}

interface Tab {
  readonly target: string;
  readonly session: string;
  readonly frame: string;
  printed: number;
}

/** An empty page that runs no script, for one document after the other. */
async function openTab(pipe: ChromiumPipe): Promise<Tab> {
  const { targetId } = await pipe.call('Target.createTarget', { url: 'about:blank' });
  const attached = await pipe.call('Target.attachToTarget', { targetId, flatten: true });
  const session = String(attached.sessionId);
  await pipe.call('Emulation.setScriptExecutionDisabled', { value: true }, session);
  const { frameTree } = (await pipe.call('Page.getFrameTree', {}, session)) as { frameTree: { frame: { id: string } } };
  return { target: String(targetId), session, frame: frameTree.frame.id, printed: 0 };
}

/** A browser of the Chromium family without a window, which prints one page after the other. */
export async function startChromiumPrinter(): Promise<PdfPrinter & { readonly processId: number | undefined }> {
  const pipe = new ChromiumPipe(await findProgram());
  const free: Tab[] = [];
  const print = async (html: string): Promise<Uint8Array> => {
    const tab = free.pop() ?? (await openTab(pipe));
    const call = (method: string, params: object = {}) => pipe.call(method, params, tab.session);
    await call('Page.setDocumentContent', { frameId: tab.frame, html });
    const { stream } = await call('Page.printToPDF', {
      printBackground: true,
      preferCSSPageSize: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      transferMode: 'ReturnAsStream',
    });
    const pieces: Buffer[] = [];
    for (let isOver = false; !isOver; ) {
      const piece = await call('IO.read', { handle: stream, size: PIECE_BYTES });
      pieces.push(Buffer.from(String(piece.data), piece.base64Encoded ? 'base64' : 'utf8'));
      isOver = piece.eof === true;
    }
    await call('IO.close', { handle: stream });
    if (++tab.printed < PRINTED_IN_A_TAB) free.push(tab);
    else await pipe.call('Target.closeTarget', { targetId: tab.target });
    return Buffer.concat(pieces);
  };
  try {
    await pipe.call('Browser.getVersion');
  } catch (error) {
    await pipe.close();
    throw error;
  }
  return { print, atOnce: AT_ONCE, close: () => pipe.close(), processId: pipe.processId };
}
