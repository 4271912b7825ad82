import { AllotError } from '../../shared/contract/errors.ts';
import type { DocumentInfo, OpenedDocument } from '../../shared/contract/requests.ts';
import type { DistrictDocument } from './DistrictDocument.ts';
import { openDocument } from './openDocument.ts';
import type { Workplace } from './Workplace.ts';

/** What a window has open: at most one document. Another takes its place only when nothing unsaved would be lost. */
export class Session {
  readonly workplace: Workplace;
  readonly #tell: (info: DocumentInfo) => void;
  #document: DistrictDocument | null = null;
  #opening: Promise<unknown> = Promise.resolve();
  #wasModified = false;

  constructor(workplace: Workplace, tell: (info: DocumentInfo) => void) {
    this.workplace = workplace;
    this.#tell = tell;
  }

  get isModified(): boolean {
    return this.#document?.isModified ?? false;
  }

  /** The open document, for what makes no sense without one. */
  get document(): DistrictDocument {
    if (!this.#document) throw new AllotError('no-document', 'No document is open. Open one or make a new one.');
    return this.#document;
  }

  info(): DocumentInfo | null {
    return this.#document?.info() ?? null;
  }

  /** Everything a window needs to show the document; its notices are delivered with the first such answer. */
  current(): OpenedDocument | null {
    const document = this.#document;
    if (!document) return null;
    const opened = { info: document.info(), rows: document.model.toRows(), session: document.session() };
    document.clearNotices();
    return opened;
  }

  /** Opens a document by path: a file the person chose, double-clicked or named on starting the program. */
  openPath(path: string): Promise<OpenedDocument> {
    return this.replaceBy(async () => {
      const here = this.#document;
      if (here?.target && here.target === (await realPathOf(this.workplace, path))) return here;
      return openDocument(this.workplace, path);
    });
  }

  /** Puts another document in place of the open one, which must be saved; if opening fails, the open one stays. */
  replaceBy(open: () => Promise<DistrictDocument>): Promise<OpenedDocument> {
    const turn = this.#opening.then(async () => {
      this.#refuseUnsaved();
      const former = this.#document;
      const document = await open();
      if (document !== former) {
        // Edits may have come in while the new document was read.
        if (former?.isModified) {
          await document.close();
          this.#refuseUnsaved();
        }
        await former?.close();
        this.#document = document;
      }
      this.#wasModified = document.isModified;
      return this.current() as OpenedDocument;
    });
    this.#opening = turn.catch(() => {});
    return turn;
  }

  /** Leaves the document. Unsaved changes go only with `discard`. */
  async close(discard: boolean): Promise<void> {
    if (!discard) this.#refuseUnsaved();
    const document = this.#document;
    this.#document = null;
    await document?.close();
  }

  /** Tells the window when the document became modified or ceased to be; a save always tells. */
  tellInfo(always = false): void {
    const info = this.info();
    if (!info || (!always && info.isModified === this.#wasModified)) return;
    this.#wasModified = info.isModified;
    this.#tell(info);
  }

  #refuseUnsaved(): void {
    if (!this.isModified) return;
    throw new AllotError(
      'document-unsaved',
      `“${this.document.info().name}” has unsaved changes; it is still open. Save it, or close it without saving, first.`,
    );
  }
}

/** A path that leads nowhere is left for opening to complain about. */
async function realPathOf(workplace: Workplace, path: string): Promise<string> {
  try {
    return await workplace.files.realPath(path);
  } catch {
    return path;
  }
}
