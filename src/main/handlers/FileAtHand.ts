import type { RawTable, TableFile } from '../../shared/assistant/RawTable.ts';
import { AllotError } from '../../shared/contract/errors.ts';

/** A table file as it was read; `token` names it to the window, and its path stays here. */
export interface HeldFile {
  readonly token: string;
  readonly path: string;
  readonly file: TableFile;
}

/** The file that was read last for an import, until it is imported or left: one at a time. */
export class FileAtHand {
  held: HeldFile | null = null;

  /** A sheet of it. Throws where another file was read since, or none. */
  tableOf(token: string, sheet: number): { file: TableFile; table: RawTable } {
    const { held } = this;
    const table = held?.token === token ? held.file.sheets[sheet] : undefined;
    if (!held || !table) {
      throw new AllotError('file-forgotten', 'This file is no longer at hand; nothing was imported. Choose it again.');
    }
    return { file: held.file, table };
  }
}
