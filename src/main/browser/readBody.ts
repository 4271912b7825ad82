import type { IncomingMessage } from 'node:http';

/** A pasted table of a hundred thousand rows, with its rows before and after, stays below this. */
export const BODY_LIMIT_BYTES = 64 * 1024 * 1024;

/** The text of a request's body, or null when it is longer than allowed; what is too long is not kept in memory. */
export async function readBody(
  request: IncomingMessage,
  limitBytes: number = BODY_LIMIT_BYTES,
): Promise<string | null> {
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) return null;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > limitBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
