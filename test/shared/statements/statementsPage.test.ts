import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import { defaultFloorDecision } from '../../../src/shared/changes/floors.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { sampleModelRows } from '../../../src/shared/sample/sampleModelRows.ts';
import { statementsPage } from '../../../src/shared/statements/statementsPage.ts';
import { withFloors } from '../../fixtures/arbitraryFloors.ts';
import { arbitraryRows } from '../../fixtures/arbitraryModel.ts';
import { readStatements } from '../../fixtures/readStatements.ts';

const OPTIONS = { paper: 'letter', at: '2026-06-01T12:00:00.000Z' } as const;
const ROWS = sampleModelRows();

const allOf = (calculation: Calculation): number[] => calculation.schools.map((_, at) => at);
const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

/** Every number of every page against the engine, and against one another. */
function checkPages(calculation: Calculation): void {
  const { results, schools } = calculation;
  const read = readStatements(statementsPage(calculation, allOf(calculation), OPTIONS));
  expect(read).toHaveLength(schools.length);
  for (const [at, { figures, sources, lines, school }] of read.entries()) {
    expect(school).toBe(schools[at]!.name);
    const paying = results.sources.filter(({ status, amounts }) => status !== 'lock' && amounts[at] !== 0);
    expect(figures.get('total')).toBe(results.total[at]);
    expect(figures.get('total-next')).toBe(results.total[at]);
    if (!Number.isNaN(results.current[at]!)) {
      expect(figures.get('total-now')).toBe(results.current[at]);
      expect(figures.get('total-change')).toBe(results.change[at]);
    }
    if (figures.has('floor')) expect(figures.get('floor')).toBe(results.floor[at]);
    expect(figures.get('top-up') ?? 0).toBe(results.topUp[at]);
    expect(-(figures.get('deduction') ?? 0) + 0).toBe(results.deduction[at]);
    expect(figures.get('locked') ?? 0).toBe(results.locked[at]);
    expect([...sources.keys()].sort()).toEqual(paying.map(({ code }) => code).sort());
    for (const { code, amounts } of paying) {
      expect(sources.get(code)).toBe(amounts[at]);
      const ofSource = lines.get(code);
      if (ofSource) expect(sum(ofSource)).toBe(amounts[at]);
    }
    const added = sum(sources.values()) + (figures.get('top-up') ?? 0) + (figures.get('deduction') ?? 0);
    expect(added).toBe(figures.get('total'));
  }
}

test('every number of a statement is the engine’s, and lines, sources and floor add up, whatever the method', () => {
  fc.assert(
    fc.property(arbitraryRows({ valid: true, maxSchools: 12 }), fc.integer(), fc.boolean(), (rows, seed, hasFloors) => {
      checkPages(new Calculation(new Model(hasFloors ? withFloors(rows, seed) : rows), 1));
    }),
    { numRuns: 60 },
  );
});

test('the sample district: every page ties to the cent, with floors and without', () => {
  checkPages(new Calculation(new Model(ROWS), 1));
  const floors = { ...defaultFloorDecision(1), holdHarmlessPercent: 985_000, useMinimums: 'yes' } as const;
  const floorDecision = [{ ...floors, basis: 'per_pupil', payer: 'gainers', solve: 'scaling' } as const];
  checkPages(new Calculation(new Model({ ...ROWS, floorDecision }), 1));
});

