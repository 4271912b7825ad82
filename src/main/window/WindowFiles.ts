import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { STYLE_NONCE_PLACEHOLDER } from './contentPolicy.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
};

export interface WindowFile {
  readonly type: string;
  readonly body: Uint8Array<ArrayBuffer>;
}

/**
 * The built files of the window. They are listed once, and only a listed address is ever served: no path is put
 * together from what a request says, so `..`, `%2e%2e`, backslashes and links out of the folder have nothing to act on.
 */
export class WindowFiles {
  private readonly paths = new Map<string, string>();

  constructor(folder: string) {
    this.list(folder, '');
    const index = this.paths.get('/index.html');
    if (index) this.paths.set('/', index);
  }

  /** Folder by folder, since the packaged program reads them from inside its archive, which knows no more than that. */
  private list(folder: string, address: string): void {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) this.list(path, `${address}/${entry.name}`);
      else if (entry.isFile() && extname(entry.name) in TYPES) this.paths.set(`${address}/${entry.name}`, path);
    }
  }

  /** The file at an address such as `/assets/main.js`, the nonce written into a page; null when there is none. */
  read(address: string, nonce: string): WindowFile | null {
    const path = this.paths.get(address);
    if (path === undefined) return null;
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    if (extname(path) !== '.html') return { type, body: new Uint8Array(readFileSync(path)) };
    const page = readFileSync(path, 'utf8').replaceAll(STYLE_NONCE_PLACEHOLDER, nonce);
    return { type, body: new TextEncoder().encode(page) };
  }
}
