import { formatMoney } from '../text/formatNumber.ts';
import { quoted } from '../text/quoted.ts';
import type { AllocationFile, FileRecord } from './AllocationFile.ts';
import type { AllocationTemplate, ColumnValue } from './AllocationTemplate.ts';
import { columnName } from './checkTemplate.ts';
import { compareWithScenario, controlTotals } from './controlTotals.ts';
import { FileFaults, fileFault } from './FileFault.ts';
import { fieldHolds, readAmount } from './readBack.ts';

/** How one field is compared; workbooks give numbers back in another spelling than text files. */
export interface FieldComparison {
  readonly holds: (field: string, record: FileRecord, at: number) => boolean;
  readonly cents: (field: string, value: Extract<ColumnValue, { kind: 'amount' }>, pad: string) => number | null;
}

/** Fields of a text file. */
export const TEXT_COMPARISON: FieldComparison = {
  holds: (field, record, at) => {
    const cell = record.cells[at];
    const column = record.columns[at];
    if (!cell?.ok || !column) return false;
    const { content } = cell;
    if (content.type === 'amount') return readAmount(field, content.form, column.pad) === content.cents;
    const text = content.type === 'unmapped' ? '' : content.text;
    // What is blank stands between spaces even where numbers stand between zeros, and so do headings.
    const usesSpaces = /\d/.test(column.pad) && (record.kind === 'heading' || text === '');
    return fieldHolds(field, text, usesSpaces ? { ...column, pad: ' ' } : column);
  },
  cents: (field, value, pad) => readAmount(field, value.form, pad),
};

/**
 * Compares what was read from the written bytes with what was to be written: record by record and field by field, then
 * each row's amount, as its own columns say it, with the budgets, and last the totals. Any difference is a fault.
 */
export function compareReadBack(
  file: AllocationFile,
  records: readonly (readonly string[])[],
  comparison = TEXT_COMPARISON,
): FileFaults {
  const faults = new FileFaults();
  const { template, calculation, recordCount, totals } = file.context;
  const add = (reason: string): void => faults.add(fileFault('read_back', `${reason} Nothing was written.`));
  if (records.length !== recordCount) {
    add(`Read back, the file has ${records.length} records instead of ${recordCount}.`);
    return faults;
  }
  let at = 0;
  let amountCents = 0;
  const byFund = new Map<string, number>();
  const fundColumn = template.detail.columns.findIndex(
    ({ value }) => value.kind === 'segment' && value.segment === template.fundSegment,
  );
  for (const record of file.records()) {
    const fields = records[at++]!;
    if (fields.length !== record.columns.length) {
      add(`Read back, record ${at} has ${fields.length} fields instead of ${record.columns.length}.`);
      continue;
    }
    for (const [place, field] of fields.entries()) {
      if (comparison.holds(field, record, place)) continue;
      const name = columnName(record.columns[place]!, place);
      add(`Read back, record ${at} has ${quoted(field)} in ${name}, which is not what was to be written.`);
    }
    if (!record.line) continue;
    const cents = rowCents(fields, template, comparison);
    if (cents !== record.line.cents) {
      const read = cents === null ? 'no amount' : formatMoney(cents);
      add(`Read back, record ${at} comes to ${read} instead of ${formatMoney(record.line.cents)}.`);
    }
    amountCents += cents ?? 0;
    if (fundColumn >= 0) {
      const fund = record.line.account[file.rows.segments.indexOf(template.fundSegment)] ?? '';
      byFund.set(fund, (byFund.get(fund) ?? 0) + (cents ?? 0));
    }
  }
  if (amountCents !== totals.amountCents) {
    add(`Read back, the file comes to ${formatMoney(amountCents)} instead of ${formatMoney(totals.amountCents)}.`);
  }
  for (const { code, cents } of fundColumn < 0 ? [] : totals.byFund) {
    const found = byFund.get(code) ?? 0;
    if (found !== cents)
      add(`Read back, ${quoted(code)} comes to ${formatMoney(found)} instead of ${formatMoney(cents)}.`);
  }
  // The scenario may not have moved while the file was written.
  for (const { what, code } of compareWithScenario(
    calculation,
    template,
    controlTotals(calculation, template, file.rows),
  )) {
    add(`The budgets have changed since the file was begun (${what} ${code}).`);
  }
  return faults;
}

/** A blank amount is filled up as its column says, though never with digits. */
function holdsNothing(field: string, pad: string): boolean {
  const rest = pad === '' || /\d/.test(pad) ? field : field.replaceAll(pad, '');
  return rest.trim() === '';
}

/** A row's amount from its own columns: whole, by periods, or debit less credit; a mark gives an unsigned one its side. */
export function rowCents(
  fields: readonly string[],
  template: AllocationTemplate,
  comparison: FieldComparison,
): number | null {
  const { columns } = template.detail;
  const toSign = template.debit === 'positive' ? 1 : -1;
  let side = 0;
  for (const [at, { value }] of columns.entries()) {
    if (value.kind !== 'side') continue;
    side = fields[at]?.trim() === value.credit ? -toSign : toSign;
  }
  let whole: number | null = null;
  const sides = { debit: null as number | null, credit: null as number | null };
  const periods = new Map<number, number | null>();
  for (const [at, { value, pad }] of columns.entries()) {
    if (value.kind !== 'amount') continue;
    const field = fields[at] ?? '';
    const isBlank = value.form.blankZero && holdsNothing(field, pad);
    const read = isBlank ? 0 : comparison.cents(field, value, pad);
    if (read === null) return null;
    if (value.side !== 'both') {
      if (value.period === 0) sides[value.side] = read;
      continue;
    }
    if (value.form.sign === 'absolute' && side === 0) continue;
    const cents = value.form.sign === 'absolute' ? read * side : read;
    if (value.period === 0) whole ??= cents;
    else periods.set(value.period, cents);
  }
  if (whole !== null) return whole === 0 ? 0 : whole;
  if (sides.debit !== null && sides.credit !== null) return toSign * (sides.debit - sides.credit) || 0;
  if (template.months.length === 0 || periods.size !== template.months.length) return null;
  let sum = 0;
  for (const cents of periods.values()) sum += cents ?? 0;
  return sum;
}
