import { PSEUDO_SCHOOLS, PSEUDO_SOURCES } from '../model/pseudoCodes.ts';
import { guardText } from '../text/csv.ts';
import type { AmountForm, ColumnValue, TemplateColumn } from './AllocationTemplate.ts';
import { NONE, schoolCode, sourceCode } from './allocationEntries.ts';
import { type AllocationLine, SEVERAL } from './allocationLines.ts';
import { type AmountText, amountText } from './amountText.ts';
import { isDebit } from './controlTotals.ts';
import { draftMark, type FileContext } from './FileContext.ts';
import { monthName, writeDate, writeYear } from './FileMoment.ts';
import { evenPart } from './splitAmount.ts';

/** What stands in one cell before it is padded or quoted. */
export type CellContent =
  | { readonly type: 'text'; readonly text: string }
  /** `cents` is what a reader must find; it is negative where the form says so, or absolute where it shows no sign. */
  | { readonly type: 'amount'; readonly cents: number; readonly text: AmountText | null; readonly form: AmountForm }
  /** A count, a sequence, a period: digits that are no money. */
  | { readonly type: 'number'; readonly text: string }
  /** No rule gives the segment a value. */
  | { readonly type: 'unmapped'; readonly segment: string };

/**
 * Writes one column of one record; `sequence` is the place of the detail record, from 0. A text that comes back is the
 * same object each time, except of whole accounts, so that its cell need not be written again.
 */
export type WriteCell = (line: AllocationLine | null, sequence: number) => CellContent;

const EMPTY: CellContent = { type: 'text', text: '' };

/** Makes a writer of a column, so that what is the same in every record is looked up once. */
export function cellWriter(column: TemplateColumn, context: FileContext): WriteCell {
  const write = contentWriter(column.value, context);
  const { letterCase } = column;
  // A cell of a workbook is text by its type and runs nothing; a guard would only be in the way.
  const guards = context.template.guardText && context.template.format === 'delimited';
  if (letterCase === 'as_is' && !guards) return write;
  const changed = (text: string): string => {
    const cased = letterCase === 'upper' ? text.toUpperCase() : letterCase === 'lower' ? text.toLowerCase() : text;
    return guards ? guardText(cased) : cased;
  };
  const made = new Map<CellContent, CellContent>();
  return (line, sequence) => {
    const content = write(line, sequence);
    if (content.type !== 'text') return content;
    if (column.value.kind === 'account') return { type: 'text', text: changed(content.text) };
    let altered = made.get(content);
    if (!altered) {
      altered = { type: 'text', text: changed(content.text) };
      made.set(content, altered);
    }
    return altered;
  };
}

function constant(text: string): WriteCell {
  const content: CellContent = { type: 'text', text };
  return () => content;
}

