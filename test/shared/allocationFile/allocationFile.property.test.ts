import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AllocationFile, fileText } from '../../../src/shared/allocationFile/AllocationFile.ts';
import type { AllocationTemplate } from '../../../src/shared/allocationFile/AllocationTemplate.ts';
import { checkFile } from '../../../src/shared/allocationFile/checkFile.ts';
import { compareReadBack } from '../../../src/shared/allocationFile/compareReadBack.ts';
import { readFields } from '../../../src/shared/allocationFile/readBack.ts';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import { arbitraryFloorModel } from '../../fixtures/arbitraryFloors.ts';
import { arbitraryTemplate, withAccounts } from './arbitraryTemplate.ts';
import { centsOf, readLikeAFinanceSystem } from './secondReader.ts';

const NOW = '2026-11-21T10:11:12';

/** What the schools' columns of the results say, by the money a template chooses. */
function budgetOf({ results }: Calculation, { money }: AllocationTemplate, school: number): number {
  return (
    (money.formula ? results.formula[school]! : 0) +
    (money.grants ? results.grants[school]! : 0) +
    (money.locked ? results.locked[school]! : 0) +
    (money.topUps ? results.topUp[school]! : 0) -
    (money.deductions ? results.deduction[school]! : 0)
  );
}

const centralOf = ({ results }: Calculation, { money }: AllocationTemplate): number =>
  results.sources.reduce(
    (sum, source) => sum + (money.central ? source.centralCents : money.payers ? -source.fromCentralCents : 0),
    0,
  );

/** The cents of a record by the columns of its template. */
function centsOfRecord(record: ReadonlyMap<string, string>, template: AllocationTemplate): number {
  const toSign = template.debit === 'positive' ? 1 : -1;
  const amount = (heading: string): number => {
    const value = template.detail.columns.find((column) => column.heading === heading)?.value;
    if (value?.kind !== 'amount') throw new Error(`${heading} is no amount`);
    return centsOf(record.get(heading) ?? '', value.form.decimals === 'implied' ? value.form.places : null);
  };
  if (record.has('debit')) return toSign * (amount('debit') - amount('credit')) || 0;
  if (record.has('period 1')) return template.months.reduce((sum, _, at) => sum + amount(`period ${at + 1}`), 0);
  if (!record.has('side')) return amount('amount');
  return (record.get('side') === 'C' ? -toSign : toSign) * amount('amount') || 0;
}

const district = arbitraryFloorModel({ minSchools: 1, maxSchools: 12, maxSources: 5, valid: true });

/** Amounts beyond the exact range tie out nowhere; such districts make no file. */
const isExact = ({ results }: Calculation): boolean =>
  results.sources.every((source) => source.amountCents < 1_000_000_000_000);

describe('allocation files of any district by any template', () => {
  it('add up to the budgets to the cent, by source, school and fund, and read back as they were written', () => {
    let written = 0;
    let negative = 0;
    fc.assert(
      fc.property(district, arbitraryTemplate, fc.integer(), (model, template, seed) => {
        const calculation = new Calculation(withAccounts(model, seed), 1);
        fc.pre(isExact(calculation));
        const file = new AllocationFile(calculation, model, template, NOW);
        const { lines } = file.rows;
        const total = lines.reduce((sum, line) => sum + line.cents, 0);
        const budgets = calculation.schools.reduce((sum, _, at) => sum + budgetOf(calculation, template, at), 0);
        expect(total).toBe(budgets + centralOf(calculation, template));
        for (const line of template.rowsByMonth ? [] : lines) {
          expect(line.entries.reduce((sum, entry) => sum + entry.cents, 0)).toBe(line.cents);
        }
        for (const at of calculation.schools.keys()) {
          const ofSchool = file.rows.entries.filter((entry) => entry.school === at);
          expect(ofSchool.reduce((sum, entry) => sum + entry.cents, 0)).toBe(budgetOf(calculation, template, at));
        }
        const { list } = checkFile(file);
        const kinds = new Set(list.map(({ kind }) => kind));
        // Random districts need not tie out, and may have nothing to write; nothing else may be wrong.
        expect([...kinds].filter((kind) => kind !== 'scenario')).toEqual(lines.length === 0 ? ['totals'] : []);
        const text = fileText(file);
        const reading = readFields(text, template);
        expect(reading).toMatchObject({ ok: true });
        if (reading.ok && lines.length > 0) expect(compareReadBack(file, reading.records).list).toEqual([]);
        const [, details = []] = readLikeAFinanceSystem(text, template);
        expect(details).toHaveLength(lines.length);
        for (const [at, record] of details.entries()) expect(centsOfRecord(record, template)).toBe(lines[at]?.cents);
        if (lines.length > 0) written++;
        if (lines.some((line) => line.cents < 0)) negative++;
      }),
      { numRuns: 250 },
    );
    expect(written).toBeGreaterThan(100);
    expect(negative).toBeGreaterThan(2);
  });

  it('notices any digit of an amount that changed on the way, and any record that is gone', () => {
    fc.assert(
      fc.property(district, arbitraryTemplate, fc.integer(), fc.nat(), (model, template, seed, where) => {
        const calculation = new Calculation(withAccounts(model, seed), 1);
        fc.pre(isExact(calculation));
        const file = new AllocationFile(calculation, model, template, NOW);
        fc.pre(file.rows.lines.length > 0);
        const text = fileText(file);
        const digits = [...text.matchAll(/[1-9]/g)].map(({ index }) => index);
        fc.pre(digits.length > 0);
        const at = digits[where % digits.length] as number;
        const changed = `${text.slice(0, at)}${text[at] === '9' ? '8' : '9'}${text.slice(at + 1)}`;
        const reading = readFields(changed, template);
        if (reading.ok) expect(compareReadBack(file, reading.records).count).toBeGreaterThan(0);
        const end = template.lineEnd === 'crlf' ? '\r\n' : '\n';
        const shorter = readFields(
          text.slice(0, text.lastIndexOf(end, text.length - end.length - 1) + end.length),
          template,
        );
        if (shorter.ok) expect(compareReadBack(file, shorter.records).count).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });
});
