import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';

import { describe, expect, test } from 'vitest';
import { READ_LIMITS } from '../../../src/main/imports/limits.ts';
import { readWorkbookFile } from '../../../src/main/imports/readWorkbookFile.ts';
import { workbookToChange } from '../../../src/main/imports/workbookToChange.ts';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import { schoolCalculator } from '../../../src/shared/calculator/schoolCalculator.ts';
import type { LayoutCell, WorkbookLayout } from '../../../src/shared/calculator/WorkbookLayout.ts';
import { applyOps, setRow } from '../../../src/shared/changes/Change.ts';
import { emptyModelRows } from '../../../src/shared/model/emptyModel.ts';
import { Model, type ModelRows } from '../../../src/shared/model/Model.ts';
import { sampleModelRows } from '../../../src/shared/sample/sampleModelRows.ts';
import { withFloors } from '../../fixtures/arbitraryFloors.ts';
import { arbitraryRows } from '../../fixtures/arbitraryModel.ts';
import { hostileDistrict } from '../../fixtures/hostileDistrict.ts';
import { RecalculatedLayout } from '../../fixtures/recalculateLayout.ts';

/** No line for odd cents may hide a formula that is wrong: one cent or dollar of a pool at most, and else nothing. */
function expectOnlyOddCents(layout: WorkbookLayout): void {
  const { cells } = layout.sheets[0]!;
  for (const { row, column, value } of cells) {
    if (column !== 2 || typeof value !== 'string') continue;
    const odd = (): number => Number(cells.find((cell) => cell.row === row && cell.column === 8)?.value);
    // Beyond ten billion dollars doubles cannot tell every cent of a product.
    if (value.startsWith('Rounding, as planned')) expect(Math.abs(odd())).toBeLessThanOrEqual(isHuge(cells) ? 1 : 0);
    if (value.startsWith('Odd cent')) expect(Math.abs(odd())).toBeLessThanOrEqual(isHuge(cells) ? 1 : 0.01);
    if (value.startsWith('Odd dollar')) expect(Math.abs(odd())).toBeLessThanOrEqual(1);
  }
}

const isHuge = (cells: readonly LayoutCell[]): boolean =>
  cells.some(({ column, value }) => column === 8 && typeof value === 'number' && Math.abs(value) > 1e10);

/** Every formula of some schools' calculators, in a spreadsheet engine of others. */
function expectExact(rows: ModelRows, schools: readonly number[]): void {
  const calculation = new Calculation(new Model(rows), 1);
  for (const school of schools) {
    if (school >= calculation.schools.length) continue;
    const layout = schoolCalculator(calculation, school);
    expectOnlyOddCents(layout);
    const sheet = new RecalculatedLayout(layout);
    try {
      expect(sheet.differences()).toEqual([]);
      const total = layout.sheets[0]!.cells.find(({ style, column }) => style === 'moneyTotal' && column === 8)!;
      expect(sheet.value('Calculator', total.row, 8)).toBe(calculation.results.total[school]! / 100);
    } finally {
      sheet.close();
    }
  }
}

test('the sample’s schools: untouched counts give the budget to the cent in another spreadsheet', () => {
  expectExact(sampleModelRows(), [0, 7, 31, 60, 99, 124]);
});

test('random districts, without floors and with them', () => {
  fc.assert(
    fc.property(arbitraryRows({ maxSchools: 8, maxSources: 6, valid: true }), fc.integer(), (rows, seed) => {
      expectExact(seed % 2 === 0 ? rows : withFloors(rows, seed), [0, 5]);
    }),
    { numRuns: 70 },
  );
});

/** The row of a count among the inputs, and of the total. */
function placesOf(layout: WorkbookLayout): { input: (at: number) => LayoutCell; total: number } {
  const { cells } = layout.sheets[0]!;
  const inputs = cells.filter(({ style }) => style === 'input');
  return {
    input: (at) => inputs[at % inputs.length]!,
    total: cells.find(({ style, column }) => style === 'moneyTotal' && column === 8)!.row,
  };
}

test('counts typed over give what the program gives, where nothing depends on other schools', () => {
  fc.assert(
    fc.property(
      arbitraryRows({ maxSchools: 5, maxSources: 5, methods: ['rates', 'per_school', 'table', 'none'], valid: true }),
      fc.integer({ min: 0, max: 100 }),
      fc.integer({ min: 0, max: 500_000 }),
      (rows, which, count) => {
        const model = new Model(rows);
        const calculation = new Calculation(model, 1);
        fc.pre(calculation.results.sources.every(({ stopped }) => stopped === null));
        // A formula over other schools is held, and says so.
        fc.pre(calculation.sourceStates.every(({ formula }) => formula === null || !formula.usesOtherSchools));
        const layout = schoolCalculator(calculation, 0);
        const { input, total } = placesOf(layout);
        const cell = input(which);
        const cells = layout.sheets[0]!.cells.filter(({ style }) => style === 'input');
        const { levels, needs, schools } = calculation;
        const named = layout.sheets[0]!.cells.filter(({ row }) => row === cell.row);
        const need = needs[cells.indexOf(cell) % needs.length]!;
        const level = levels.find(({ name }) => named.some(({ column, value }) => column === 3 && value === name))!;
        const ops = setRow(model, 'enrollment', {
          ...{ version: 1, school: schools[0]!.code, level: level.code, need: need.code },
          count,
        });
        applyOps(model, ops);
        const after = new Calculation(model, 1);
        // Rules of eligibility ask for counts as well; the calculator holds whom a source reaches.
        fc.pre(
          after.results.sources.every(
            ({ stopped, eligible }, at) =>
              stopped === null && eligible[0] === calculation.results.sources[at]!.eligible[0],
          ),
        );
        const held = layout.sheets[0]!.cells.some(({ value }) => String(value).includes(', held:'));
        fc.pre(!held);
        const sheet = new RecalculatedLayout(layout, [
          { sheet: 'Calculator', row: cell.row, column: cell.column, value: count / 100 },
        ]);
        const found = sheet.value('Calculator', total, 8);
        sheet.close();
        const wanted = after.results.total[0]! / 100;
        // Beyond a billion dollars a formula’s doubles may be a cent off. A sheet is made for the size of the plan: one
        // that was planned at billions has not the decimals for the half cents of a hundred pupils either.
        const largest = Math.max(Math.abs(wanted), calculation.results.total[0]! / 100);
        if (largest < 1e9) expect(found).toBe(wanted);
      },
    ),
    { numRuns: 120 },
  );
});

