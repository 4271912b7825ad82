import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Reply } from '../../shared/contract/requests.ts';
import { createStyleNonce, protectiveHeaders } from '../window/contentPolicy.ts';
import type { EventHub } from '../window/EventHub.ts';
import type { WindowFiles } from '../window/WindowFiles.ts';
import { streamEvents } from './eventStream.ts';
import { type Refusal, refuseOrigin, refuseToken } from './guardRequest.ts';
import { BODY_LIMIT_BYTES, readBody } from './readBody.ts';

export interface LoopbackOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly files: WindowFiles;
  readonly events: EventHub;
  readonly dispatch: (name: string, params: unknown) => Promise<Reply<unknown>>;
  readonly bodyLimitBytes?: number;
}

export interface Loopback {
  /** With the token in the fragment, which a browser keeps to itself. */
  readonly address: string;
  readonly token: string;
  close(): Promise<void>;
}

function refuse(response: ServerResponse, refusal: { status: number; sentence: string }): void {
  response.setHeader('content-type', 'text/plain; charset=utf-8');
  response.writeHead(refusal.status);
  response.end(`${refusal.sentence}\n`);
}

function sendReply(response: ServerResponse, status: number, reply: Reply<unknown>): void {
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.writeHead(status);
  response.end(JSON.stringify(reply));
}

function failure(code: string, message: string): Reply<unknown> {
  return { ok: false, error: { code, message, detail: [] } };
}

async function answerAsk(
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
  options: LoopbackOptions,
): Promise<void> {
  if (request.headers['content-type'] !== 'application/json') {
    return refuse(response, { status: 415, sentence: 'Allot is asked in JSON.' });
  }
  const text = await readBody(request, options.bodyLimitBytes ?? BODY_LIMIT_BYTES);
  if (text === null) {
    response.setHeader('connection', 'close');
    return sendReply(response, 413, failure('request-too-large', 'That is more than Allot can take in at once.'));
  }
  let params: unknown;
  try {
    params = JSON.parse(text);
  } catch {
    return sendReply(response, 400, failure('request-unreadable', 'The window sent something Allot cannot read.'));
  }
  sendReply(response, 200, await options.dispatch(name, params));
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  own: { host: string; token: string },
  options: LoopbackOptions,
): Promise<void> {
  const nonce = createStyleNonce();
  for (const [name, value] of Object.entries(protectiveHeaders(nonce, 'self'))) response.setHeader(name, value);
  const refusal: Refusal | null = refuseOrigin(request, own.host);
  if (refusal) return refuse(response, refusal);

  const path = (request.url ?? '/').split('?', 1)[0] as string;
  if (request.method === 'GET' && path !== '/events') {
    // The window's own code is no secret and is given without the token; nothing of a document is in it.
    const file = options.files.read(path, nonce);
    if (!file) return refuse(response, { status: 404, sentence: 'There is nothing at this address.' });
    response.setHeader('content-type', file.type);
    response.writeHead(200);
    response.end(file.body);
    return;
  }

  const withoutToken = refuseToken(request, own.token);
  if (withoutToken) return refuse(response, withoutToken);
  if (request.method === 'GET') return streamEvents(response, options.events);
  if (request.method === 'POST' && path.startsWith('/ask/')) {
    // A post without an Origin is no browser's, and only our window in a browser has business here.
    if (request.headers.origin === undefined) {
      return refuse(response, { status: 403, sentence: 'Allot answers its own window only.' });
    }
    return answerAsk(request, response, path.slice('/ask/'.length), options);
  }
  refuse(response, { status: 405, sentence: 'Allot does not answer this kind of request.' });
}

/** Serves the window on 127.0.0.1, to this computer alone, until `close`. */
export async function startLoopback(options: LoopbackOptions): Promise<Loopback> {
  const token = randomBytes(32).toString('base64url');
  const own = { host: '', token };
  const server: Server = createServer((request, response) => {
    answer(request, response, own, options).catch((error: unknown) => {
      // A person gets a sentence, never a stack; what it was goes to the terminal Allot was started from.
      process.stderr.write(`Allot could not answer a request: ${error instanceof Error ? error.message : 'unknown'}\n`);
      if (response.headersSent) response.destroy();
      else
        sendReply(
          response,
          500,
          failure('host-failed', 'Allot could not answer. Your document is as you last saw it.'),
        );
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  own.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address: `http://${own.host}/#${token}`,
    token,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
