import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Content } from './files.ts';
import { type Workplace, workingFolder } from './Workplace.ts';

/** What is known about a working copy apart from its content; lies beside it as JSON and outlives the process. */
export interface WorkingNote {
  /** The document it was opened from or last saved to; null for an untitled one. */
  readonly target: string | null;
  readonly name: string;
  /** What the target held when it was opened or last saved. */
  readonly seen: Content | null;
  /** The newest logged change that the target holds. */
  readonly savedLogId: number;
  /** Set just before the target is replaced: a process killed in that moment has saved after all. */
  readonly publishing: { readonly content: Content; readonly logId: number; readonly target: string } | null;
  readonly user: string;
  readonly computer: string;
  readonly pid: number;
  readonly openedAt: string;
}

/** A copy being worked on: `working/<id>.allot` and the note `working/<id>.json`. */
export class WorkingCopy {
  readonly id: string;
  readonly path: string;
  readonly notePath: string;
  readonly #workplace: Workplace;
  #note: WorkingNote | null = null;

  constructor(workplace: Workplace, id: string = randomUUID()) {
    this.#workplace = workplace;
    this.id = id;
    this.path = join(workingFolder(workplace), `${id}.allot`);
    this.notePath = join(workingFolder(workplace), `${id}.json`);
  }

  /** The note as last written; a copy opened only for reading has none. */
  get note(): WorkingNote | null {
    return this.#note;
  }

  async readNote(): Promise<WorkingNote> {
    this.#note = JSON.parse(await this.#workplace.files.readText(this.notePath)) as WorkingNote;
    return this.#note;
  }

  /** Written under another name first, so that a kill leaves the old note or the new one. */
  async writeNote(note: WorkingNote): Promise<void> {
    const { files } = this.#workplace;
    const fresh = `${this.notePath}.new`;
    await files.writeText(fresh, JSON.stringify(note, null, 2), false);
    await files.replace(fresh, this.notePath);
    this.#note = note;
  }

  /** Removes everything of it, after the database was closed. The note goes last: it is what recovery finds. */
  async remove(): Promise<void> {
    const { files } = this.#workplace;
    for (const end of ['', '-journal', '-wal', '-shm']) await files.remove(`${this.path}${end}`);
    await files.remove(`${this.notePath}.new`);
    await files.remove(this.notePath);
  }
}
