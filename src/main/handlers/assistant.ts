import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { type BuiltImport, buildImport } from '../../shared/assistant/buildImport.ts';
import { headersOf } from '../../shared/assistant/headerRow.ts';
import type { Mapping } from '../../shared/assistant/Mapping.ts';
import { type AskedReading, tableWidth } from '../../shared/assistant/RawTable.ts';
import { headerShape, recallMapping, rememberMapping } from '../../shared/assistant/rememberMapping.ts';
import { suggestMapping } from '../../shared/assistant/suggestMapping.ts';
import type { AssistantFile } from '../../shared/contract/assistant.ts';
import { AllotError } from '../../shared/contract/errors.ts';
import type { Session } from '../document/Session.ts';
import type { HostServices } from '../HostServices.ts';
import { readTables } from '../imports/table/TableReader.ts';
import { commitAndDigest } from './change.ts';
import type { FileAtHand, HeldFile } from './FileAtHand.ts';
import type { HandlersOf } from './Handlers.ts';

const TABLES = [
  { label: 'Table', extensions: ['csv', 'tsv', 'txt', 'xlsx', 'xlsm'] },
  { label: 'All files', extensions: ['*'] },
];

/** What a mapping is remembered under in the document's session state. */
const sessionKey = (shape: string): string => `import:${shape}`;

/** The import as it was built last, with everything it was built from. */
interface LastBuilt {
  readonly asked: string;
  readonly document: Session['document'];
  readonly logId: number;
  readonly built: BuiltImport;
}

export function assistantHandlers(host: HostServices, session: Session, atHand: FileAtHand): HandlersOf<'assistant'> {
  let reading: AbortController | null = null;

  const tableOf = (token: string, sheet: number) => atHand.tableOf(token, sheet);
  let last: LastBuilt | null = null;

  /** What was previewed is what is imported: it is built anew only when something has changed since. */
  const build = (params: { token: string; sheet: number; scenario: number; mapping: Mapping }): BuiltImport => {
    const asked = JSON.stringify(params);
    const { document } = session;
    const logId = document.log(1)[0]?.id ?? 0;
    if (last && last.asked === asked && last.document === document && last.logId === logId) return last.built;
    last = null;
    last = { asked, document, logId, built: buildAnew(params) };
    return last.built;
  };

  const buildAnew = (params: { token: string; sheet: number; scenario: number; mapping: Mapping }): BuiltImport => {
    const { file, table } = tableOf(params.token, params.sheet);
    const { model } = session.document;
    const scenario = model.get('scenario', params.scenario);
    if (!scenario) {
      throw new AllotError(
        'unknown-scenario',
        'The scenario to import into is not in the document. Nothing was changed.',
      );
    }
    const { now, user } = session.workplace;
    const meta = { fileName: file.fileName, sha256: file.sha256, at: now().toISOString(), by: user };
    return buildImport(table, params.mapping, model, scenario, meta);
  };

  /** Reads a file in a process of its own; it is the one at hand afterwards, unless something else was asked meanwhile. */
  const read = async (
    path: string,
    own: AbortController,
    document: Session['document'],
    asked?: AskedReading,
  ): Promise<AssistantFile> => {
    const label = `Reading ${basename(path)}`;
    host.emit('progress/step', { label, done: 0, total: null });
    const file = await readTables(path, {
      start: host.startTableReader,
      signal: own.signal,
      asked,
      onProgress: ({ done, total }) => host.emit('progress/step', { label, done, total }),
    });
    if (session.document !== document || reading !== own) {
      throw new AllotError('read-cancelled', 'Reading was cancelled. Nothing was imported.');
    }
    reading = null;
    if (asked && atHand.held && file.sha256 !== atHand.held.file.sha256) {
      throw new AllotError(
        'file-changed',
        'The file has changed since it was read; nothing was imported. Choose it again.',
      );
    }
    last = null;
    const held = { token: randomUUID(), path, file };
    atHand.held = held;
    return describe(held);
  };

  return {
    'assistant/read': async () => {
      // Asked of a closed document, this should fail before the person has chosen a file.
      const { document } = session;
      reading?.abort();
      atHand.held = null;
      last = null;
      const own = new AbortController();
      reading = own;
      const path = await host.chooseFile({
        purpose: 'open',
        title: 'Import a table',
        kinds: TABLES,
        suggestedName: '',
      });
      if (path === null) return null;
      return read(path, own, document);
    },
    'assistant/readAgain': async ({ token, encoding, delimiter }) => {
      tableOf(token, 0);
      reading?.abort();
      const own = new AbortController();
      reading = own;
      return read((atHand.held as HeldFile).path, own, session.document, { encoding, delimiter });
    },
    'assistant/cancel': async () => {
      reading?.abort();
      reading = null;
      atHand.held = null;
      last = null;
      return null;
    },
    'assistant/rows': async ({ token, sheet, from, count }) => {
      const { table } = tableOf(token, sheet);
      return table.rows.slice(from, from + count).map(({ number, cells }) => ({ number, cells }));
    },
    'assistant/suggest': async ({ token, sheet, headerRow }) => {
      const { table } = tableOf(token, sheet);
      const { document } = session;
      const suggestion = suggestMapping(table, document.model, headerRow ?? undefined);
      const headers = headersOf(table, suggestion.mapping.headerRow);
      const remembered = document.session()[sessionKey(headerShape(headers))];
      if (remembered === undefined) return { suggestion, isRemembered: false };
      const mapping = recallMapping(remembered, suggestion.mapping, headers, document.model);
      return { suggestion: { ...suggestion, mapping }, isRemembered: true };
    },
    'assistant/preview': async (params) => {
      const { preview, faults, faultCount } = build(params);
      return { preview, faults, faultCount };
    },
    'assistant/import': async (params) => {
      const { file, table } = tableOf(params.token, params.sheet);
      const { preview, faults, faultCount, change } = build(params);
      const told = { preview, faults, faultCount, fileName: file.fileName };
      if (!change) return { ...told, change: null, committed: null };
      const committed = commitAndDigest(session, change, params.scenario);
      last = null;
      const headers = headersOf(table, params.mapping.headerRow);
      const remembered = rememberMapping(params.mapping, headers);
      if (remembered !== null) session.document.setSession(sessionKey(headerShape(headers)), remembered);
      atHand.held = null;
      return { ...told, change: session.document.changeText(committed.logId), committed };
    },
  };
}

function describe({ token, file }: HeldFile): AssistantFile {
  const { fileName, sha256, encoding, delimiter } = file;
  const sheets = file.sheets.map((table) => ({
    name: table.sheet,
    rowCount: table.rows.length,
    columnCount: tableWidth(table),
  }));
  return { token, fileName, sha256, encoding, delimiter, sheets };
}
