import { join } from 'node:path';
import { utilityProcess } from 'electron';
import { GAVE_UP, type RunReader, STOPPED, TOOK_TOO_LONG } from '../imports/WorkbookReader.ts';

/** Reads a workbook in a process of Electron's own kind, which is killed when it takes too long or too much memory. */
export function readWorkbookInUtility(outFolder: string): RunReader {
  return (path, limits, signal) =>
    new Promise((resolve) => {
      const child = utilityProcess.fork(join(outFolder, 'main', 'readWorkbook.js'), [], {
        serviceName: 'Allot workbook reader',
        stdio: 'ignore',
        execArgv: [`--max-old-space-size=${limits.memoryMegabytes}`],
      });
      let isOver = false;
      const finish = (outcome: Awaited<ReturnType<RunReader>>): void => {
        if (isOver) return;
        isOver = true;
        clearTimeout(timer);
        signal?.removeEventListener('abort', stop);
        child.kill();
        resolve(outcome);
      };
      const stop = (): void => finish({ refusal: STOPPED });
      signal?.addEventListener('abort', stop);
      const timer = setTimeout(() => finish({ refusal: TOOK_TOO_LONG }), limits.timeoutMs);
      child.once('message', (outcome: Awaited<ReturnType<RunReader>>) => finish(outcome));
      child.once('exit', () => finish({ refusal: GAVE_UP }));
      child.postMessage({ path, limits });
    });
}