test('a name may be anything: it stays text, wherever it stands', () => {
  const names = [
    '</title></style><script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "O'Brien & Söhne — Ñandú “École” `x`",
    'W'.repeat(200),
    'right \u202Eto left',
    ']]>--><!-- &lt;b&gt;',
  ];
  for (const name of names) {
    const rows = {
      ...ROWS,
      district: [
        { key: 'name', value: name },
        { key: 'fiscal_year', value: name },
      ],
      school: ROWS.school.slice(0, 1).map((school) => ({ ...school, name })),
      level: ROWS.level.map((level) => ({ ...level, name })),
      need: ROWS.need.map((need) => ({ ...need, name })),
      source: ROWS.source.map((source) => ({ ...source, name })),
      scenario: ROWS.scenario.map((scenario) => ({ ...scenario, name })),
    };
    const kept = new Set(rows.school.map(({ code }) => code));
    const of = <Row extends { school: string }>(list: readonly Row[]): Row[] =>
      list.filter(({ school }) => kept.has(school));
    const model = new Model({
      ...rows,
      ...{ enrollment: of(ROWS.enrollment), currentBudget: of(ROWS.currentBudget), measure: of(ROWS.measure) },
      ...{ tag: of(ROWS.tag), tableAmount: of(ROWS.tableAmount) },
    });
    const page = statementsPage(new Calculation(model, 1), [0], OPTIONS);
    const shown = name.replace(/\u202E/g, '\ufffd');
    expect(readStatements(page)[0]?.school).toBe(shown);
    expect(page.match(/<script|<img|onerror=alert\(1\)>/g)).toBeNull();
    expect(page).not.toContain('\u202E');
  }
});

test('pages are numbered through, and a school with more lines than a page holds is told to go on', () => {
  const calculation = new Calculation(new Model(ROWS), 1);
  const page = statementsPage(calculation, [0, 1, 2], OPTIONS);
  const read = readStatements(page);
  const pages = sum(read.map((statement) => statement.pages));
  const numbers = [...page.matchAll(/Page (\d+) of (\d+)/g)].map((match) => [Number(match[1]), Number(match[2])]);
  expect(numbers).toEqual(Array.from({ length: pages }, (_, at) => [at + 1, pages]));
  for (const { text, pages: own } of read) expect(text.includes('follow on the next')).toBe(own > 1);
});

test('a draft is marked, an adopted scenario carries its stamp, and the page lets nothing in', () => {
  const draft = statementsPage(new Calculation(new Model(ROWS), 1), [0], OPTIONS);
  expect(draft).toContain('<p class="mark">DRAFT</p>');
  expect(draft).toContain('default-src &#39;none&#39;');
  expect(draft).toContain('<html lang="en">');
  expect(draft).not.toMatch(/https?:|<script/);
  const adopted = new Model({
    ...ROWS,
    scenario: ROWS.scenario.map((row) => ({ ...row, status: 'adopted' as const })),
    adoption: [
      {
        scenario: 1,
        at: '2026-05-04T10:00:00.000Z',
        by: 'M. Ortiz',
        inputsSha256: 'a'.repeat(64),
        resultsSha256: 'b'.repeat(64),
      },
    ],
    picture: [{ name: 'logo', mediaType: 'image/png', data: 'iVBORw0KGgo=' }],
  });
  const page = statementsPage(new Calculation(adopted, 1), [0], OPTIONS);
  expect(page).toContain('Adopted May 4, 2026 by M. Ortiz');
  expect(page).toContain('Stamp bbbbbbbbbbbb');
  expect(page).toContain('src="data:image/png;base64,iVBORw0KGgo=" alt="Logo of ');
});

test('the amount held against the floor says that it counts what is committed centrally', () => {
  const floorDecision = [{ ...defaultFloorDecision(1), holdHarmlessPercent: 500_000 }];
  const calculation = new Calculation(new Model({ ...ROWS, floorDecision }), 1);
  const { results } = calculation;
  const read = readStatements(statementsPage(calculation, allOf(calculation), OPTIONS));
  let told = 0;
  for (const [at, { text }] of read.entries()) {
    if (Number.isNaN(results.floor[at]!) || !text.includes('reaches its floor')) continue;
    const countsLocked = results.locked[at] !== 0;
    expect(text.includes('(with what is committed centrally for it'), read[at]!.school).toBe(countsLocked);
    if (countsLocked) told++;
  }
  expect(told).toBeGreaterThan(0);
});
