import type { ReadLimits } from './limits.ts';
import { readWorkbookFile } from './readWorkbookFile.ts';

/**
 * The process in which workbooks are read: it may run out of memory or time without taking a document with it. It is
 * told one path, answers once, and ends.
 */
interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
}
const { parentPort } = process as unknown as { parentPort?: ParentPort };

function answer(message: unknown): void {
  const { path, limits } = message as { path: string; limits: ReadLimits };
  const outcome = readWorkbookFile(path, limits);
  if (parentPort) parentPort.postMessage(outcome);
  else process.send?.(outcome, undefined, undefined, () => process.disconnect());
}

if (parentPort) parentPort.on('message', (event) => answer(event.data));
else process.once('message', answer);
