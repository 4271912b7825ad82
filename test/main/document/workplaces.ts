import { join } from 'node:path';
import { type Files, nodeFiles } from '../../../src/main/document/files.ts';
import { createWorkplace, type Workplace } from '../../../src/main/document/Workplace.ts';

/** A person at a computer, with a state folder inside the test's own folder. */
export function workplaceIn(folder: string, changes: Partial<Workplace> = {}): Workplace {
  return createWorkplace(join(folder, 'state'), 'Maria Ortiz', { computer: 'FIN-03', ...changes });
}

/** A colleague at another computer; the two share nothing but the document's folder. */
export function colleagueIn(folder: string, changes: Partial<Workplace> = {}): Workplace {
  return createWorkplace(join(folder, 'state-of-ben'), 'Ben Adler', { computer: 'FIN-07', ...changes });
}

/** The real file system, one step of which fails as the system would say it. */
export function failingFiles(step: keyof Files, code: string, isMeant: (path: string) => boolean = () => true): Files {
  const real = nodeFiles[step] as (...args: unknown[]) => Promise<unknown>;
  const failing = async (...args: unknown[]): Promise<unknown> => {
    if (args.some((arg) => typeof arg === 'string' && isMeant(arg))) {
      throw Object.assign(new Error(`${code}: made to fail`), { code });
    }
    return real(...args);
  };
  return { ...nodeFiles, [step]: failing };
}
