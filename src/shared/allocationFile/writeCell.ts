import { quoteCell } from '../text/delimited.ts';
import type { AllocationTemplate, TemplateColumn } from './AllocationTemplate.ts';
import { characterCount, foreignCharacter } from './characters.ts';
import type { CellContent } from './columnTexts.ts';
import type { FaultKind } from './FileFault.ts';

/** A cell as it goes into the file, or why it cannot. */
export type WrittenCell =
  | { readonly ok: true; readonly text: string; readonly content: CellContent }
  | {
      readonly ok: false;
      readonly kind: FaultKind;
      readonly value: string;
      /** The end of a sentence that begins with the column: `is 5 characters long, but the column has 3.` */
      readonly reason: string;
    };

const fault = (kind: FaultKind, value: string, reason: string): WrittenCell => ({ ok: false, kind, value, reason });

/** Pads, cuts and quotes one cell. Nothing is cut that the column does not say may be. */
export function writeCell(content: CellContent, column: TemplateColumn, template: AllocationTemplate): WrittenCell {
  if (content.type === 'unmapped') {
    // Of a whole account no part may be missing: what is left of it would be another account.
    const isNeeded = column.required || column.value.kind === 'account';
    if (isNeeded) return fault('unmapped', '', `no rule gives ${content.segment} a value`);
    return writeText('', { type: 'text', text: '' }, column, template);
  }
  if (content.type === 'amount') return writeAmount(content, column, template);
  if (content.text === '' && column.required) return fault('blank', '', 'is blank');
  return writeText(content.text, content, column, template);
}

function writeAmount(
  content: Extract<CellContent, { type: 'amount' }>,
  column: TemplateColumn,
  template: AllocationTemplate,
): WrittenCell {
  if (!content.text) {
    const dollars = `${Math.trunc(content.cents / 100)}.${String(Math.abs(content.cents) % 100).padStart(2, '0')}`;
    return fault('amount', dollars, `has no place for the odd cents of ${dollars}`);
  }
  const { before, digits, after } = content.text;
  let text = `${before}${digits}${after}`;
  const isPadded = column.width > 0 && column.pad !== '' && template.format !== 'xlsx';
  // A sign behind the digits has a place of its own in a padded column, so that digits stand under digits.
  const end = isPadded && content.form.sign === 'trailing' ? after || ' ' : after;
  if (column.width > 0 && text.length + (end.length - after.length) > column.width) {
    return fault('too_long', text, `is ${text.length} characters long, but the column has ${column.width}`);
  }
  if (isPadded) {
    const room = column.width - before.length - end.length;
    if (column.pad === '0') text = `${before}${digits.padStart(room, '0')}${end}`;
    else text = pad(`${before}${digits}${end}`, column);
  }
  return { ok: true, text: quote(text, column, template), content };
}

function writeText(
  wanted: string,
  content: CellContent,
  column: TemplateColumn,
  template: AllocationTemplate,
): WrittenCell {
  let text = wanted;
  const foreign = foreignCharacter(text, template.encoding);
  if (foreign !== null) {
    const code = (foreign.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0');
    const name = /\p{C}/u.test(foreign) ? `U+${code}` : `“${foreign}” (U+${code})`;
    return fault('encoding', wanted, `holds ${name}, which the file's encoding has not`);
  }
  const count = characterCount(text);
  if (column.width > 0 && count > column.width) {
    if (column.tooLong === 'fault') {
      return fault('too_long', wanted, `is ${count} characters long, but the column has ${column.width}`);
    }
    text = Array.from(text).slice(0, column.width).join('');
  }
  if (template.format === 'fixed' && /[\r\n\t]/.test(text)) {
    return fault('text', wanted, 'holds a line break or tab, which a file of fixed widths cannot carry');
  }
  const written = text === wanted ? content : { type: content.type as 'text', text };
  if (column.width > 0 && column.pad !== '' && template.format !== 'xlsx') {
    // Nothing filled up with zeros would be a number or a code that nobody typed.
    const filler = text === '' && /\d/.test(column.pad) ? ' ' : column.pad;
    text = pad(text, { ...column, pad: filler });
  }
  if (template.format === 'delimited' && column.quoting === 'never' && /["\r\n]/.test(text)) {
    return fault('text', wanted, 'holds a quotation mark or line break, but the column is never quoted');
  }
  if (template.format === 'delimited' && column.quoting === 'never' && text.includes(template.delimiter)) {
    return fault('text', wanted, 'holds the delimiter, but the column is never quoted');
  }
  return { ok: true, text: quote(text, column, template), content: written };
}

function pad(text: string, { width, pad: filler, align }: TemplateColumn): string {
  const missing = width - characterCount(text);
  if (missing <= 0) return text;
  return align === 'right' ? filler.repeat(missing) + text : text + filler.repeat(missing);
}

function quote(text: string, { quoting }: TemplateColumn, template: AllocationTemplate): string {
  if (template.format !== 'delimited' || quoting === 'never') return text;
  return quoting === 'always' ? `"${text.replaceAll('"', '""')}"` : quoteCell(text, template.delimiter);
}
