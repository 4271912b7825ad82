import { deflateSync } from 'node:zlib';

/** Objects without a stream that are written together, compressed; a reader unpacks one such bundle at a time. */
const OBJECTS_IN_BUNDLE = 200;

type Place =
  | { readonly kind: 1; readonly offset: number }
  | { readonly kind: 2; readonly bundle: number; readonly at: number };

/**
 * Writes a PDF from its first byte to its last, keeping no more of it than where its objects stand. Plain objects are
 * compressed in bundles (PDF 1.5), because the tags of a page take ten times the room of its text otherwise.
 */
export class PdfWriter {
  readonly #write: (bytes: Uint8Array) => Promise<void>;
  readonly #places: (Place | undefined)[] = [];
  #bundle: { id: number; text: string }[] = [];
  #length = 0;
  #nextId = 1;

  constructor(write: (bytes: Uint8Array) => Promise<void>) {
    this.#write = write;
  }

  async begin(): Promise<void> {
    // The four bytes tell programs that carry files that this is not text.
    await this.#put(Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'));
  }

  /** Numbers for objects that are written later, in any order. */
  reserve(count: number): number {
    const first = this.#nextId;
    this.#nextId += count;
    return first;
  }

  async object(id: number, text: string): Promise<void> {
    this.#bundle.push({ id, text });
    if (this.#bundle.length >= OBJECTS_IN_BUNDLE) await this.#flush();
  }

  async stream(id: number, dictionary: string, content: Uint8Array): Promise<void> {
    this.#places[id] = { kind: 1, offset: this.#length };
    await this.#put(Buffer.from(`${id} 0 obj\n${dictionary}\nstream\n`, 'latin1'));
    await this.#put(content);
    await this.#put(Buffer.from('\nendstream\nendobj\n', 'latin1'));
  }

  async end(rootId: number, infoId: number): Promise<void> {
    await this.#flush();
    const id = this.reserve(1);
    const offset = this.#length;
    this.#places[id] = { kind: 1, offset };
    const rows = Buffer.alloc(this.#nextId * 9);
    for (let at = 0; at < this.#nextId; at++) {
      const place = this.#places[at];
      if (!place) continue;
      rows[at * 9] = place.kind;
      rows.writeUIntBE(place.kind === 1 ? place.offset : place.bundle, at * 9 + 1, 6);
      rows.writeUIntBE(place.kind === 1 ? 0 : place.at, at * 9 + 7, 2);
    }
    const content = deflateSync(rows);
    const dictionary = `<</Type /XRef /Size ${this.#nextId} /W [1 6 2] /Root ${rootId} 0 R /Info ${infoId} 0 R /Filter /FlateDecode /Length ${content.length}>>`;
    await this.stream(id, dictionary, content);
    await this.#put(Buffer.from(`startxref\n${offset}\n%%EOF\n`, 'latin1'));
  }

  async #flush(): Promise<void> {
    const bundle = this.#bundle;
    if (bundle.length === 0) return;
    this.#bundle = [];
    const id = this.reserve(1);
    let head = '';
    let body = '';
    for (const [at, object] of bundle.entries()) {
      head += `${object.id} ${body.length} `;
      body += `${object.text}\n`;
      this.#places[object.id] = { kind: 2, bundle: id, at };
    }
    const content = deflateSync(Buffer.from(head + body, 'latin1'), { level: 4 });
    const dictionary = `<</Type /ObjStm /N ${bundle.length} /First ${head.length} /Filter /FlateDecode /Length ${content.length}>>`;
    await this.stream(id, dictionary, content);
  }

  async #put(bytes: Uint8Array): Promise<void> {
    this.#length += bytes.length;
    await this.#write(bytes);
  }
}
