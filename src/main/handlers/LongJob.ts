import { AllotError } from '../../shared/contract/errors.ts';
import type { HostServices } from '../HostServices.ts';

/** What a long job is given: it tells how far it is and hears whether it is still wanted. */
export interface JobProgress {
  /**
   * Tells the step, lets other requests in, and throws once the person has cancelled. To be awaited after each piece
   * of work, of a tenth of a second at most, so that Cancel is heard.
   */
  readonly step: (done: number, total: number | null) => Promise<void>;
  readonly signal: AbortSignal;
}

/** For callers that nobody watches: tests and the command line. */
export const SILENT_PROGRESS: JobProgress = { step: async () => {}, signal: new AbortController().signal };

/** A bar need not move oftener than an eye sees. */
const TELL_EVERY_MS = 80;

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * The one long job of a program: writing hundreds of files, or one of hundreds of pages. It says how far it is with
 * `progress/step` and may be cancelled with `job/cancel`. The work itself sees to it that nothing is left behind when
 * `step` throws: it writes under temporary names and puts them in place, without a further step, when all is whole.
 */
export class LongJob {
  readonly #emit: HostServices['emit'];
  #running: AbortController | null = null;

  constructor(emit: HostServices['emit']) {
    this.#emit = emit;
  }

  get isRunning(): boolean {
    return this.#running !== null;
  }

  /**
   * Runs the work, of which `label` tells the person: `Writing calculators`. Throws an AllotError `job-running` where
   * another job runs, and `job-cancelled` when this one was cancelled before it was done.
   */
  async run<Answer>(label: string, work: (progress: JobProgress) => Promise<Answer>): Promise<Answer> {
    if (this.#running) {
      throw new AllotError('job-running', 'Files are being written already. Wait until they are done, or cancel that.');
    }
    const own = new AbortController();
    this.#running = own;
    let toldAt = Number.NEGATIVE_INFINITY;
    const step = async (done: number, total: number | null): Promise<void> => {
      const now = performance.now();
      if (now - toldAt >= TELL_EVERY_MS || done === total) {
        toldAt = now;
        this.#emit('progress/step', { label, done, total });
      }
      await nextTurn();
      own.signal.throwIfAborted();
    };
    try {
      await step(0, null);
      return await work({ step, signal: own.signal });
    } catch (error) {
      if (!own.signal.aborted) throw error;
      throw new AllotError(
        'job-cancelled',
        `${label} was cancelled. Nothing of it was left behind, and files that were there before are as they were.`,
      );
    } finally {
      this.#running = null;
    }
  }

  /** Stops the job at its next step; without one, nothing happens. */
  cancel(): void {
    this.#running?.abort();
  }
}
