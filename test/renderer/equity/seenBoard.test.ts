import { expect, test, vi } from 'vitest';
import { readBoard, seenPicture, smallSchools } from '../../../src/renderer/equity/BoardFace.ts';
import {
  type EquityView,
  keepEquityView,
  readEquityView,
  readMinimum,
} from '../../../src/renderer/equity/EquityView.ts';
import { equityDataOf } from '../../../src/renderer/equity/equityDataOf.ts';
import { askForWhom } from '../../../src/renderer/pictures/askForWhom.ts';
import type { Onlookers } from '../../../src/renderer/pictures/Onlookers.ts';
import type { DocumentState } from '../../../src/renderer/state/DocumentState.ts';
import type { WindowState } from '../../../src/renderer/state/WindowState.ts';
import { applyOps } from '../../../src/shared/changes/Change.ts';
import { createScenario } from '../../../src/shared/changes/scenarios.ts';
import { needAndSpending } from '../../../src/shared/equity/needAndSpending.ts';
import { scatterPicture } from '../../../src/shared/pictures/scatterPicture.ts';
import { TestHost } from '../state/TestHost.ts';

/** Alder 400 and Birch 600 pupils, as the host has them; beside them Cedar with 7, Dogwood with 30, Elm without any. */
function openWithSmall(): DocumentState {
  const host = new TestHost();
  const version = 1;
  const add = (code: string, name: string, pupils: number): void =>
    applyOps(host.model, [
      { table: 'school', before: null, after: { code, name, level: 'ES' } },
      ...(pupils > 0
        ? [
            {
              table: 'enrollment' as const,
              before: null,
              after: { version, school: code, level: 'ES', need: 'ALL', count: pupils * 100 },
            },
          ]
        : []),
    ]);
  add('C', 'Cedar', 7);
  add('D', 'Dogwood', 30);
  add('E', 'Elm', 0);
  return host.open();
}

function viewOf(document: DocumentState, change: Partial<EquityView> = {}): EquityView {
  return { ...readEquityView(document, equityDataOf(document.calculation)), ...change };
}

const names = (document: DocumentState, view: EquityView): string[] => {
  const { data } = readBoard(document, view);
  return [...data.rows.keys()].map((row) => data.schoolName(row));
};

test('the board is seen by me at first, and what the public sees is kept with the other choices', () => {
  const document = openWithSmall();
  expect(viewOf(document)).toMatchObject({ seenBy: 'me', minimumPupils: 10, names: 'shown' });
  keepEquityView(document, viewOf(document, { seenBy: 'public', minimumPupils: 25, names: 'anonymous' }));
  expect(viewOf(document)).toMatchObject({ seenBy: 'public', minimumPupils: 25, names: 'anonymous' });
  document.session.set('equityBoard', 'seenBy=nobody\nminimumPupils=−3\nnames=');
  expect(viewOf(document)).toMatchObject({ seenBy: 'me', minimumPupils: 10, names: 'shown' });
  expect(['10', ' 7 ', '0', '1000', '1001', '-1', '2.5', ''].map(readMinimum)).toEqual([
    10,
    7,
    0,
    1000,
    null,
    null,
    null,
    null,
  ]);
});

test('the public sees neither a small school nor the one that covers it, on either side of a comparison', () => {
  const document = openWithSmall();
  expect(names(document, viewOf(document))).toEqual(['Alder', 'Birch', 'Cedar', 'Dogwood']);
  expect(names(document, viewOf(document, { seenBy: 'public' }))).toEqual(['Alder', 'Birch']);
  expect(names(document, viewOf(document, { seenBy: 'public', minimumPupils: 5 }))).toEqual([
    'Alder',
    'Birch',
    'Cedar',
    'Dogwood',
  ]);
  expect(smallSchools(document, viewOf(document))).toBe(2);
  expect(smallSchools(document, viewOf(document, { minimumPupils: 0 }))).toBe(0);

  const made = createScenario(document.model, 1, 'Board option');
  if (typeof made === 'string') throw new Error(made);
  document.commit(made.change);
  const other = document.scenarioId;
  document.showScenario(1);
  const { baseline } = readBoard(document, viewOf(document, { seenBy: 'public', baseline: `scenario:${other}` }));
  expect(baseline?.name).toBe('Board option');
  expect([...(baseline?.data.rows ?? [])].map((school) => document.calculation.schools[school]?.code)).toEqual([
    'A',
    'B',
  ]);
});

test('what the public must know stands first among the notes, and nothing where all is shown', () => {
  const document = openWithSmall();
  const draw = (view: EquityView) => {
    const board = readBoard(document, view);
    const [amount, against] = ['total', 'need:POV'] as const;
    const scatter = needAndSpending(board.data, { amount, against, weighting: 'schools' });
    const picture = scatterPicture(
      { data: board.data, amount, against, scatter, before: null, high: null, picked: null },
      { width: 800, height: 400 },
    );
    return seenPicture(picture, board);
  };
  const seen = draw(viewOf(document, { seenBy: 'public' }));
  expect(seen.notes[0]).toMatch(/^Schools with fewer than 10 pupils are not shown, .*\(3 schools\)\./);
  expect(seen.places.flatMap(({ schools }) => schools)).toEqual(['A', 'B']);
  expect(draw(viewOf(document)).notes.join(' ')).not.toContain('not shown');
});

test('numbers stand for names, stay from picture to picture and are kept with the document', async () => {
  const document = openWithSmall();
  const view = viewOf(document, { seenBy: 'public', names: 'anonymous', minimumPupils: 0 });
  const first = names(document, view);
  expect(first).toEqual(
    ['School 1', 'School 2', 'School 3', 'School 4', 'School 5'].filter((name) => first.includes(name)),
  );
  expect(first).toHaveLength(4);
  const pupils = [...readBoard(document, view).data.pupils];
  await Promise.resolve();
  expect(document.session.get('equityNameSeed')).toMatch(/^\d+$/);
  expect([...readBoard(document, view).data.pupils]).toEqual(pupils);
  // Another seed makes other numbers, and sooner or later another order.
  const orders = new Set<string>();
  for (let seed = 0; seed < 20; seed++) {
    document.session.set('equityNameSeed', String(seed));
    orders.add([...readBoard(document, view).data.pupils].join(' '));
  }
  expect(orders.size).toBeGreaterThan(5);
});

test('a file asks for whom it is only where a small school would leave with it', async () => {
  const ask =
    vi.fn<
      (title: string, sentence: string, choices: readonly { readonly label: string }[]) => Promise<string | null>
    >();
  const window = { confirm: ask } as unknown as WindowState;
  const onlookers = (change: Partial<Onlookers> = {}): Onlookers => ({
    seenBy: 'me',
    smallSchools: () => 2,
    minimumPupils: 10,
    isAnonymous: false,
    ...change,
  });
  expect(await askForWhom(window, null)).toBe('me');
  expect(await askForWhom(window, onlookers({ smallSchools: () => 0 }))).toBe('me');
  expect(await askForWhom(window, onlookers({ seenBy: 'public' }))).toBe('public');
  expect(ask).not.toHaveBeenCalled();
  for (const [answer, seenBy] of [
    ['public', 'public'],
    ['me', 'me'],
    [null, null],
  ] as const) {
    ask.mockResolvedValueOnce(answer);
    expect(await askForWhom(window, onlookers())).toBe(seenBy);
  }
  const [, sentence, choices] = ask.mock.calls[0]!;
  expect(sentence).toContain('2 schools in it are not for the public: they have fewer than 10 pupils, or would');
  expect(choices.map(({ label }) => label)).toEqual(['For the public (2 schools left out)', 'As I see it']);
});
