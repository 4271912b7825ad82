import { AllotError } from '../../shared/contract/errors.ts';

/** What `work` gives, or the sentence why it cannot: a chosen source or measure may be gone after an undo. */
export function tellOr<T>(work: () => T): T | string {
  try {
    return work();
  } catch (error) {
    if (error instanceof AllotError) return error.message;
    throw error;
  }
}
