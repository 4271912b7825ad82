import type { BrowserWindow } from 'electron';
import { beforeEach, expect, it } from 'vitest';
import { askBeforeClosing, chooseInDialog, showStartFailure } from '../../../src/main/electron/dialogs.ts';
import { commandLineArguments, documentArgument, givenArguments } from '../../../src/main/electron/documentArgument.ts';
import { readWorkbookInUtility } from '../../../src/main/electron/readWorkbookInUtility.ts';
import { READ_LIMITS } from '../../../src/main/imports/limits.ts';
import { AnswersForTests } from '../../../src/main/window/AnswersForTests.ts';
import type { FileQuestion } from '../../../src/main/window/FileQuestion.ts';
import * as standIn from '../../fixtures/electronStandIn.ts';

const window = new standIn.BrowserWindow({}) as unknown as BrowserWindow;
const none = new AnswersForTests(undefined);

function question(purpose: FileQuestion['purpose']): FileQuestion {
  return { purpose, title: 'T', suggestedName: 'a.allot', kinds: [{ label: 'Allot document', extensions: ['allot'] }] };
}

beforeEach(() => standIn.resetStandIn());

it('asks with the dialog of the system and gives the path', async () => {
  standIn.answers.openDialog = { canceled: false, filePaths: ['/plans/a.allot'] };
  standIn.answers.saveDialog = { canceled: false, filePath: '/plans/b.allot' };
  const choose = chooseInDialog(() => window, none);
  expect(await choose(question('open'))).toBe('/plans/a.allot');
  expect(standIn.recorded.at(-1)?.args[0]).toMatchObject({ properties: ['openFile'] });
  expect(await choose(question('folder'))).toBe('/plans/a.allot');
  expect(standIn.recorded.at(-1)?.args[0]).toMatchObject({ properties: ['openDirectory', 'createDirectory'] });
  expect(await choose(question('save'))).toBe('/plans/b.allot');
  expect(standIn.recorded.at(-1)?.args[0]).toMatchObject({ defaultPath: 'a.allot' });
});

it('gives nothing when the person closes it, or when there is no window', async () => {
  expect(await chooseInDialog(() => window, none)(question('open'))).toBeNull();
  expect(await chooseInDialog(() => window, none)(question('save'))).toBeNull();
  expect(await chooseInDialog(() => null, none)(question('open'))).toBeNull();
});

it('takes the answers of a test instead', async () => {
  const choose = chooseInDialog(() => window, new AnswersForTests('["/x"]'));
  expect([await choose(question('open')), await choose(question('open'))]).toEqual(['/x', null]);
  expect(standIn.recorded.filter(({ call }) => call.startsWith('dialog.'))).toEqual([]);
});

it('asks before a window with changes is closed; anything but a choice means to go on working', async () => {
  const choices = [];
  for (const response of [0, 1, 2, 7]) {
    standIn.answers.messageBox = response;
    choices.push(await askBeforeClosing(window, 'Plan'));
  }
  expect(choices).toEqual(['save', 'discard', 'cancel', 'cancel']);
  expect(standIn.recorded[0]?.args[0]).toMatchObject({ cancelId: 2, message: 'Save the changes to “Plan”?' });
});

it('names the path that could not be written when the program cannot start', () => {
  const denied = Object.assign(new Error('EACCES: permission denied'), { path: '/state/working' });
  showStartFailure(denied, '/state');
  showStartFailure(new Error('odd'), '/state');
  const texts = standIn.recorded.map(({ args }) => String(args[1]));
  expect(texts[0]).toContain('/state/working');
  expect(texts[1]).toContain('/state');
  for (const text of texts) expect(text).not.toMatch(/\n\s+at /);
});

it('tells the command line and a double-clicked document apart', () => {
  expect(givenArguments(['/opt/allot', 'budgets', 'a.allot'], true)).toEqual(['budgets', 'a.allot']);
  expect(givenArguments(['electron', '.', '--sample'], false)).toEqual(['--sample']);
  expect(commandLineArguments(['budgets', 'a.allot'])).toEqual(['budgets', 'a.allot']);
  expect(commandLineArguments(['a.allot'])).toBeNull();
  expect(commandLineArguments([])).toBeNull();
  expect(documentArgument(['--flag', 'Plan.ALLOT'], '/here')).toBe('/here/Plan.ALLOT');
  expect(documentArgument(['/there/plan.allot'], '/here')).toBe('/there/plan.allot');
  expect(documentArgument(['--x=plan.allot', 'notes.txt'], '/here')).toBeNull();
});

it('reads a workbook in a process of its own, which is always ended', async () => {
  const run = readWorkbookInUtility('/program/out');
  const read = run('/book.xlsx', READ_LIMITS);
  const child = standIn.utilityChildren[0] as standIn.UtilityChild;
  expect(child.posted).toEqual([{ path: '/book.xlsx', limits: READ_LIMITS }]);
  child.emit('message', { refusal: 'no' });
  expect(await read).toEqual({ refusal: 'no' });
  expect(child.killed).toBe(true);

  const crashed = run('/book.xlsx', READ_LIMITS);
  standIn.utilityChildren[1]?.emit('exit', 5);
  expect(await crashed).toHaveProperty('refusal');

  const endless = run('/book.xlsx', { ...READ_LIMITS, timeoutMs: 5 });
  expect(await endless).toHaveProperty('refusal');
  expect(standIn.utilityChildren[2]?.killed).toBe(true);
});
