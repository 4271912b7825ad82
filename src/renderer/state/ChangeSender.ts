import type { Change } from '../../shared/changes/Change.ts';
import type { AllotErrorData } from '../../shared/contract/errors.ts';
import type { AllotBridge, Committed } from '../../shared/contract/requests.ts';

/** One change on its way to main. `change` is asked for at the last moment: an undo names a log id only then known. */
export interface Sending {
  readonly change: () => Change;
  /** The scenario that was shown and calculated, and its digest. */
  readonly scenario: number;
  readonly digest: string;
  readonly stored: (committed: Committed) => void;
  /** Sets the undo list back to before this step; called last step first. */
  readonly forget: () => void;
}

/** A change of more rows is painted first: writing it out for main takes longer than a frame. */
const QUICK_OPS = 500;
/** Two frames. */
const SENT_AFTER_MS = 34;

/**
 * Sends changes one at a time, in the order they were made. When main refuses one, those behind it were never sent and
 * are handed back with it: each may rest on the one that failed.
 */
export class ChangeSender {
  readonly #bridge: AllotBridge;
  readonly #refused: (unsent: readonly Sending[], error: AllotErrorData) => void;
  #queue: Sending[] = [];
  #running: Promise<void> | null = null;

  constructor(bridge: AllotBridge, refused: (unsent: readonly Sending[], error: AllotErrorData) => void) {
    this.#bridge = bridge;
    this.#refused = refused;
  }

  send(sending: Sending): void {
    this.#queue.push(sending);
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
  }

  /** Settles when everything made so far is stored or handed back; Save, export and close wait for it. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async #run(): Promise<void> {
    for (let next = this.#queue[0]; next; next = this.#queue[0]) {
      if (next.change().ops.length > QUICK_OPS) await new Promise((resolve) => setTimeout(resolve, SENT_AFTER_MS));
      const params = { change: next.change(), calculatedScenario: next.scenario };
      const reply = await this.#bridge.ask('change/commit', params);
      if (!reply.ok) {
        const unsent = this.#queue;
        this.#queue = [];
        this.#refused(unsent, reply.error);
        return;
      }
      this.#queue.shift();
      next.stored(reply.value);
    }
  }
}
