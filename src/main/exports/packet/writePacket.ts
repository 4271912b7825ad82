import { AllotError } from '../../../shared/contract/errors.ts';
import type { Packet, PacketSource } from '../../../shared/packet/Packet.ts';
import { packetPrint } from '../../../shared/packet/packetPrint.ts';
import { packetWebPage } from '../../../shared/packet/packetWebPage.ts';
import type { Picture } from '../../../shared/pictures/Picture.ts';
import type { Paper } from '../../../shared/statements/page.ts';
import { type JobProgress, SILENT_PROGRESS } from '../../handlers/LongJob.ts';
import type { StartPrinter } from '../../print/PdfPrinter.ts';
import { type PrintPart, printParts } from '../../print/printParts.ts';
import { putInPlace } from '../statements/putInPlace.ts';
import { writeSlidePictures } from './writeSlidePictures.ts';

export interface PacketJob {
  readonly source: PacketSource;
  /** `svg` writes one file for each slide into the folder `path`. */
  readonly as: 'pdf' | 'html' | 'svg';
  readonly paper: Paper;
  /** The numbers behind the slides. */
  readonly tables: boolean;
  readonly path: string;
  readonly startPrinter: StartPrinter;
  readonly progress?: JobProgress;
}

export interface WrittenPacket {
  readonly slides: number;
  /** Sheets of paper; 0 for what is no paper. */
  readonly pages: number;
}

/** Writes a board session as a packet of pages, as one web page, or as a folder of pictures. Whole, or not at all. */
export async function writePacket(job: PacketJob): Promise<WrittenPacket> {
  const { source, as, paper, tables, path, startPrinter, progress = SILENT_PROGRESS } = job;
  if (source.slideCount === 0) {
    throw new AllotError('no-slides', 'This board session has no slides yet, so nothing was written. Add one first.');
  }
  const slides: Picture[] = [];
  for (let slide = 0; slide < source.slideCount; slide++) {
    await progress.step(slide, source.slideCount);
    slides.push(source.draw(slide));
  }
  const packet: Packet = { ...source.cover, slides };
  if (as === 'svg') {
    await writeSlidePictures(slides, path, progress);
    return { slides: slides.length, pages: 0 };
  }
  if (as === 'html') {
    await progress.step(slides.length, slides.length);
    const page = packetWebPage(packet, { paper, tables });
    await putInPlace(path, async (file) => {
      await file.write(page);
    });
    return { slides: slides.length, pages: 0 };
  }
  const { pageCount, parts } = packetPrint(packet, { paper, tables });
  // A printer is started before any file is, so that a computer without one is told so at once.
  const printer = await startPrinter();
  try {
    const sizes: number[] = [];
    const counted = function* (): Generator<PrintPart> {
      for (const part of parts()) {
        sizes.push(part.pages);
        yield part;
      }
    };
    const done = (printed: number): Promise<void> =>
      progress.step(
        sizes.slice(0, printed).reduce((sum, size) => sum + size, 0),
        pageCount,
      );
    const { pages } = await putInPlace(path, (file) => printParts(printer, counted(), file, done));
    return { slides: slides.length, pages };
  } finally {
    await printer.close();
  }
}
