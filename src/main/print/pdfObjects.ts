import { AllotError } from '../../shared/contract/errors.ts';

/**
 * Reads the PDF files that Chromium writes: one table of plain objects, no encryption, no compressed objects. It is no
 * reader of any PDF; what does not look as expected is refused, never guessed at.
 */
export interface PdfObjects {
  readonly rootId: number;
  readonly infoId: number;
  /** The text of an object without `obj` and `endobj`, byte by byte as Latin-1; of one with a stream, its dictionary. */
  readonly objects: ReadonlyMap<number, PdfObject>;
}

export interface PdfObject {
  readonly text: string;
  readonly stream: Uint8Array | null;
}

export function strange(what: string): AllotError {
  return new AllotError(
    'print-unreadable',
    'What the browser printed could not be put together, so no PDF was written. Write HTML instead and print it from your browser, and please report this.',
    [what],
  );
}

export function readPdf(bytes: Uint8Array): PdfObjects {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = buffer.subarray(-2_048).toString('latin1');
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(end);
  if (!start) throw strange('no startxref');
  const table = buffer.subarray(Number(start[1])).toString('latin1');
  const head = /^xref\s+0 (\d+)\s+/.exec(table);
  if (!head) throw strange('no plain table of objects');
  const count = Number(head[1]);
  const places: { id: number; offset: number }[] = [];
  for (let id = 0; id < count; id++) {
    const entry = table.slice(head[0].length + id * 20, head[0].length + id * 20 + 18);
    if (entry[17] === 'n') places.push({ id, offset: Number(entry.slice(0, 10)) });
  }
  places.sort((left, right) => left.offset - right.offset);
  const objects = new Map<number, PdfObject>();
  for (const [at, { id, offset }] of places.entries()) {
    const until = places[at + 1]?.offset ?? Number(start[1]);
    objects.set(id, readObject(buffer.subarray(offset, until), id));
  }
  const trailer = table.slice(head[0].length + count * 20);
  const rootId = Number(/\/Root (\d+) 0 R/.exec(trailer)?.[1] ?? Number.NaN);
  const infoId = Number(/\/Info (\d+) 0 R/.exec(trailer)?.[1] ?? Number.NaN);
  if (!objects.has(rootId)) throw strange('no catalog');
  return { rootId, infoId, objects };
}

const STREAM = Buffer.from('stream\n');

function readObject(bytes: Buffer, id: number): PdfObject {
  const head = `${id} 0 obj\n`;
  if (bytes.subarray(0, head.length).toString('latin1') !== head) throw strange(`object ${id} is not at its place`);
  const streamAt = streamStart(bytes);
  if (streamAt < 0) {
    const last = bytes.lastIndexOf('endobj');
    if (last < 0) throw strange(`object ${id} has no end`);
    return { text: bytes.subarray(head.length, last).toString('latin1').trimEnd(), stream: null };
  }
  const text = bytes.subarray(head.length, streamAt).toString('latin1').trimEnd();
  const length = Number(/\/Length (\d+)\s*(?:\/|>>)/.exec(text)?.[1] ?? Number.NaN);
  const from = streamAt + STREAM.length;
  if (!(from + length <= bytes.length)) throw strange(`the stream of object ${id} has no length`);
  return { text, stream: bytes.subarray(from, from + length) };
}

/** Where the stream of an object begins: after the first `>>` that `stream` follows; −1 without one. */
function streamStart(bytes: Buffer): number {
  const at = bytes.indexOf(STREAM);
  if (at < 0) return -1;
  const before = bytes
    .subarray(Math.max(0, at - 8), at)
    .toString('latin1')
    .trimEnd();
  return before.endsWith('>>') ? at : -1;
}

/** What may stand in the text of an object: a string, a name with its number, or a reference. */
const TOKEN = /\((?:\\[\s\S]|[^\\()])*\)|(?<!<)<(?!<)[^<>]*>|\/StructParents? (\d+)|\/[^\s<>[\]()/]+|\b(\d+) 0 R\b/g;
const ELEMENT_ID = /^\((node\d+)\)$/;

export interface Renaming {
  readonly reference: (id: number) => number;
  /** Set before the names of structure elements, which tables use to point from cells to headers. */
  readonly prefix: string;
  readonly firstParent: number;
}

/** The text of an object with its references, element names and places in the parent tree renamed; strings stay. */
export function rename(text: string, { reference, prefix, firstParent }: Renaming): string {
  return text.replace(TOKEN, (token, parent: string | undefined, id: string | undefined) => {
    if (id !== undefined) return `${reference(Number(id))} 0 R`;
    if (parent !== undefined) return `${token.slice(0, token.length - parent.length)}${Number(parent) + firstParent}`;
    const named = token.startsWith('(') ? ELEMENT_ID.exec(token) : null;
    return named ? `(${prefix}${named[1]})` : token;
  });
}

/** The reference under a name of a dictionary, or null. */
export function referenceOf(text: string, name: string): number | null {
  const match = new RegExp(`/${name} (\\d+) 0 R`).exec(text);
  return match ? Number(match[1]) : null;
}

/** The references of an array. */
export const referencesIn = (text: string): number[] =>
  [...text.matchAll(/\b(\d+) 0 R\b/g)].map((match) => Number(match[1]));
