import { AllotError } from '../../shared/contract/errors.ts';

/** A file that cannot be read as a workbook at all. `reason` completes “The workbook cannot be read: …”. */
export class WorkbookUnreadable extends AllotError {
  constructor(fileName: string, reason: string) {
    super('workbook-unreadable', `${fileName} cannot be read: ${reason} Nothing was imported.`);
    this.name = 'WorkbookUnreadable';
  }
}

/** Thrown inside the readers, which do not know the file's name. */
export class ReadRefusal extends Error {}

export function refuse(reason: string): never {
  throw new ReadRefusal(reason);
}
