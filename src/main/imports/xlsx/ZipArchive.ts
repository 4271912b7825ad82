import { inflateRawSync } from 'node:zlib';
import { refuse } from '../WorkbookUnreadable.ts';

interface Entry {
  readonly method: number;
  readonly compressedSize: number;
  readonly offset: number;
}

const END_SIGNATURE = 0x06054b50;
const CENTRAL_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 65_535;
const MOST_ENTRIES = 10_000;
const NEEDS_ZIP64 = 0xffffffff;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;

const damaged = 'it is damaged; open it in a spreadsheet program and save it again as .xlsx.';

/**
 * The parts of an .xlsx by name. Only the parts that are asked for are unpacked, and all of them together never
 * beyond a number of bytes: what a zip says about its sizes is not believed.
 */
export class ZipArchive {
  readonly #bytes: Buffer;
  readonly #entries = new Map<string, Entry>();
  #bytesLeft: number;

  constructor(bytes: Buffer, unzippedBytes: number) {
    this.#bytes = bytes;
    this.#bytesLeft = unzippedBytes;
    this.#readDirectory(this.#findEnd());
  }

  /** The bytes of a part, or null where the archive has none of that name. */
  read(name: string): Buffer | null {
    const entry = this.#entries.get(name.toLowerCase());
    if (!entry) return null;
    const { offset } = entry;
    if (offset + 30 > this.#bytes.length || this.#bytes.readUInt32LE(offset) !== LOCAL_SIGNATURE) refuse(damaged);
    const start = offset + 30 + this.#bytes.readUInt16LE(offset + 26) + this.#bytes.readUInt16LE(offset + 28);
    const packed = this.#bytes.subarray(start, start + entry.compressedSize);
    if (packed.length !== entry.compressedSize) refuse(damaged);
    const unpacked = this.#unpack(packed, entry.method);
    this.#bytesLeft -= unpacked.length;
    return unpacked;
  }

  #unpack(packed: Buffer, method: number): Buffer {
    const tooLarge = 'it unpacks to more than this program reads.';
    if (method === STORED) return packed.length > this.#bytesLeft ? refuse(tooLarge) : packed;
    if (method !== DEFLATED) refuse('it is packed in a way this program does not know; save it again as .xlsx.');
    try {
      return inflateRawSync(packed, { maxOutputLength: Math.max(1, this.#bytesLeft) });
    } catch (error) {
      return refuse((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge : damaged);
    }
  }

  #findEnd(): number {
    const lowest = Math.max(0, this.#bytes.length - END_SIZE - LONGEST_COMMENT);
    for (let at = this.#bytes.length - END_SIZE; at >= lowest; at--) {
      if (this.#bytes.readUInt32LE(at) === END_SIGNATURE) return at;
    }
    return refuse('it is not an .xlsx workbook; open it in a spreadsheet program and save it as .xlsx.');
  }

  #readDirectory(end: number): void {
    const bytes = this.#bytes;
    const count = bytes.readUInt16LE(end + 10);
    let at = bytes.readUInt32LE(end + 16);
    if (count > MOST_ENTRIES) refuse('it has more parts than a workbook has.');
    if (at === NEEDS_ZIP64) refuse('it is larger than this program reads.');
    for (let entry = 0; entry < count; entry++) {
      if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL_SIGNATURE) refuse(damaged);
      const nameLength = bytes.readUInt16LE(at + 28);
      const name = bytes.toString('utf8', at + 46, at + 46 + nameLength).toLowerCase();
      if (bytes.readUInt16LE(at + 8) & ENCRYPTED) refuse('it is protected by a password; save it without one.');
      // Two parts of one name would let two programs see two different workbooks.
      if (this.#entries.has(name)) refuse(damaged);
      this.#entries.set(name, {
        method: bytes.readUInt16LE(at + 10),
        compressedSize: bytes.readUInt32LE(at + 20),
        offset: bytes.readUInt32LE(at + 42),
      });
      at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    }
  }
}
