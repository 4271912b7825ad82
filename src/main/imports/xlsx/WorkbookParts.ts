import { crc32 } from 'node:zlib';
import yauzl from 'yauzl';
import { ReadRefusal, refuse } from '../WorkbookUnreadable.ts';
import { XmlParser, type XmlReading } from './XmlParser.ts';

const MOST_ENTRIES = 10_000;
const STORED = 0;
const DEFLATED = 8;

const damaged = 'it is damaged; open it in a spreadsheet program and save it again as .xlsx.';

/**
 * The parts of an .xlsx by name. Only the parts that are asked for are unpacked, piece by piece, and all of them
 * together never beyond a number of bytes: what a zip says about its sizes is not believed.
 */
export class WorkbookParts {
  readonly #zip: yauzl.ZipFile;
  readonly #entries = new Map<string, yauzl.Entry>();
  #bytesLeft: number;

  private constructor(zip: yauzl.ZipFile, unzippedBytes: number) {
    this.#zip = zip;
    this.#bytesLeft = unzippedBytes;
  }

  static async open(bytes: Buffer, unzippedBytes: number): Promise<WorkbookParts> {
    // yauzl would end a part at the size the zip states; here the bytes that really come are counted and summed.
    const zip = await yauzl.fromBufferPromise(bytes, { validateEntrySizes: false }).catch(() => {
      return refuse('it is not an .xlsx workbook; open it in a spreadsheet program and save it as .xlsx.');
    });
    if (zip.entryCount > MOST_ENTRIES) refuse('it has more parts than a workbook has.');
    const parts = new WorkbookParts(zip, unzippedBytes);
    try {
      for await (const entry of zip.eachEntry()) parts.#add(entry);
    } catch (error) {
      throw error instanceof ReadRefusal ? error : new ReadRefusal(damaged);
    }
    return parts;
  }

  #add(entry: yauzl.Entry): void {
    if (entry.isEncrypted()) refuse('it is protected by a password; save it without one.');
    const name = entry.fileName.toLowerCase();
    // Two parts of one name would let two programs see two different workbooks.
    if (this.#entries.has(name)) refuse(damaged);
    this.#entries.set(name, entry);
  }

  /** What a part comes to, or null where the archive has none of that name. */
  async read<Result>(name: string, reading: XmlReading<Result>): Promise<Result | null> {
    const entry = this.#entries.get(name.toLowerCase());
    if (!entry) return null;
    const parser = new XmlParser(reading);
    let checksum = 0;
    for await (const piece of this.#unpack(entry)) {
      this.#bytesLeft -= piece.length;
      if (this.#bytesLeft < 0) refuse('it unpacks to more than this program reads.');
      checksum = crc32(piece, checksum);
      parser.write(piece);
    }
    if (checksum !== entry.crc32) refuse(damaged);
    parser.end();
    return reading.result();
  }

  async *#unpack(entry: yauzl.Entry): AsyncGenerator<Buffer> {
    if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) {
      refuse('it is packed in a way this program does not know; save it again as .xlsx.');
    }
    try {
      yield* (await this.#zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>;
    } catch {
      // Only the zip can fail here: what its reader throws does not pass through a generator.
      refuse(damaged);
    }
  }
}