test('a formula over a grant that brings the school nothing yet is held, and says so', () => {
  const rows = emptyModelRows('District', { at: '2026-01-05T08:00:00.000Z', by: 'Maria' });
  const decision = {
    ...{ scenario: 1, centralKind: 'percent' as const, centralValue: 0, weightSet: null, formula: null },
    ...{ eligibility: '', rounding: null, compare: null },
  };
  const source = { origin: 'state', restriction: 'unrestricted' } as const;
  const calculation = new Calculation(
    new Model({
      ...rows,
      need: [...rows.need, { code: 'EL', name: 'English learners', position: 1 }],
      school: [{ code: '01', name: 'Jefferson', level: 'ES' }],
      enrollment: [{ version: 1, school: '01', level: 'ES', need: 'ALL', count: 40_000 }],
      source: [
        { ...source, code: 'EL', name: 'Bilingual', position: 0 },
        { ...source, code: 'HALF', name: 'Half as much again', position: 1 },
      ],
      revenue: ['EL', 'HALF'].map((code) => ({ version: 2, source: code, amountCents: 10_000_000 })),
      rate: [{ scenario: 1, source: 'EL', level: 'ES', need: 'EL', rate: 1_000_000 }],
      decision: [
        { ...decision, source: 'EL', status: 'grant', method: 'rates' },
        { ...decision, source: 'HALF', status: 'unlock', method: 'per_school', formula: 'amount("EL") / 2' },
      ],
    }),
    1,
  );
  expect(calculation.results.sources.map(({ stopped }) => stopped)).toEqual([null, null]);
  const texts = schoolCalculator(calculation, 0).sheets[0]!.cells.map(({ value }) => String(value));
  expect(texts).toContain('Dollars, held: the formula asks for more than this school’s counts');
});

test('with published rates one more pupil brings the rate, and a floor follows the pupils', () => {
  const calculation = new Calculation(new Model(hostileDistrict()), 1);
  const school = calculation.schoolIndex('+A*?');
  const layout = schoolCalculator(calculation, school);
  const { input, total } = placesOf(layout);
  const { row, column, value } = input(0);
  const sheet = new RecalculatedLayout(layout, [{ sheet: 'Calculator', row, column, value: Number(value) + 1 }]);
  const rates = layout.sheets[0]!.cells.filter(({ style, column: at }) => style === 'rate' && at === 7);
  const perPoint = Number(
    layout.sheets[0]!.cells.find(({ style, column: at }) => style === 'rateExact' && at === 7)!.value,
  );
  const gained = Number(sheet.value('Calculator', total, 8)) - calculation.results.total[school]! / 100;
  sheet.close();
  const factor = calculation.schools[school]!.level === 'ES' ? 2 : 1;
  expect(Math.abs(gained - Number(rates[0]!.value) - factor * perPoint)).toBeLessThan(0.02);
});

const CHICAGO = fileURLToPath(new URL('../../../../shared/data/chicago-fy25/workbook', import.meta.url));

describe.skipIf(!existsSync(CHICAGO))('Chicago’s schools (skipped without ../shared/data/chicago-fy25)', () => {
  test('a sample of them: untouched counts give the budget to the cent', async () => {
    const outcome = await readWorkbookFile(CHICAGO, READ_LIMITS);
    if (!('workbook' in outcome)) throw new Error(outcome.refusal);
    const made = { at: '2026-01-05T08:00:00.000Z', by: 'Maria' };
    const model = new Model(emptyModelRows('', made));
    const { workbook } = outcome;
    const meta = { fileName: workbook.fileName, sha256: workbook.sha256, ...made };
    const { change, faults } = workbookToChange(workbook.sheets, model, 1, meta, workbook.faults);
    expect(faults).toEqual([]);
    applyOps(model, change!.ops);
    const calculation = new Calculation(model, 1);
    expect(calculation.schools.length).toBeGreaterThan(400);
    for (let school = 0; school < calculation.schools.length; school += 37) {
      const layout = schoolCalculator(calculation, school);
      const sheet = new RecalculatedLayout(layout);
      expect(sheet.differences()).toEqual([]);
      expect(sheet.value('Calculator', placesOf(layout).total, 8)).toBe(calculation.results.total[school]! / 100);
      sheet.close();
    }
  }, 60_000);
});
