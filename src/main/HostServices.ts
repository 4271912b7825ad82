import type { AppInfo, EventName, Events, Params } from '../shared/contract/requests.ts';
import type { StartTableReader } from './imports/table/TableReader.ts';
import type { RunReader } from './imports/WorkbookReader.ts';
import type { StartPrinter } from './print/PdfPrinter.ts';
import type { ChooseFile } from './window/FileQuestion.ts';

/** What a host (the desktop, the loopback server, a test) gives the handlers. Nothing else of a host is known here. */
export interface HostServices {
  readonly info: AppInfo;
  /** This person's folder for working copies, backups and the error log, on a local disk. */
  readonly stateFolder: string;
  /** Asks the person for a file or folder; the path stays in main. */
  readonly chooseFile: ChooseFile;
  readonly emit: <Name extends EventName>(name: Name, event: Events[Name]) => void;
  /** Reads workbooks in a process that may be killed; without it a forked Node does. */
  readonly runReader?: RunReader;
  /** The same for table files of the import assistant. */
  readonly startTableReader?: StartTableReader;
  /** Prints to PDF; without it a browser found on the computer does. */
  readonly startPrinter?: StartPrinter;
  /** A second window for the projector: on a screen of its own, or on the same. Only the desktop has one. */
  readonly projector?: { readonly open: (channel: string) => 'second' | 'same'; readonly close: () => void };
  /** The answer to a file question shown in the window itself; only the loopback host has such questions. */
  readonly answerFileQuestion?: (answer: Params<'ask/answer'>) => void;
}
