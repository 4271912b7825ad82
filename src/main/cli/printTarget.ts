import { resolve } from 'node:path';
import { AllotError } from '../../shared/contract/errors.ts';

export interface PrintTarget {
  readonly path: string;
  readonly as: 'pdf' | 'html';
}

/** Where `--out` leads, and what is to be written there by the ending of its name. */
export function printTarget(out: string | undefined, usage: string): PrintTarget {
  if (out === undefined || out.trim() === '')
    throw new AllotError('usage', `The option --out is missing. Usage: ${usage}`);
  const ending = /\.(pdf|html?)$/i.exec(out)?.[1]?.toLowerCase();
  if (ending === undefined) {
    throw new AllotError('usage', `${out} ends in neither .pdf nor .html, so nothing was written.`);
  }
  return { path: resolve(out), as: ending === 'pdf' ? 'pdf' : 'html' };
}
