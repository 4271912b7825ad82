import type { ServerResponse } from 'node:http';
import type { EventHub, SentEvent } from '../window/EventHub.ts';

/** A blank line now and then keeps proxies and sleeping laptops from taking the stream for dead. */
const HEARTBEAT_MS = 20_000;

/** Sends events as they come, one JSON text per line, until the window goes away. */
export function streamEvents(response: ServerResponse, hub: EventHub): void {
  response.setHeader('content-type', 'application/x-ndjson; charset=utf-8');
  response.writeHead(200);
  // The window knows by this line that it will miss nothing from here on.
  response.write('\n');
  const stop = hub.listen((sent: SentEvent) => response.write(`${JSON.stringify(sent)}\n`));
  const heartbeat = setInterval(() => response.write('\n'), HEARTBEAT_MS);
  response.on('close', () => {
    clearInterval(heartbeat);
    stop();
  });
}
