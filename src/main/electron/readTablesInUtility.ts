import { join } from 'node:path';
import { utilityProcess } from 'electron';
import type { StartTableReader, TableMessage } from '../imports/table/TableReader.ts';

/** Reads table files in a process of Electron's own kind, which is killed when it is cancelled or takes too long. */
export function readTablesInUtility(outFolder: string): StartTableReader {
  return (request, listener) => {
    const child = utilityProcess.fork(join(outFolder, 'main', 'readWorkbook.js'), [], {
      serviceName: 'Allot table reader',
      stdio: 'ignore',
      execArgv: [`--max-old-space-size=${request.limits.memoryMegabytes}`],
    });
    child.on('message', (message: TableMessage) => listener.message(message));
    child.once('exit', listener.end);
    child.postMessage(request);
    return () => {
      child.kill();
    };
  };
}
