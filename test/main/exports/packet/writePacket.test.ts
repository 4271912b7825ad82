import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type PacketJob, writePacket } from '../../../../src/main/exports/packet/writePacket.ts';
import { LongJob } from '../../../../src/main/handlers/LongJob.ts';
import { startChromiumPrinter } from '../../../../src/main/print/chromiumPrinter.ts';
import type { PdfPrinter } from '../../../../src/main/print/PdfPrinter.ts';
import { applyOps } from '../../../../src/shared/changes/Change.ts';
import { createScenario } from '../../../../src/shared/changes/scenarios.ts';
import { Model, type ModelRows } from '../../../../src/shared/model/Model.ts';
import { openPacket } from '../../../../src/shared/packet/openPacket.ts';
import { sampleModelRows } from '../../../../src/shared/sample/sampleModelRows.ts';
import { SLIDE_KINDS } from '../../../../src/shared/session/slideKinds.ts';
import { SECRET_NOTE, SMALL_SCHOOL, withBoardSession, withSmallSchool } from '../../../fixtures/boardSession.ts';
import { hostileDistrict } from '../../../fixtures/hostileDistrict.ts';
import { pdfObjects, pdfStrings, readPacket } from '../../../fixtures/readPacket.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';

const noPrinter = async (): Promise<PdfPrinter> => {
  throw new Error('nothing is printed here');
};

/** The job of writing the first session of some rows, with its numbers. */
function jobOf(rows: ModelRows | Model, path: string, as: PacketJob['as'] = 'html'): PacketJob {
  const model = rows instanceof Model ? rows : new Model(rows);
  const source = openPacket({ model, session: 1, scenario: 1, levers: [], ops: null, at: '2026-06-01T12:00:00.000Z' });
  return { source, as, paper: 'letter', tables: true, path, startPrinter: noPrinter };
}

async function webPage(rows: ModelRows | Model): Promise<string> {
  const path = join(temporaryFolder(), 'session.html');
  await writePacket(jobOf(rows, path));
  return readFileSync(path, 'utf8');
}

/** Every text that leaves the program for a session, as a page and as pictures. */
async function everything(rows: ModelRows | Model): Promise<string> {
  const folder = join(temporaryFolder(), 'slides');
  await writePacket(jobOf(rows, folder, 'svg'));
  const pictures = readdirSync(folder).map((name) => `${name} ${readFileSync(join(folder, name), 'utf8')}`);
  return [await webPage(rows), ...pictures].join('\n');
}

