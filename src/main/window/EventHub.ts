import type { EventName, Events } from '../../shared/contract/requests.ts';

/** One event on its way to the window. */
export type SentEvent = { [Name in EventName]: { readonly name: Name; readonly event: Events[Name] } }[EventName];

/** What main tells the windows unasked, whichever host carries it. */
export class EventHub {
  private readonly listeners = new Set<(sent: SentEvent) => void>();

  /** Gives the function that ends listening. */
  listen(listener: (sent: SentEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  readonly emit = <Name extends EventName>(name: Name, event: Events[Name]): void => {
    const sent = { name, event } as SentEvent;
    for (const listener of [...this.listeners]) listener(sent);
  };

  get listenerCount(): number {
    return this.listeners.size;
  }
}
