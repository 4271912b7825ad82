import type { SessionState } from '../../shared/contract/requests.ts';
import { Store } from './Store.ts';

const SEND_AFTER_MS = 400;

/**
 * Column widths, theme, last sheet: kept with the document, never logged, never undone. Writes are sent a moment
 * later and only once per key, because dragging a column edge makes dozens of them.
 */
export class SessionPreferences extends Store {
  readonly #values: Map<string, string>;
  readonly #send: (key: string, value: string) => void;
  readonly #waiting = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(values: SessionState, send: (key: string, value: string) => void) {
    super();
    this.#values = new Map(Object.entries(values));
    this.#send = send;
  }

  get(key: string): string | null {
    return this.#values.get(key) ?? null;
  }

  set(key: string, value: string): void {
    if (this.#values.get(key) === value) return;
    this.#values.set(key, value);
    clearTimeout(this.#waiting.get(key));
    this.#waiting.set(
      key,
      setTimeout(() => {
        this.#waiting.delete(key);
        this.#send(key, value);
      }, SEND_AFTER_MS),
    );
    this.notify();
  }

  /** The same for what is chosen now and then and must outlive a reload that follows at once. */
  setNow(key: string, value: string): void {
    this.set(key, value);
    this.flush();
  }

  /** Sends what still waits; called before the document is closed. */
  flush(): void {
    for (const [key, timer] of this.#waiting) {
      clearTimeout(timer);
      this.#send(key, this.#values.get(key) ?? '');
    }
    this.#waiting.clear();
  }

  /** A record of numbers kept as JSON, such as column widths. Anything unreadable counts as empty. */
  getNumbers(key: string): Readonly<Record<string, number>> {
    const text = this.get(key);
    if (text === null) return {};
    try {
      const value: unknown = JSON.parse(text);
      if (typeof value !== 'object' || value === null) return {};
      return Object.fromEntries(
        Object.entries(value).filter((pair): pair is [string, number] => typeof pair[1] === 'number'),
      );
    } catch {
      return {};
    }
  }
}
