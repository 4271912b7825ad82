import type { EventName, Events } from '../../shared/contract/requests.ts';

type Listener = (event: never) => void;

/** How long to wait before asking for the events again when the stream broke off; then give up. */
const RETRY_DELAYS_MS = [250, 500, 1_000, 2_000, 4_000, 8_000];

/** What the loopback host tells unasked: JSON texts, one per line, in an answer that does not end. */
export class EventStream {
  private readonly listeners = new Map<EventName, Set<Listener>>();
  private readonly open: () => Promise<Response>;
  private opened: Promise<void> | null = null;

  constructor(open: () => Promise<Response>) {
    this.open = open;
  }

  on<Name extends EventName>(name: Name, listener: (event: Events[Name]) => void): () => void {
    const known = this.listeners.get(name) ?? new Set<Listener>();
    this.listeners.set(name, known.add(listener));
    this.opened ??= this.start();
    return () => {
      known.delete(listener);
    };
  }

  /** Resolves when no event can be missed any more, or when there is nothing to hear with. */
  ready(): Promise<void> {
    return this.opened ?? Promise.resolve();
  }

  private start(): Promise<void> {
    return new Promise((resolve) => {
      void this.keepReading(resolve);
    });
  }

  private async keepReading(onOpen: () => void): Promise<void> {
    for (let attempt = 0; attempt <= RETRY_DELAYS_MS.length; attempt++) {
      if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, RETRY_DELAYS_MS[attempt - 1]));
      try {
        const response = await this.open();
        if (!response.ok || !response.body) break;
        await this.read(response.body, () => {
          attempt = 0;
          onOpen();
        });
      } catch {
        // The host went away. Requests say so to the person; here there is only another try.
      }
    }
    onOpen();
  }

  private async read(body: ReadableStream<Uint8Array<ArrayBuffer>>, onOpen: () => void): Promise<void> {
    let rest = '';
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      onOpen();
      const lines = (rest + value).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (line) this.tell(line);
    }
  }

  private tell(line: string): void {
    const { name, event } = JSON.parse(line) as { name: EventName; event: never };
    for (const listener of [...(this.listeners.get(name) ?? [])]) listener(event);
  }
}
