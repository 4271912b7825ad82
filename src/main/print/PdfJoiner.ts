import { PdfWriter } from './PdfWriter.ts';
import { type PdfObject, type PdfObjects, readPdf, referenceOf, referencesIn, rename, strange } from './pdfObjects.ts';

interface Branch {
  readonly id: number;
  readonly count: number;
}

/**
 * Joins PDF files that Chromium printed part by part into one: pages, structure tree with its parent and name trees,
 * and outline, so that the whole is tagged as its parts are. Only the part at hand is in memory.
 *
 * A library that copies pages from file to file leaves the structure tree behind, and holds both files in memory.
 */
export class PdfJoiner {
  readonly #writer: PdfWriter;
  readonly #pages: Branch[] = [];
  readonly #elements: number[] = [];
  readonly #parentTrees: number[] = [];
  readonly #nameTrees: number[] = [];
  /** The last entry of the outline so far, which waits for the number of the next one. */
  #lastEntry: { readonly id: number; readonly text: string } | null = null;
  #firstEntry: number | null = null;
  #entries = 0;
  #parents = 0;
  #parts = 0;
  #language = '(en)';
  #info = '<<>>';
  readonly #ids: Readonly<
    Record<'catalog' | 'info' | 'pages' | 'structure' | 'document' | 'parents' | 'names' | 'outline', number>
  >;

