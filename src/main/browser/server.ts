import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createHandlers } from '../handlers.ts';
import { AnswersForTests } from '../window/AnswersForTests.ts';
import { appInfo } from '../window/appInfo.ts';
import { EventHub } from '../window/EventHub.ts';
import type { ChooseFile } from '../window/FileQuestion.ts';
import { openAtStart } from '../window/openAtStart.ts';
import { stateFolder } from '../window/stateFolder.ts';
import { WindowFiles } from '../window/WindowFiles.ts';
import { FileChooser, startFolder } from './FileChooser.ts';
import { serverArguments } from './serverArguments.ts';
import { startLoopback } from './startLoopback.ts';

/**
 * The loopback host: Allot without Electron, its window in a browser of this computer. It prints one line with the
 * address and serves until it is told to end. In order: services, handlers, the first document, then the door.
 */
async function main(): Promise<void> {
  const { port, sample, path } = serverArguments(process.argv.slice(2));
  const files = new WindowFiles(join(import.meta.dirname, '..', 'renderer'));
  const events = new EventHub();
  const chosenFolder = process.env.ALLOT_DOCUMENTS_FOLDER;
  const folder = chosenFolder && existsSync(chosenFolder) ? chosenFolder : startFolder();
  const chooser = new FileChooser((event) => events.emit('ask/file', event), folder);
  const answers = new AnswersForTests(process.env.ALLOT_DIALOG_ANSWERS);
  const chooseFile: ChooseFile = async (question) => (answers.isSet ? answers.take() : chooser.choose(question));

  const program = createHandlers({
    info: appInfo('browser'),
    stateFolder: stateFolder(),
    chooseFile,
    emit: events.emit,
    answerFileQuestion: (answer) => chooser.answer(answer),
  });
  const refusal = await openAtStart({ sample, path: path === null ? null : resolve(path) }, program);
  if (refusal !== null) process.stderr.write(`${refusal}\n`);
  const loopback = await startLoopback({ port, files, events, dispatch: program.dispatch });

  const end = async (): Promise<void> => {
    await loopback.close();
    // What is unsaved stays where it is and is offered at the next start.
    if (!program.session.isModified) await program.session.close(false);
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void end());
  process.stdout.write(`Allot is open at ${loopback.address}\n`);
}

main().catch((error: unknown) => {
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(`Allot could not start: ${reason}\nNo document was touched.\n`);
  process.exit(1);
});
