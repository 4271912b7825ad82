import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { createDatabase } from '../src/main/store/createDatabase.ts';
import type { ModelRows } from '../src/shared/model/Model.ts';
import type { SlideKind } from '../src/shared/session/slideKinds.ts';
import { SLIDE_NAMES } from '../src/shared/session/slideKinds.ts';
import { launchChromium } from '../test/e2e/chromium.ts';
import { Program } from '../test/e2e/Program.ts';
import { currentBudgets } from './currentBudgets.ts';
import { districtRows } from './districtRows.ts';
import { fixedWorkMs, paceOf } from './pace.ts';
import { percentile } from './percentile.ts';
import type { Table } from './Table.ts';

const SIZES = [125, 1_500, 10_000] as const;
/** Words do not move with a lever: what they take is the floor of this computer, events and frames included. */
const KINDS = ['text', 'headline', 'needAndSpending', 'winnersAndLosers'] as const satisfies readonly SlideKind[];
const MOVES = 120;
/** Drags that are measured of each slide, so that a moment in which the computer was slow can be told from the rest. */
const ROUNDS = 7;
const FRAME_MS = 1000 / 60;

/** Current budgets of every school, a session of the slides that are measured, and one weight as its lever. */
function withSession(rows: ModelRows): ModelRows {
  const [weight] = rows.weight.filter(({ need }) => need === 'POV');
  if (!weight) throw new Error('The district has no weight of poverty.');
  return {
    ...rows,
    currentBudget: currentBudgets(rows),
    boardSession: [
      {
        ...{ id: 1, name: 'Bench', position: 0, appearance: 'light', minimumPupils: 10, hidden: '[]', nameSeed: 7 },
        ...{ schoolNames: 'shown', scenarioNames: 'shown' },
      },
    ],
    slide: KINDS.map((kind, at) => ({
      ...{ id: at + 1, session: 1, position: at, kind, title: '', options: '{}', notes: '' },
    })),
    lever: [
      {
        ...{ id: 1, session: 1, position: 0, kind: 'weight', weightSet: weight.weightSet, source: '', level: '' },
        ...{ need: 'POV', label: 'Poverty', minimum: 0, maximum: 10_000, step: 100 },
      },
    ],
  };
}

interface Seen {
  /** Each frame of the screen: when it was handed over, and the revision of the slide in it. */
  readonly frames: { readonly atMs: number; readonly revision: number }[];
  /** Each move of the lever: when its event came, and the first revision that shows it. */
  readonly moves: { readonly atMs: number; readonly revision: number }[];
}
type Watched = typeof globalThis & { seen: Seen };

/**
 * Watches a page from inside, by one clock for both: what stands on the canvas when a frame is laid out (a resize
 * observer is called after every animation callback and before the paint), and when that frame is done.
 */
async function watch(page: Page, selector: string): Promise<void> {
  await page.evaluate((of) => {
    const seen: Seen = { frames: [], moves: [] };
    (globalThis as Watched).seen = seen;
    const now = (): number => performance.timeOrigin + performance.now();
    const revision = (): number => Number(document.querySelector<HTMLElement>(of)?.dataset.revision ?? 0);
    const probe = document.createElement('i');
    probe.style.position = 'fixed';
    document.body.append(probe);
    let isWide = false;
    const each = (): void => {
      isWide = !isWide;
      probe.style.width = isWide ? '2px' : '1px';
      probe.style.height = '1px';
      requestAnimationFrame(each);
    };
    new ResizeObserver(() => {
      const shown = revision();
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => seen.frames.push({ atMs: now(), revision: shown });
      port2.postMessage(null);
    }).observe(probe);
    requestAnimationFrame(each);
    let before = 0;
    let atMs = 0;
    addEventListener(
      'input',
      (event) => {
        before = revision();
        atMs = performance.timeOrigin + event.timeStamp;
      },
      { capture: true },
    );
    // A move that was not drawn within its event is in the next frame that is.
    addEventListener('input', () => {
      const after = revision();
      seen.moves.push({ atMs, revision: after > before ? after : after + 1 });
    });
  }, selector);
}

const forget = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { seen } = globalThis as Watched;
    seen.frames.length = 0;
    seen.moves.length = 0;
  });
const read = (page: Page): Promise<Seen> => page.evaluate(() => (globalThis as Watched).seen);

/** From each move to the first frame that has it. */
function delays({ moves }: Seen, { frames }: Seen): number[] {
  return moves.map(({ atMs, revision }) => {
    const frame = frames.find((each) => each.revision >= revision && each.atMs >= atMs);
    if (!frame) throw new Error('A move of the lever was never painted.');
    return frame.atMs - atMs;
  });
}

