import { AllotError } from '../../shared/contract/errors.ts';
import { type BrowserProgram, ChromiumPipe } from './ChromiumPipe.ts';
import { findBrowser } from './findBrowser.ts';
import type { PdfPrinter } from './PdfPrinter.ts';
import { preparePackedBrowser } from './packedBrowser.ts';

/** Printing is work for one processor, and computers have several; more than two would only take more memory. */
const AT_ONCE = 2;
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

/** A browser of the Chromium family without a window, which prints one page after the other. */
export async function startChromiumPrinter(): Promise<PdfPrinter & { readonly processId: number | undefined }> {
  const pipe = new ChromiumPipe(await findProgram());
  const print = async (html: string): Promise<Uint8Array> => {
    // Each part gets a tab of its own, so that what one took of memory is free for the next.
    const { targetId } = await pipe.call('Target.createTarget', { url: 'about:blank' });
    try {
      const attached = await pipe.call('Target.attachToTarget', { targetId, flatten: true });
      const session = String(attached.sessionId);
      const call = (method: string, params: object = {}) => pipe.call(method, params, session);
      await call('Emulation.setScriptExecutionDisabled', { value: true });
      const { frameTree } = (await call('Page.getFrameTree')) as { frameTree: { frame: { id: string } } };
      await call('Page.setDocumentContent', { frameId: frameTree.frame.id, html });
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
      return Buffer.concat(pieces);
    } finally {
      await pipe.call('Target.closeTarget', { targetId }).catch(() => {});
    }
  };
  try {
    await pipe.call('Browser.getVersion');
  } catch (error) {
    await pipe.close();
    throw error;
  }
  return { print, atOnce: AT_ONCE, close: () => pipe.close(), processId: pipe.processId };
}
