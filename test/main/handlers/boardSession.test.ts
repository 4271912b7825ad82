import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createHandlers, type MainProgram } from '../../../src/main/handlers.ts';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import type { Change } from '../../../src/shared/changes/Change.ts';
import { addLever, addSession, editSlide, orderedSlides } from '../../../src/shared/changes/sessions.ts';
import type { OpenedDocument, RequestName } from '../../../src/shared/contract/requests.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { targetOf } from '../../../src/shared/whatIf/leverTargets.ts';
import { suggestLever } from '../../../src/shared/whatIf/suggestLever.ts';
import { WhatIf } from '../../../src/shared/whatIf/WhatIf.ts';
import { SECRET_NOTE } from '../../fixtures/boardSession.ts';
import { readPacket } from '../../fixtures/readPacket.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

const open: MainProgram[] = [];
afterEach(async () => {
  for (const program of open.splice(0)) await program.session.close(true);
});

/** A program with the sample district, a session of its own with two levers, and a printer that gives back what it gets. */
async function start() {
  const folder = temporaryFolder();
  let chosen: string | null = null;
  const printed: string[] = [];
  const main = createHandlers({
    info: { version: '0', host: 'browser', platform: 'test', user: 'Maria Ortiz' },
    stateFolder: join(folder, 'state'),
    chooseFile: async () => chosen,
    emit: () => {},
    startPrinter: async () => ({
      atOnce: 1,
      print: async (html) => {
        printed.push(html);
        throw new Error('printed');
      },
      close: async () => {},
    }),
  });
  open.push(main);
  const ask = async <Answer>(name: RequestName, params: unknown): Promise<Answer> => {
    const reply = await main.dispatch(name, JSON.parse(JSON.stringify(params)));
    if (!reply.ok) throw Object.assign(new Error(reply.error.message), { code: reply.error.code });
    return reply.value as Answer;
  };
  const { rows } = await ask<OpenedDocument>('document/openSample', null);
  const model = new Model(rows);
  const commit = async (change: Change | string): Promise<void> => {
    if (typeof change === 'string') throw new Error(change);
    for (const op of change.ops) model.put(op);
    await ask('change/commit', { change, calculatedScenario: 1 });
  };
  const made = <Made>(answer: Made | string): Made => {
    if (typeof answer === 'string') throw new Error(answer);
    return answer;
  };
  const session = made(addSession(model, 'Hearing', 3));
  await commit(session.change);
  const [first] = orderedSlides(model, session.id);
  await commit(editSlide(model, first?.id ?? 0, { notes: SECRET_NOTE, title: 'What it comes to' }));
  const weight = model.get('weight', 1, 'District weights', 'ES', 'POV');
  const levers: number[] = [];
  for (const target of [
    { kind: 'weight', weightSet: 'District weights', source: '', level: 'ES', need: weight?.need ?? '' },
    { kind: 'revenue', weightSet: '', source: 'STATE', level: '', need: '' },
  ] as const) {
    const source = target.kind === 'revenue' ? (model.ordered('source')[0]?.code ?? '') : '';
    const lever = made(addLever(model, session.id, made(suggestLever(model, 1, { ...target, source }))));
    await commit(lever.change);
    levers.push(lever.id);
  }
  const digest = new Calculation(model, 1).digest();
  const params = {
    session: session.id,
    scenario: 1,
    digest,
    levers: [],
    ops: null,
    whatIfDigest: null,
    paper: 'letter',
  };
  return {
    ...{ folder, ask, commit, model, levers, printed, params: { ...params, tables: false } },
    choose: (name: string | null): void => {
      chosen = name === null ? null : join(folder, name);
    },
  };
}

test('boardSession/export writes the page of the scenario as it is', async () => {
  const { ask, choose, folder, params } = await start();
  choose(null);
  expect(await ask('boardSession/export', { ...params, as: 'html' })).toBeNull();
  choose('hearing');
  const written = await ask('boardSession/export', { ...params, as: 'html' });
  expect(written).toMatchObject({ fileName: 'hearing.html', pages: 0 });
  const read = readPacket(readFileSync(join(folder, 'hearing.html'), 'utf8'));
  expect(read.headings.slice(0, 2)).toEqual(['Hearing', 'What it comes to']);
  expect(read.title).toMatch(/· Draft$/);
  expect(read.tables).toBe(0);
  expect(read.text).not.toContain(SECRET_NOTE);
});

