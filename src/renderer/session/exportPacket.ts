import type { RowOp } from '../../shared/model/Model.ts';
import { readyToWrite } from '../commands/readyToWrite.ts';
import type { WindowState } from '../state/WindowState.ts';
import { keptPaper, keptTables } from './packetChoices.ts';
import { shownSession } from './SessionView.ts';

/** Where the levers stand while a session is presented, and what the window calculated of it. */
export interface LiveLevers {
  readonly session: number;
  readonly scenario: number;
  readonly levers: readonly { readonly id: number; readonly value: number }[];
  /** What that changes in the scenario. */
  readonly ops: readonly RowOp[];
  readonly whatIfDigest: string;
}

/**
 * Writes a session to a file or folder that main asks for: the one that is presented as it stands now, or the one that
 * the sheet shows, with every lever where the scenario has it.
 */
export async function exportPacket(
  window: WindowState,
  as: 'pdf' | 'html' | 'svg',
  live: LiveLevers | null = null,
): Promise<void> {
  const numbers = await readyToWrite(window);
  const { document } = window;
  if (!numbers || !document) return;
  const session = live?.session ?? shownSession(document)?.id;
  if (session === undefined) {
    window.say('There is no board session yet, so there is nothing to hand out.', 'refusal');
    return;
  }
  const scenario = live?.scenario ?? numbers.scenario;
  const written = await window.askJob('boardSession/export', {
    session,
    scenario,
    digest: live ? document.calculationOf(scenario).digest() : numbers.digest,
    levers: live?.levers ?? [],
    ops: live?.ops ?? null,
    whatIfDigest: live?.whatIfDigest ?? null,
    as,
    paper: keptPaper(document),
    tables: keptTables(document),
  });
  if (!written) return;
  const { fileName, slides, pages } = written;
  const count = (number: number, what: string): string =>
    `${number.toLocaleString('en-US')} ${what}${number === 1 ? '' : 's'}`;
  const told = as === 'pdf' ? `, ${count(pages, 'page')}` : as === 'svg' ? `, ${count(slides, 'picture')}` : '';
  window.say(`Written: ${fileName}${told}.`);
}