function contentWriter(value: ColumnValue, context: FileContext): WriteCell {
  const { calculation, template, totals, scenario, adoption } = context;
  switch (value.kind) {
    case 'text':
      return constant(value.text);
    case 'segment': {
      const at = context.segments.indexOf(value.segment);
      return segmentWriter(at, value.segment);
    }
    case 'account': {
      const places = value.segments.map((code) => context.segments.indexOf(code));
      return (line) => {
        const parts: string[] = [];
        for (const [order, at] of places.entries()) {
          const part = line?.account[at];
          if (part === undefined || part === null) return { type: 'unmapped', segment: value.segments[order] ?? '' };
          parts.push(part);
        }
        return { type: 'text', text: parts.join(value.separator) };
      };
    }
    case 'school':
    case 'tag':
      return perIndex(
        (line) => line.school,
        (at) => schoolText(context, value, at),
      );
    case 'source':
      return perIndex(
        (line) => line.source,
        (at) => sourceText(context, value.field, at),
      );
    case 'level':
      return perIndex(
        (line) => line.level,
        (at) => (at < 0 ? '' : calculation.levels[at]![value.field]),
      );
    case 'need':
      return perIndex(
        (line) => line.need,
        (at) => (at < 0 ? '' : calculation.needs[at]![value.field]),
      );
    case 'month':
      return perIndex(
        (line) => line.month,
        (at) => {
          const month = template.months[at];
          if (month === undefined) return '';
          if (value.field === 'name') return monthName(month);
          return String(value.field === 'period' ? at + 1 : month).padStart(2, '0');
        },
      );
    case 'district':
      return constant(context.districtName);
    case 'year':
      return constant(writeYear(context.fiscalYear, value.field) ?? '');
    case 'scenario':
      switch (value.field) {
        case 'name':
          return constant(scenario.name);
        case 'status':
          return constant(scenario.status);
        case 'draft_mark':
          return constant(draftMark(scenario));
        case 'adopted_at':
          return constant(adoption?.at ?? '');
        case 'adopted_by':
          return constant(adoption?.by ?? '');
        case 'stamp':
          return constant(adoption?.resultsSha256 ?? '');
      }
      break;
    case 'amount':
      return (line) => {
        if (!line) return EMPTY;
        const whole = value.period === 0 ? line.cents : evenPart(line.cents, template.months.length, value.period);
        if (value.side === 'both') return amountContent(whole, value.form);
        const isOnDebit = isDebit(whole, template);
        return amountContent(isOnDebit === (value.side === 'debit') ? Math.abs(whole) : 0, value.form);
      };
    case 'side': {
      const debit: CellContent = { type: 'text', text: value.debit };
      const credit: CellContent = { type: 'text', text: value.credit };
      return (line) => (line && !isDebit(line.cents, template) ? credit : debit);
    }
    case 'sequence':
      return (_, sequence) => ({ type: 'number', text: String(value.first + sequence * value.step) });
    case 'date':
      return constant(writeDate(value.of === 'written' ? context.writtenAt : (adoption?.at ?? ''), value.pattern));
    case 'records': {
      const text = String(value.of === 'detail' ? totals.rows : context.recordCount);
      return () => ({ type: 'number', text });
    }
    case 'total': {
      const cents = {
        amount: totals.amountCents,
        gross: totals.debitCents + totals.creditCents,
        debit: totals.debitCents,
        credit: totals.creditCents,
      }[value.of];
      const content = amountContent(cents, value.form);
      return () => content;
    }
  }
}

function segmentWriter(at: number, segment: string): WriteCell {
  const unmapped: CellContent = { type: 'unmapped', segment };
  const made = new Map<string, CellContent>();
  return (line) => {
    const text = line?.account[at];
    if (text === undefined || text === null) return unmapped;
    let content = made.get(text);
    if (!content) {
      content = { type: 'text', text };
      made.set(text, content);
    }
    return content;
  };
}

function amountContent(cents: number, form: AmountForm): CellContent {
  if (cents === 0 && form.blankZero) return EMPTY;
  const shown = form.sign === 'absolute' ? Math.abs(cents) : cents;
  return { type: 'amount', cents: shown, text: amountText(cents, form), form };
}

/** Text that depends on one index only, made once for each; rows of several have none. */
function perIndex(indexOf: (line: AllocationLine) => number, write: (at: number) => string): WriteCell {
  const made = new Map<number, CellContent>();
  return (line) => {
    if (!line) return EMPTY;
    const at = indexOf(line);
    let content = made.get(at);
    if (!content) {
      content = { type: 'text', text: at === SEVERAL ? '' : write(at) };
      made.set(at, content);
    }
    return content;
  };
}

function schoolText(
  { calculation, model }: FileContext,
  value: Extract<ColumnValue, { kind: 'school' | 'tag' }>,
  at: number,
): string {
  if (at === NONE) {
    if (value.kind === 'tag' || value.field === 'level') return '';
    const [central] = PSEUDO_SCHOOLS;
    return value.field === 'code' ? schoolCode(calculation, at) : (central?.name ?? '');
  }
  const school = calculation.schools[at]!;
  return value.kind === 'tag' ? (model.get('tag', school.code, value.tag)?.value ?? '') : school[value.field];
}

function sourceText(
  { calculation }: FileContext,
  field: Extract<ColumnValue, { kind: 'source' }>['field'],
  at: number,
): string {
  const code = sourceCode(calculation, at);
  if (field === 'code') return code;
  const row = calculation.sourceRows[at];
  if (!row) return field === 'name' ? (PSEUDO_SOURCES.find((source) => source.code === code)?.name ?? '') : '';
  return field === 'status' ? calculation.results.sources[at]!.status : row[field];
}
