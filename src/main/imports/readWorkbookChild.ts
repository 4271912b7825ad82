import type { ReadLimits } from './limits.ts';
import { readWorkbookFile } from './readWorkbookFile.ts';
import { readTableFile } from './table/readTableFile.ts';
import type { TableMessage, TableRequest } from './table/TableReader.ts';

/**
 * The process in which workbooks are read: it may run out of memory or time without taking a document with it. It is
 * told one path, answers once, and ends. Of a table file it tells on the way how far it has come.
 */
interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
}
const { parentPort } = process as unknown as { parentPort?: ParentPort };

const MS_BETWEEN_REPORTS = 100;

async function answer(message: unknown): Promise<void> {
  const request = message as { as?: 'workbook'; path: string; limits: ReadLimits } | TableRequest;
  const outcome = await (request.as === 'tables'
    ? readTableFile(request.path, request.limits, reporter(), request.asked)
    : readWorkbookFile(request.path, request.limits));
  if (parentPort) parentPort.postMessage(outcome);
  else process.send?.(outcome, undefined, undefined, () => process.disconnect());
}

/** Passes progress on a few times a second; reading itself never waits for it. */
function reporter(): (done: number, total: number | null) => void {
  let last = Date.now();
  return (done, total) => {
    const now = Date.now();
    if (now - last < MS_BETWEEN_REPORTS) return;
    last = now;
    const step: TableMessage = { progress: { done, total } };
    if (parentPort) parentPort.postMessage(step);
    else process.send?.(step);
  };
}

if (parentPort) parentPort.on('message', (event) => void answer(event.data));
else process.once('message', (message) => void answer(message));
