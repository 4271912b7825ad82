import { parseArgs } from 'node:util';
import { AllotError } from '../../shared/contract/errors.ts';

export interface ServerArguments {
  /** 0 takes any free port. */
  readonly port: number;
  readonly sample: boolean;
  readonly path: string | null;
}

/** `server [--port N] [--sample] [FILE]` */
export function serverArguments(args: readonly string[]): ServerArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { port: { type: 'string', default: '0' }, sample: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new AllotError('usage', `The port is a number up to 65535, not ${values.port}.`);
  }
  return { port, sample: values.sample, path: positionals[0] ?? null };
}
