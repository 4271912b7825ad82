import { readDelimited } from '../text/delimited.ts';
import type { AllocationTemplate, AmountForm, TemplateColumn, TemplateRecord } from './AllocationTemplate.ts';

/** The records of a file as its bytes say, cut into fields by the template's layout; or why they cannot be. */
export type FieldsReading =
  | { readonly ok: true; readonly records: readonly (readonly string[])[] }
  | { readonly ok: false; readonly sentence: string };

/** The layouts of a file's records in order, for so many records altogether. */
export function recordLayouts(template: AllocationTemplate, recordCount: number): TemplateRecord[] {
  const before = [...template.header, ...(template.headings ? [template.detail] : [])];
  const details = Math.max(0, recordCount - before.length - template.control.length);
  return [...before, ...new Array<TemplateRecord>(details).fill(template.detail), ...template.control];
}

/**
 * Reads a text file by its template and nothing else: lines by the template's line ends, fields by its delimiter or
 * widths. It shares no code with the writer, so that what both take for granted is as little as can be.
 */
export function readFields(text: string, template: AllocationTemplate): FieldsReading {
  const end = template.lineEnd === 'crlf' ? '\r\n' : '\n';
  if (text !== '' && !text.endsWith(end)) return refused('the last line has no line end');
  if (template.format !== 'fixed') {
    const limits = { cells: Number.POSITIVE_INFINITY, characters: Number.POSITIVE_INFINITY };
    const reading = readDelimited(text, { delimiter: template.delimiter, strictQuotes: true, limits });
    if (!reading.ok) return refused(reading.sentence);
    return { ok: true, records: reading.table.rows };
  }
  const lines = text.split(end);
  lines.pop();
  const layouts = recordLayouts(template, lines.length);
  const records: string[][] = [];
  for (const [at, line] of lines.entries()) {
    // Widths count characters, as the template does.
    const characters = /[\ud800-\udfff]/.test(line) ? Array.from(line) : line;
    const fields: string[] = [];
    let from = 0;
    for (const { width } of layouts[at]?.columns ?? []) {
      const field = characters.slice(from, from + width);
      fields.push(typeof field === 'string' ? field : field.join(''));
      from += width;
    }
    if (from !== characters.length) {
      return refused(`line ${at + 1} has ${characters.length} characters instead of ${from}`);
    }
    records.push(fields);
  }
  return { ok: true, records };
}

const refused = (sentence: string): { ok: false; sentence: string } => ({ ok: false, sentence });

/** Whether a field holds exactly this text and besides it only what the column fills up with. */
export function fieldHolds(field: string, text: string, { width, pad, align }: TemplateColumn): boolean {
  if (field === text) return true;
  if (width === 0 || pad === '') return false;
  const filling = align === 'right' ? field.slice(0, field.length - text.length) : field.slice(text.length);
  const holds = align === 'right' ? field.endsWith(text) : field.startsWith(text);
  return holds && filling === pad.repeat(filling.length / pad.length);
}

/** The cents an amount field says, or null where it says no amount of this form. */
export function readAmount(field: string, form: AmountForm, pad: string): number | null {
  let text = field.trim();
  if (pad !== '' && !/[\d\s]/.test(pad)) while (text.startsWith(pad)) text = text.slice(pad.length);
  let isNegative = false;
  if (form.sign === 'parentheses') {
    const inside = /^\((.*)\)$/.exec(text);
    if (inside) {
      isNegative = true;
      text = inside[1] ?? '';
    }
  } else if (form.sign === 'trailing') {
    isNegative = text.endsWith('-');
    if (isNegative) text = text.slice(0, -1);
  } else if (form.sign !== 'absolute') {
    isNegative = text.startsWith('-');
    if (isNegative || (form.sign === 'plus_minus' && text.startsWith('+'))) text = text.slice(1);
  }
  const match = /^(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return null;
  const [, whole = '', part = ''] = match;
  const places = form.decimals === 'point' ? part.length : form.places;
  if (form.decimals === 'point' && places !== form.places) return null;
  if (form.decimals === 'implied' && part !== '') return null;
  // Digits alone: moved to two decimals, what falls off must be zeros.
  const digits = whole + part;
  const surplus = places - 2;
  if (surplus > 0 && !/^0*$/.test(digits.slice(-surplus))) return null;
  const cents = Number(surplus > 0 ? digits.slice(0, -surplus) || '0' : digits + '0'.repeat(-surplus));
  if (!Number.isSafeInteger(cents)) return null;
  return isNegative && cents !== 0 ? -cents : cents;
}
