import {
  type Parsed,
  parseCount,
  parseMeasure,
  parseMoney,
  parsePercent,
  parseRate,
  parseWeight,
} from '../../shared/text/parseNumber.ts';
import { quoted } from '../../shared/text/quoted.ts';
import type { CellValue, SheetColumn, SheetRow } from './SheetColumn.ts';

function parseChoice<Row extends SheetRow>(column: SheetColumn<Row>, text: string, row: Row): Parsed<CellValue> {
  const choices = column.choices?.(row) ?? [];
  const wanted = text.trim().toLowerCase();
  const found =
    choices.find((choice) => choice.value.toLowerCase() === wanted || choice.label.toLowerCase() === wanted) ??
    choices.find((choice) => wanted !== '' && choice.label.toLowerCase().startsWith(wanted));
  if (found) return { ok: true, value: found.value };
  const names = choices.map((choice) => choice.label).join(', ');
  return { ok: false, sentence: `${quoted(text)} is not one of: ${names}.` };
}

/** What was typed into a cell, in the unit of its column. */
export function parseCell<Row extends SheetRow>(column: SheetColumn<Row>, text: string, row: Row): Parsed<CellValue> {
  if (column.blank && text.trim() === '') return { ok: true, value: null };
  if (column.parse) return column.parse(text, row);
  switch (column.kind) {
    case 'money':
    case 'dollars':
      return parseMoney(text);
    case 'count':
      return parseCount(text);
    case 'weight':
    case 'index':
      return parseWeight(text);
    case 'percent':
      return parsePercent(text);
    case 'rate':
      return parseRate(text);
    case 'decimal':
      return parseMeasure(text);
    case 'integer':
      return /^\d{1,9}$/.test(text.trim())
        ? { ok: true, value: Number(text.trim()) }
        : { ok: false, sentence: `${quoted(text)} is not a whole number. Type digits only, such as 12.` };
    case 'choice':
      return parseChoice(column, text, row);
    default:
      return { ok: true, value: text.trim() };
  }
}
