import { orderedSessions } from '../../shared/changes/sessions.ts';
import { AllotError } from '../../shared/contract/errors.ts';
import type { Model } from '../../shared/model/Model.ts';
import type { BoardSessionRow } from '../../shared/model/rows.ts';
import { openPacket } from '../../shared/packet/openPacket.ts';
import { writePacket } from '../exports/packet/writePacket.ts';
import { refuseStopped } from '../exports/statements/writeStatements.ts';
import { startHostPrinter } from '../print/hostPrinter.ts';
import type { CommandInput, CommandOutput } from './CommandLine.ts';
import { printTarget } from './printTarget.ts';
import { refuseDocument } from './refuseDocument.ts';
import { runJob } from './runJob.ts';
import { findScenario, withModel } from './withDocument.ts';
import { commandWorkplace } from './workplace.ts';

export const USAGE =
  'allot board-packet FILE --out FILE.pdf|FILE.html [--session NAME] [--scenario NAME] [--paper letter|a4] [--tables]';

/** `allot board-packet FILE --out FILE.pdf [--session NAME] [--scenario NAME] [--paper letter|a4] [--tables]` */
export async function run({ operands: [file = ''], options }: CommandInput): Promise<CommandOutput> {
  const target = printTarget(options.get('out'), USAGE);
  refuseDocument(file, target.path);
  await withModel(file, async (model) => {
    const source = openPacket({
      model,
      session: findSession(model, options.get('session')).id,
      scenario: findScenario(model, options.get('scenario')).id,
      levers: [],
      ops: null,
      at: commandWorkplace().now().toISOString(),
    });
    refuseStopped(source.calculation, 'the session was');
    await runJob('Writing the board packet', (progress) =>
      writePacket({
        ...target,
        source,
        paper: options.get('paper') === 'a4' ? 'a4' : 'letter',
        tables: options.has('tables'),
        startPrinter: startHostPrinter,
        progress,
      }),
    );
  });
  return { text: '' };
}

/** The session of `--session`, or the first one. An unknown name is refused with the names there are. */
function findSession(model: Model, name: string | undefined): BoardSessionRow {
  const sessions = orderedSessions(model);
  const wanted = name?.trim().toLowerCase();
  const found =
    sessions.find((session) => name === undefined || session.name === name) ??
    sessions.find((session) => session.name.toLowerCase() === wanted);
  if (found) return found;
  if (sessions.length === 0) {
    throw new AllotError('session-unknown', 'This model has no board session; arrange one in the program first.');
  }
  const names = sessions.map((session) => `“${session.name}”`).join(', ');
  throw new AllotError('session-unknown', `There is no board session “${name}” in this model; it has ${names}.`);
}