  constructor(write: (bytes: Uint8Array) => Promise<void>) {
    this.#writer = new PdfWriter(write);
    const first = this.#writer.reserve(8);
    this.#ids = {
      ...{ catalog: first, info: first + 1, pages: first + 2, structure: first + 3 },
      ...{ document: first + 4, parents: first + 5, names: first + 6, outline: first + 7 },
    };
  }

  /** Adds the pages of a part and says how many they are. */
  async add(bytes: Uint8Array): Promise<number> {
    if (this.#parts === 0) await this.#writer.begin();
    const part = readPdf(bytes);
    const textOf = (id: number | null, what: string): string => {
      const object = id === null ? undefined : part.objects.get(id);
      if (!object) throw strange(`no ${what}`);
      return object.text;
    };
    const catalog = textOf(part.rootId, 'catalog');
    const rootOfPages = referenceOf(catalog, 'Pages');
    const structure = referenceOf(catalog, 'StructTreeRoot');
    const structureText = textOf(structure, 'structure tree');
    const documentId = referenceOf(structureText, 'K');
    const documentText = textOf(documentId, 'document element');
    if (!documentText.includes('/S /Document')) throw strange('the structure does not begin with a document');
    const outline = referenceOf(catalog, 'Outlines');
    const parentTree = referenceOf(structureText, 'ParentTree');
    const nameTree = referenceOf(structureText, 'IDTree');
    if (this.#parts === 0) {
      this.#language = /\/Lang (\([^()]*\))/.exec(catalog)?.[1] ?? this.#language;
      this.#info = part.objects.get(part.infoId)?.text ?? this.#info;
    }
    const base = this.#writer.reserve(1 + Math.max(...part.objects.keys()));
    const { ids } = this.#joined(structure, documentId, outline);
    const reference = (id: number): number => ids.get(id) ?? base + id;
    const prefix = `p${String(this.#parts).padStart(5, '0')}-`;
    const renamed = (text: string): string => rename(text, { reference, prefix, firstParent: this.#parents });
    const left = new Set([part.rootId, part.infoId, structure, documentId, outline, parentTree, nameTree]);
    const entries = outline === null ? [] : outlineEntries(part, textOf(outline, 'outline'));
    const held = await this.#openOutline(entries, part, reference, renamed);
    for (const [id, object] of part.objects) {
      if (left.has(id) || held.has(id)) continue;
      const text = id === rootOfPages ? withParent(renamed(object.text), this.#ids.pages) : renamed(object.text);
      await this.#put(reference(id), text, object);
    }
    const pages = Number(/\/Count (\d+)/.exec(textOf(rootOfPages, 'pages'))?.[1] ?? 0);
    this.#pages.push({ id: reference(rootOfPages as number), count: pages });
    const kids = /\/K (\[[^\]]*\]|\d+ 0 R)/.exec(documentText)?.[1] ?? '';
    this.#elements.push(...referencesIn(kids).map(reference));
    if (parentTree !== null) await this.#addParents(textOf(parentTree, 'parent tree'), reference);
    if (nameTree !== null) {
      const nodes = /\/Kids (\[[^\]]*\])/.exec(textOf(nameTree, 'name tree'))?.[1];
      if (nodes === undefined) throw strange('the names of elements are not in nodes');
      this.#nameTrees.push(...referencesIn(nodes).map(reference));
    }
    this.#parts++;
    return pages;
  }

  #joined(structure: number | null, document: number | null, outline: number | null): { ids: Map<number, number> } {
    const ids = new Map<number, number>();
    if (structure !== null) ids.set(structure, this.#ids.structure);
    if (document !== null) ids.set(document, this.#ids.document);
    if (outline !== null) ids.set(outline, this.#ids.outline);
    return { ids };
  }

  async #put(id: number, text: string, { stream }: PdfObject): Promise<void> {
    if (stream) await this.#writer.stream(id, text, stream);
    else await this.#writer.object(id, text);
  }

  /** Links the first entry of a part with the last one before it, and holds its last one back. */
  async #openOutline(
    entries: readonly number[],
    part: PdfObjects,
    reference: (id: number) => number,
    renamed: (text: string) => string,
  ): Promise<ReadonlySet<number>> {
    const first = entries[0];
    const last = entries.at(-1);
    if (first === undefined || last === undefined) return new Set();
    const textOf = (id: number): string => renamed(part.objects.get(id)?.text ?? '<<>>');
    let firstText = textOf(first);
    if (this.#lastEntry) {
      const { id, text } = this.#lastEntry;
      await this.#writer.object(id, withEntry(text, `/Next ${reference(first)} 0 R`));
      firstText = withEntry(firstText, `/Prev ${id} 0 R`);
    }
    this.#firstEntry ??= reference(first);
    this.#entries += entries.length;
    if (first === last) this.#lastEntry = { id: reference(first), text: firstText };
    else {
      await this.#writer.object(reference(first), firstText);
      this.#lastEntry = { id: reference(last), text: textOf(last) };
    }
    return new Set([first, last]);
  }

  async #addParents(text: string, reference: (id: number) => number): Promise<void> {
    const nums = /\/Nums \[([^\]]*)\]/.exec(text)?.[1];
    if (nums === undefined) throw strange('the parent tree has no numbers');
    const pairs = [...nums.matchAll(/(\d+) (\d+) 0 R/g)];
    if (pairs.length === 0) return;
    const keys = pairs.map((pair) => Number(pair[1]) + this.#parents);
    const id = this.#writer.reserve(1);
    const written = pairs.map((pair, at) => `${keys[at]} ${reference(Number(pair[2]))} 0 R`).join(' ');
    await this.#writer.object(id, `<</Nums [${written}] /Limits [${keys[0]} ${keys.at(-1)}]>>`);
    this.#parentTrees.push(id);
    this.#parents = (keys.at(-1) as number) + 1;
  }

  /** Writes what holds the parts together. Nothing can be added afterwards. */
  async end(): Promise<void> {
    const { catalog, info, pages, structure, document, parents, names, outline } = this.#ids;
    const list = (ids: readonly number[]): string => `[${ids.map((id) => `${id} 0 R`).join(' ')}]`;
    const count = this.#pages.reduce((sum, branch) => sum + branch.count, 0);
    const put = (id: number, text: string): Promise<void> => this.#writer.object(id, text);
    await put(pages, `<</Type /Pages /Count ${count} /Kids ${list(this.#pages.map(({ id }) => id))}>>`);
    await put(
      document,
      `<</Type /StructElem /S /Document /Lang ${this.#language} /P ${structure} 0 R /K ${list(this.#elements)}>>`,
    );
    await put(parents, `<</Kids ${list(this.#parentTrees)}>>`);
    await put(names, `<</Kids ${list(this.#nameTrees)}>>`);
    const named = this.#nameTrees.length > 0 ? ` /IDTree ${names} 0 R` : '';
    await put(
      structure,
      `<</Type /StructTreeRoot /K ${document} 0 R /ParentTree ${parents} 0 R /ParentTreeNextKey ${this.#parents}${named}>>`,
    );
    let outlined = '';
    if (this.#lastEntry) {
      await put(this.#lastEntry.id, this.#lastEntry.text);
      await put(
        outline,
        `<</Type /Outlines /First ${this.#firstEntry} 0 R /Last ${this.#lastEntry.id} 0 R /Count ${this.#entries}>>`,
      );
      outlined = ` /Outlines ${outline} 0 R`;
    }
    await put(info, this.#info);
    await put(
      catalog,
      `<</Type /Catalog /Pages ${pages} 0 R /MarkInfo <</Marked true>> /StructTreeRoot ${structure} 0 R${outlined} /ViewerPreferences <</DisplayDocTitle true>> /Lang ${this.#language}>>`,
    );
    await this.#writer.end(catalog, info);
  }
}

/** The topmost entries of an outline, in order. */
function outlineEntries(part: PdfObjects, outline: string): number[] {
  const entries: number[] = [];
  for (let id = referenceOf(outline, 'First'); id !== null; ) {
    entries.push(id);
    id = referenceOf(stringless(part.objects.get(id)?.text ?? ''), 'Next');
  }
  return entries;
}

/** Without strings: a title may say `/Next 1 0 R`. */
const stringless = (text: string): string => text.replace(/\((?:\\[\s\S]|[^\\()])*\)/g, '()');

const withEntry = (dictionary: string, entry: string): string => dictionary.replace(/>>$/, `\n${entry}>>`);
const withParent = (dictionary: string, id: number): string => withEntry(dictionary, `/Parent ${id} 0 R`);
