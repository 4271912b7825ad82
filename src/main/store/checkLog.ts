import type { TamperFinding } from '../../shared/history/LogFault.ts';
import { hashOf, type LogRow, streamLog } from './changeLog.ts';
import type { Connection } from './connection.ts';
import { FIRST_HASH, type LogSeal } from './logSeal.ts';

/** What the longer look keeps of a row; its ops may be of megabytes. */
interface Link {
  readonly id: number;
  readonly prevHash: string;
  readonly hash: string;
  /** The hash is the one of the content under this number. */
  readonly isWhole: boolean;
  /** The same under another number. */
  readonly isWholeAs: (id: number) => boolean;
}

/**
 * Holds the log against its own chain and against the seal. Empty where every entry stands as it was written, in its
 * place, with none missing and none added. Reads every row once; only when something is wrong a second time, to tell
 * what.
 */
export function checkLog(db: Connection, seal: LogSeal | null): TamperFinding[] {
  let previous = FIRST_HASH;
  let last = 0;
  let holds = seal !== null;
  for (const row of streamLog(db)) {
    if (row.id !== last + 1 || row.prevHash !== previous || row.hash !== hashOf(row)) {
      holds = false;
      break;
    }
    previous = row.hash;
    last = row.id;
  }
  if (holds && last === seal?.logId && previous === seal.logHash) return [];
  return explainBreaks(readLinks(db), seal);
}

function readLinks(db: Connection): Link[] {
  const links: Link[] = [];
  for (const row of streamLog(db)) links.push(linkOf(row));
  return links;
}

function linkOf(row: LogRow): Link {
  const { id, prevHash, hash } = row;
  const isWhole = hash === hashOf(row);
  return { id, prevHash, hash, isWhole, isWholeAs: (as) => !isWhole && hash === hashOf({ ...row, id: as }) };
}

/**
 * Follows the chain from its beginning by the hashes, not by the numbers: what it never reaches was put in, what it
 * cannot go on from was changed or taken out, and an entry whose hash fits another number was moved.
 */
function explainBreaks(links: readonly Link[], seal: LogSeal | null): TamperFinding[] {
  const findings: TamperFinding[] = [];
  const byPrevious = Map.groupBy(links, ({ prevHash }) => prevHash);
  const hashes = new Set(links.map(({ hash }) => hash));
  const ids = new Set(links.map(({ id }) => id));
  const reached = new Set<Link>();
  const missing = (from: number, to: number): void => {
    for (let id = from; id <= to; id++) {
      if (ids.has(id)) continue;
      let end = id;
      while (end < to && !ids.has(end + 1)) end++;
      findings.push({ kind: 'missing', entry: id, sentence: missingSentence(id, end) });
      id = end;
    }
  };
  const goesOn = ({ hash }: Link): boolean => byPrevious.has(hash) || hash === seal?.logHash;
  let previous = FIRST_HASH;
  let last = 0;
  // Behind the entry that is sealed nothing is the program's own.
  while (!(seal && last >= seal.logId && previous === seal.logHash)) {
    const next = (byPrevious.get(previous) ?? [])
      .filter((link) => !reached.has(link))
      .sort(
        (left, right) => Number(goesOn(right)) - Number(goesOn(left)) || Number(right.isWhole) - Number(left.isWhole),
      )
      .at(0);
    const link = next ?? links.find((one) => !reached.has(one) && one.id > last && !hashes.has(one.prevHash));
    if (!link) break;
    reached.add(link);
    const { id } = link;
    if (!next && last > 0 && id === last + 1) {
      const sentence = `Entry ${last} is not the one that entry ${id} was written after.`;
      findings.push({ kind: 'changed', entry: last, sentence });
    }
    if (link.isWhole) {
      missing(last + 1, id - 1);
      last = id;
    } else if (link.isWholeAs(last + 1)) {
      findings.push({
        kind: 'moved',
        entry: id,
        sentence: `Entry ${last + 1} was moved: it now stands as entry ${id}.`,
      });
      last += 1;
    } else {
      findings.push({ kind: 'changed', entry: id, sentence: `Entry ${id} is not as it was written.` });
      last = Math.max(last + 1, id);
    }
    previous = link.hash;
  }
  for (const link of links) if (!reached.has(link) || (seal && link.id > seal.logId)) findings.push(insertedOf(link));
  if (!seal) {
    const sentence = 'The seal under the history is missing, so entries may have been cut off at its end.';
    findings.push({ kind: 'unsealed', entry: null, sentence });
  } else if (last < seal.logId) missing(last + 1, seal.logId);
  else if (findings.length === 0 && previous !== seal.logHash) {
    findings.push({ kind: 'changed', entry: last || null, sentence: `Entry ${last} is not the one that was sealed.` });
  }
  return findings;
}

const insertedOf = ({ id }: Link): TamperFinding => ({
  kind: 'inserted',
  entry: id,
  sentence: `Entry ${id} was put into the history by another program.`,
});

function missingSentence(from: number, to: number): string {
  if (from === to) return `Entry ${from} was taken out of the history.`;
  return `Entries ${from} to ${to} were taken out of the history.`;
}