describe('the web page of a session', () => {
  test('is one file that reaches nowhere: no script, no address, a policy that lets nothing in', async () => {
    const page = await webPage(withBoardSession(sampleModelRows()));
    expect(page).not.toMatch(/https?:|\/\/|<script|javascript:|@import|\bsrc=|<link/i);
    const head = page.slice(0, 1_000).replaceAll('&#39;', "'");
    expect(head).toContain(
      `content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"`,
    );
  });

  test('is well formed, with a heading, a text alternative and a way back and on for each slide', async () => {
    const page = await webPage(withBoardSession(sampleModelRows()));
    const read = readPacket(page);
    expect(read.title).toBe('March session · Rivertown Unified · 2027 · Draft');
    expect(read.headings[0]).toBe('March session');
    expect(read.headings).toHaveLength(1 + SLIDE_KINDS.length);
    expect(read.alternatives).toHaveLength(SLIDE_KINDS.length);
    for (const [at, alternative] of read.alternatives.entries()) {
      expect(alternative.startsWith(read.headings[at + 1] ?? '')).toBe(true);
    }
    expect(read.tables).toBe(read.captions);
    expect(read.tables).toBeGreaterThan(3);
    expect(read.text).not.toMatch(/NaN|undefined|\[object/);
    for (let slide = 1; slide < SLIDE_KINDS.length; slide++)
      expect(page).toContain(`<a href="#slide-${slide + 1}">Next</a>`);
  });

  test('takes names as names, whatever they mean to a page', async () => {
    const rows = hostileDistrict();
    const name = '</title><img src=x onerror=alert(1)>';
    const hostile = withBoardSession(
      {
        ...rows,
        scenario: rows.scenario.map((row) => ({ ...row, name: '<svg onload=alert(2)>' })),
        source: rows.source.map((row) => ({ ...row, name: `${row.name}"><b onmouseover='alert(3)'>\u202e` })),
      },
      { name, minimumPupils: 0 },
      [
        ...SLIDE_KINDS.map((kind) => ({ kind, options: JSON.stringify({ school: 'a"b' }) })),
        {
          kind: 'text',
          title: '--></svg><style>*{}</style>',
          options: JSON.stringify({ lines: '<h1>&amp;\u0000</h1>' }),
        },
      ],
    );
    const page = await webPage(hostile);
    const read = readPacket(page);
    expect(read.headings[0]).toBe(name);
    expect(read.headings.at(-1)).toBe('--></svg><style>*{}</style>');
    expect(page).not.toMatch(/\u202e|https?:|<b\b|<img\b/);
    expect(page).not.toContain(String.fromCharCode(0));
    expect(page.split('<style>')).toHaveLength(2);
    const folder = join(temporaryFolder(), 'slides');
    await writePacket(jobOf(hostile, folder, 'svg'));
    for (const file of readdirSync(folder)) {
      expect(file).toMatch(/^\d\d [^<>:"/\\|?*]+\.svg$/);
      expect(readFileSync(join(folder, file), 'utf8')).toMatch(
        /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [\s\S]*<\/svg>\n$/,
      );
    }
  });
});

describe('what may not be seen', () => {
  const small = withSmallSchool(sampleModelRows(), sampleModelRows().school[7]?.code ?? '');

  test('a school that is too small, and the one that covers it, are nowhere', async () => {
    const held = await everything(withBoardSession(small));
    const shown = await everything(withBoardSession(small, { minimumPupils: 0 }));
    for (const text of [SMALL_SCHOOL.code, SMALL_SCHOOL.name]) {
      expect(shown).toContain(text);
      expect(held).not.toContain(text);
    }
    expect(readPacket(await webPage(withBoardSession(small))).text).toMatch(/fewer than 10 pupils are not shown/);
    const names = sampleModelRows().school.map(({ name }) => name);
    const missing = names.filter((name) => shown.includes(`>${name}<`) && !held.includes(`>${name}<`));
    // The school renamed is the sample's own; of the others one is gone with it.
    expect(missing).toHaveLength(1);
  });

  test('a slide that asks for a school that is not seen tells nothing of it', async () => {
    const slides = [{ kind: 'school', options: JSON.stringify({ school: SMALL_SCHOOL.code }) }];
    const held = await everything(withBoardSession(small, {}, slides));
    expect(held).not.toMatch(new RegExp(`${SMALL_SCHOOL.code}|${SMALL_SCHOOL.name}`));
  });

  test('names of schools where they are anonymous, and of scenarios where they are masked, are nowhere', async () => {
    const model = new Model(withBoardSession(small, { schoolNames: 'anonymous', scenarioNames: 'masked' }));
    const made = createScenario(model, 1, 'Closing Vanderquill House');
    if (typeof made === 'string') throw new Error(made);
    applyOps(model, made.change.ops);
    const text = await everything(model);
    expect(text).not.toContain('Vanderquill');
    expect(text).not.toContain('Current plan');
    expect(text).toContain('Scenario A');
    for (const { code, name } of small.school) {
      expect(text).not.toContain(`>${name}<`);
      expect(text).not.toContain(`>${code}<`);
    }
  });

  test('hidden sources are nowhere, neither are the speaker’s notes', async () => {
    const rows = sampleModelRows();
    const [source] = rows.source;
    const name = 'Vanderquill bequest';
    const named = { ...rows, source: rows.source.map((row) => (row === source ? { ...row, name } : row)) };
    const shown = await everything(withBoardSession(named));
    expect(shown).toContain(name);
    expect(shown).not.toContain(SECRET_NOTE);
    const held = await everything(withBoardSession(named, { hidden: JSON.stringify([`source:${source?.code}`]) }));
    expect(held).not.toContain(name);
  });
});

describe('the packet for print', () => {
  test('has a page for each slide, then the numbers, tagged and numbered through', async () => {
    const path = join(temporaryFolder(), 'packet.pdf');
    const rows = withBoardSession(withSmallSchool(sampleModelRows(), sampleModelRows().school[7]?.code ?? ''));
    const job = { ...jobOf(rows, path, 'pdf'), startPrinter: startChromiumPrinter };
    const { slides, pages } = await writePacket(job);
    expect(slides).toBe(SLIDE_KINDS.length);
    expect(pages).toBeGreaterThan(slides + 3);
    const objects = pdfObjects(readFileSync(path));
    for (const wanted of [
      '/StructTreeRoot',
      '/MarkInfo',
      '/Lang (en',
      '/DisplayDocTitle true',
      '/S /Figure',
      '/S /TH',
      '/S /H1',
    ]) {
      expect(objects).toContain(wanted);
    }
    expect([...objects.matchAll(/\/Type \/Page\b/g)]).toHaveLength(pages);
    expect([...objects.matchAll(/\/S \/Figure/g)]).toHaveLength(slides);
    const strings = pdfStrings(objects);
    expect(strings).toContain('March session · Rivertown Unified · 2027 · Draft');
    const alternatives = strings.filter((text) => text.startsWith('Every dollar accounted for.'));
    expect(alternatives).toHaveLength(1);
    const found = spawnSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8', maxBuffer: 2 ** 28 });
    const all = `${strings.join('\n')}\n${found.error ? '' : found.stdout}`;
    for (const hidden of [SMALL_SCHOOL.code, SMALL_SCHOOL.name, SECRET_NOTE]) expect(all).not.toContain(hidden);
    if (found.error) return;
    const texts = found.stdout.split('\f').filter((text) => text.trim() !== '');
    expect(texts).toHaveLength(pages);
    for (const [at, text] of texts.entries()) {
      expect(text).toContain(`Page ${at + 1} of ${pages}`);
      expect(text).toContain('Rivertown Unified');
      expect(text).toContain('June 1, 2026');
      expect(text).toContain('DRAFT');
    }
  }, 60_000);

  test('that is cancelled, or cannot be printed, leaves nothing behind', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'packet.pdf');
    writeFileSync(path, 'earlier');
    const job = new LongJob(() => {});
    let isClosed = false;
    const printer: PdfPrinter = {
      atOnce: 1,
      print: async () => {
        job.cancel();
        return new Uint8Array();
      },
      close: async () => {
        isClosed = true;
      },
    };
    const packet = jobOf(withBoardSession(sampleModelRows()), path, 'pdf');
    const run = job.run('Writing', (progress) =>
      writePacket({ ...packet, startPrinter: async () => printer, progress }),
    );
    await expect(run).rejects.toMatchObject({ code: 'job-cancelled' });
    expect(isClosed).toBe(true);
    expect(readdirSync(folder)).toEqual(['packet.pdf']);
    expect(readFileSync(path, 'utf8')).toBe('earlier');
  });
});

test('pictures stand in the order of the session, and those of an earlier time go', async () => {
  const folder = join(temporaryFolder(), 'slides');
  mkdirSync(folder);
  for (const name of ['09 Gone.svg', 'mine.svg', '01 Gone.txt']) writeFileSync(join(folder, name), 'earlier');
  const rows = withBoardSession(sampleModelRows(), {}, [{ title: 'First' }, { kind: 'tieOut', title: 'First' }]);
  expect(await writePacket(jobOf(rows, folder, 'svg'))).toEqual({ slides: 2, pages: 0 });
  expect(readdirSync(folder).sort()).toEqual(['01 First.svg', '01 Gone.txt', '02 First.svg', 'mine.svg']);
});

test('a session without slides is refused in a sentence', async () => {
  const path = join(temporaryFolder(), 'none.html');
  const write = writePacket(jobOf(withBoardSession(sampleModelRows(), {}, []), path));
  await expect(write).rejects.toMatchObject({ code: 'no-slides' });
});

test('where it cannot be told what is hidden, nothing is drawn at all', () => {
  const rows = withBoardSession(sampleModelRows(), { hidden: '{"source:' });
  expect(() => jobOf(rows, 'nowhere')).toThrow('What this board session hides cannot be read');
});
