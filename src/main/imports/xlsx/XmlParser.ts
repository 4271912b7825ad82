import { SaxesParser } from 'saxes';
import { refuse } from '../WorkbookUnreadable.ts';

/** Attributes by their names as written; the object has no prototype, so any name may be asked for. */
export type Attributes = Readonly<Record<string, string>>;

/** What hears a part of a workbook, and what it made of it. Names come without their namespace prefix. */
export interface XmlReading<Result> {
  open(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
  result(): Result;
}

const broken = 'its contents are broken; open it in a spreadsheet program and save it again as .xlsx.';
const DEEPEST = 64;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Reads one part of a workbook piece by piece. It is the strict parser saxes and two refusals: of a document type,
 * since it is the only way in which XML can name files, grow or ask the network, and of nesting no workbook has.
 */
export class XmlParser {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  readonly #parser = new SaxesParser({ xmlns: false, position: false });
  #depth = 0;

  constructor(reading: XmlReading<unknown>) {
    const parser = this.#parser;
    parser.on('error', () => refuse(broken));
    parser.on('doctype', () => refuse('it contains a document type, which no spreadsheet program writes.'));
    parser.on('opentag', (tag) => {
      if (++this.#depth > DEEPEST) refuse(broken);
      reading.open(localName(tag.name), tag.attributes);
    });
    parser.on('closetag', (tag) => {
      this.#depth--;
      reading.close?.(localName(tag.name));
    });
    if (!reading.text) return;
    const hear = (text: string): void => reading.text?.(text);
    parser.on('text', hear);
    parser.on('cdata', hear);
  }

  write(piece: Uint8Array): void {
    this.#parser.write(this.#decode(piece, true));
  }

  end(): void {
    this.#parser.write(this.#decode(new Uint8Array(), false));
    this.#parser.close();
  }

  #decode(piece: Uint8Array, stream: boolean): string {
    try {
      return this.#decoder.decode(piece, { stream });
    } catch {
      return refuse(broken);
    }
  }
}