test('levers stand in it as the window has them, in a what-if that leaves the document as it is', async () => {
  const { ask, choose, folder, model, levers, params } = await start();
  const whatIf = new WhatIf(model, 1);
  const [first, second] = levers.map((id) => model.get('lever', id)!);
  whatIf.set(targetOf(first!), first!.maximum);
  whatIf.set(targetOf(second!), second!.minimum);
  const moved = {
    levers: [
      { id: first!.id, value: first!.maximum },
      { id: second!.id, value: second!.minimum },
    ],
    ops: whatIf.opsFor(model),
    whatIfDigest: whatIf.calculation.digest(),
  };
  expect(moved.whatIfDigest).not.toBe(params.digest);
  choose('what-if.html');
  await ask('boardSession/export', { ...params, ...moved, as: 'html' });
  const page = readFileSync(join(folder, 'what-if.html'), 'utf8');
  expect(readPacket(page).title).toMatch(/· What-if$/);
  expect(page).toMatch(/Moved: Poverty weight, Elementary[^;]* → /);
  const { rows } = await ask<OpenedDocument>('document/current', null);
  expect(new Calculation(new Model(rows), 1).digest()).toBe(params.digest);

  const before = readdirSync(folder);
  choose('other.html');
  const other = { ...params, ...moved, whatIfDigest: params.digest, as: 'html' };
  await expect(ask('boardSession/export', other)).rejects.toMatchObject({ code: 'calculation-differs' });
  const unsaid = { ...params, ...moved, whatIfDigest: null, as: 'html' };
  await expect(ask('boardSession/export', unsaid)).rejects.toMatchObject({ code: 'calculation-differs' });
  const [op] = moved.ops;
  const foreign = [
    [{ ...op, before: null, after: { ...op?.after, scenario: 2 } }],
    [{ table: 'school', before: null, after: { code: 'X', name: 'X', level: 'ES' } }],
    [{ ...op, after: { ...op?.after, weight: -1 } }],
    [],
  ];
  for (const ops of foreign) {
    const unlike = ask('boardSession/export', { ...params, ...moved, ops, as: 'html' });
    await expect(unlike).rejects.toMatchObject({ code: 'what-if-unlike' });
  }
  // Without rows the levers alone say it, where none of them moves the others.
  const alone = { ...params, ...moved, ops: null, as: 'html' };
  choose('alone.html');
  expect(await ask('boardSession/export', alone)).toMatchObject({ fileName: 'alone.html' });
  expect(readdirSync(folder)).toEqual([...before, 'alone.html'].sort());
});

test('pictures go into a folder of their own', async () => {
  const { ask, choose, folder, params } = await start();
  choose('');
  const written = await ask<{ fileName: string; slides: number }>('boardSession/export', { ...params, as: 'svg' });
  const names = readdirSync(join(folder, written.fileName));
  expect(names).toHaveLength(written.slides);
  expect(names[0]).toBe('01 What it comes to.svg');
});

test('a packet is printed from slides, and nothing is left where that fails', async () => {
  const { ask, choose, folder, params, printed } = await start();
  choose('packet.pdf');
  const before = readdirSync(folder);
  await expect(ask('boardSession/export', { ...params, as: 'pdf', paper: 'a4' })).rejects.toMatchObject({
    code: 'unexpected',
  });
  expect(readPacket(printed[0] ?? '').pages).toBeGreaterThan(0);
  expect(printed[0]).toContain('size: 297mm 210mm');
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(before));
  expect(readdirSync(folder).filter((name) => /packet|tmp/.test(name))).toEqual([]);
});

test('nothing is written of a session that has gone, of other numbers, or of a stopped source', async () => {
  const { ask, choose, commit, model, params } = await start();
  choose('out.html');
  const page = { ...params, as: 'html' };
  const refusal = (changed: object): Promise<unknown> => ask('boardSession/export', { ...page, ...changed });
  await expect(refusal({ session: 99 })).rejects.toMatchObject({ code: 'session-unknown' });
  await expect(refusal({ levers: [{ id: 99, value: 1 }] })).rejects.toMatchObject({ code: 'session-unknown' });
  await expect(refusal({ digest: 'x' })).rejects.toMatchObject({ code: 'calculation-differs' });
  await expect(refusal({ as: 'docx' })).rejects.toMatchObject({ code: 'bad-request' });
  const decision = model.get('decision', 1, 'INDEX');
  await commit({
    ...{ kind: 'sources', label: 'Break the formula', scenario: 1 },
    ops: [{ table: 'decision', before: decision!, after: { ...decision!, formula: 'enrollment / 0' } }],
  });
  const digest = new Calculation(model, 1).digest();
  await expect(refusal({ digest })).rejects.toMatchObject({ code: 'does-not-tie-out' });
});