/** Drags the lever to and fro, every move another value. */
async function drag(page: Page): Promise<void> {
  const box = await page.getByTestId('lever-1').boundingBox();
  if (!box) throw new Error('The lever has no place.');
  const y = box.y + box.height / 2;
  const x = (at: number): number => box.x + box.width * (0.25 + 0.5 * Math.abs(((at / 40) % 2) - 1));
  await page.mouse.move(x(0), y);
  await page.mouse.down();
  for (let at = 1; at <= MOVES; at++) await page.mouse.move(x(at), y);
  await page.mouse.up();
}

/** One drag: from each move to the first frame that has it, in milliseconds. */
interface Round {
  readonly main: readonly number[];
  readonly projector: readonly number[];
  readonly both: readonly number[];
  readonly workMs: number;
}

async function measureRound(page: Page, projector: Page): Promise<Round> {
  await Promise.all([forget(page), forget(projector)]);
  const before = fixedWorkMs();
  await drag(page);
  await page.waitForTimeout(600);
  const workMs = (before + fixedWorkMs()) / 2;
  const [seen, other] = [await read(page), await read(projector)];
  if (seen.moves.length < MOVES / 2) throw new Error(`Only ${seen.moves.length} moves reached the lever.`);
  const main = delays(seen, seen);
  const beside = delays(seen, other);
  return { main, projector: beside, both: main.map((time, at) => Math.max(time, beside[at]!)), workMs };
}

async function measure(browser: Browser, schools: number): Promise<Map<SlideKind, readonly Round[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'allot-bench-'));
  const program = new Program(folder, async () => browser);
  try {
    const path = join(folder, `${schools}.allot`);
    createDatabase(path, withSession(districtRows(schools))).close();
    const page = await program.start({ sample: false, dialogAnswers: [path] });
    await page.getByRole('button', { name: 'Open…' }).click();
    await page.getByTestId('tie-out-bar').getByText('ties out').waitFor();
    const [projector] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('F5')]);
    await projector.setViewportSize({ width: 1920, height: 1080 });
    await projector.locator('[data-testid="projector"][data-revision]').waitFor();
    await watch(page, '[data-testid="present-picture"]');
    await watch(projector, '[data-testid="projector"]');
    const found = new Map<SlideKind, readonly Round[]>();
    for (const [at, kind] of KINDS.entries()) {
      if (kind === 'text' && schools !== SIZES[0]) continue;
      await page.getByTestId('present-slides').getByRole('button').nth(at).click();
      await drag(page);
      await page.waitForTimeout(600);
      const rounds: Round[] = [];
      for (let round = 0; round < ROUNDS; round++) rounds.push(await measureRound(page, projector));
      found.set(kind, rounds);
    }
    return found;
  } finally {
    await program.kill();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const write = (times: readonly number[]): string =>
  `${percentile(times, 0.5).toFixed(0)} / ${percentile(times, 0.95).toFixed(0)} ms`;
const frames = (times: readonly number[]): string => (percentile(times, 0.95) / FRAME_MS).toFixed(1);
const percent = (share: number): string => `${(100 * share).toFixed(0)}%`;

function rowOf(name: string, rounds: readonly Round[]): string[] {
  const ordered = [...rounds].sort((a, b) => percentile(a.both, 0.95) - percentile(b.both, 0.95));
  const [fastest, middle, slowest] = [ordered[0]!, ordered[Math.floor(ordered.length / 2)]!, ordered.at(-1)!];
  const paces = rounds.map((round) => paceOf(round.workMs)).sort((a, b) => a - b);
  return [
    name,
    ...[middle.main, middle.projector, middle.both].map(write),
    frames(middle.both),
    `${frames(fastest.both)} – ${frames(slowest.both)}`,
    `${percent(paces[0]!)} – ${percent(paces.at(-1)!)}`,
  ];
}

/** A lever dragged while a session is presented: from the event of the slider to the frame of both windows. */
export async function benchLevers(): Promise<Table> {
  const browser = await launchChromium();
  try {
    const found: (readonly [string, readonly Round[]])[] = [];
    for (const size of SIZES) {
      for (const [kind, rounds] of await measure(browser, size)) {
        found.push([`${size.toLocaleString('en-US')} schools, ${SLIDE_NAMES[kind].toLowerCase()}`, rounds]);
      }
    }
    return {
      title: `A lever moved to both windows painted, in Chromium (${MOVES} moves of a weight of all sources; p50 / p95)`,
      columns: [
        '',
        'controls',
        'projector at 1920 × 1080',
        'both',
        'p95 in frames of 1/60 s',
        'fastest – slowest',
        'pace',
      ],
      // Only now is it known how fast the computer can be.
      rows: found.map(([name, rounds]) => rowOf(name, rounds)),
      notes: [
        'The budgets, the slide drawn once, sent to a page in a process of its own, and painted by both.',
        `Of ${ROUNDS} drags the one with the middle p95; beside it the p95 of the fastest and the slowest, and the pace of the`,
        'computer meanwhile: a fixed piece of work, held against the fastest it was in this run.',
        'Aim: p95 of both at most 2 frames at 1,500 schools. Painted without a graphics card.',
      ],
    };
  } finally {
    await browser.close();
  }
}
