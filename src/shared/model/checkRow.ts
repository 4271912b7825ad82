import type { TableName } from './rows.ts';
import { type Column, type ColumnType, TABLES } from './tables.ts';
import { LIMITS } from './units.ts';

/** A canonical exact decimal: no leading zeros, no trailing zeros behind the point, no minus zero. */
const DECIMAL = /^(?:0|-?(?:[1-9]\d*|0(?=\.\d*[1-9]))(?:\.\d*[1-9])?)$/;
const DECIMAL_LENGTH = 60;

/** Control characters; in codes they would break keys, in names they would hide text. */
const CONTROL = /\p{Cc}/u;
/** In longer texts line breaks and tabs are welcome, other control characters are not. */
const CONTROL_IN_TEXT = /[^\P{Cc}\t\n\r]/u;

function checkText(value: unknown, length: number, control: RegExp): string | null {
  if (typeof value !== 'string') return 'must be text';
  if (value.length > length) return `is longer than ${length} characters`;
  if (!value.isWellFormed()) return 'holds half a character, which cannot be stored';
  if (control.test(value)) return 'holds a control character';
  return null;
}

function checkLabel(value: unknown, length: number): string | null {
  const problem = checkText(value, length, CONTROL);
  if (problem) return problem;
  if (value === '') return 'must not be empty';
  return (value as string).trim() === value ? null : 'must not begin or end with a space';
}

/** What is wrong with one value, as the end of a sentence, or null. */
export function checkValue(column: Column, value: unknown): string | null {
  if (value === null) return column.nullable ? null : 'must not be empty';
  const kind = column.value;
  switch (kind.type) {
    case 'code':
      return checkLabel(value, LIMITS.codeLength);
    case 'name':
      return checkLabel(value, LIMITS.nameLength);
    case 'text':
      return checkText(value, kind.length, CONTROL_IN_TEXT);
    case 'decimal':
      if (typeof value !== 'string' || value.length > DECIMAL_LENGTH) return 'must be a decimal number';
      return DECIMAL.test(value) ? null : 'must be a decimal number in its shortest form';
    case 'integer':
      if (typeof value !== 'number' || !Number.isSafeInteger(value)) return 'must be a whole number of its small unit';
      return value >= kind.min && value <= kind.max ? null : `must lie between ${kind.min} and ${kind.max}`;
    case 'oneOf':
      return typeof value === 'string' && kind.values.includes(value)
        ? null
        : `must be one of ${kind.values.join(', ')}`;
  }
}

/** Printable ASCII that begins and ends with a letter, digit or sign: nothing `checkText` could object to but its length. */
const PLAIN_LABEL = /^[!-~](?:[ -~]*[!-~])?$/;

/** Whether a value is surely right. False says nothing: `checkValue` then looks closely. */
function isPlainlyRight(kind: ColumnType, value: unknown): boolean {
  if (typeof value === 'string') {
    if (kind.type === 'code') return value.length <= LIMITS.codeLength && PLAIN_LABEL.test(value);
    if (kind.type === 'name') return value.length <= LIMITS.nameLength && PLAIN_LABEL.test(value);
    return kind.type === 'decimal' && value.length <= DECIMAL_LENGTH && DECIMAL.test(value);
  }
  return (
    kind.type === 'integer' &&
    Number.isSafeInteger(value) &&
    (value as number) >= kind.min &&
    (value as number) <= kind.max
  );
}

/**
 * Whether a row is surely right: its fields stand in the order of the columns, and each is plain. An import brings
 * hundreds of thousands of rows, nearly all of them such; any other row is looked at field by field. Hidden fields and
 * symbols, which neither a text nor a copy between processes can carry and nothing reads, are not looked for.
 */
function isPlainRow(columns: readonly Column[], row: Readonly<Record<string, unknown>>): boolean {
  const names = Object.keys(row);
  if (names.length !== columns.length) return false;
  for (let at = 0; at < columns.length; at++) {
    const { name, value } = columns[at] as Column;
    if (names[at] !== name || !isPlainlyRight(value, row[name])) return false;
  }
  return true;
}

/**
 * What is wrong with a row of a table, as one sentence, or null. It trusts nothing about `row`: a row comes from a
 * window, a file or an importer. `checkRow('level', {code: 'ES', name: '', position: 0})` is
 * `In a row of level, name must not be empty.`
 */
export function checkRow(table: TableName, row: unknown): string | null {
  if (typeof row !== 'object' || row === null || Array.isArray(row))
    return `A row of ${table} must be a list of fields.`;
  const columns = TABLES[table].columns;
  if (isPlainRow(columns, row as Record<string, unknown>)) return null;
  for (const column of columns) {
    if (!Object.hasOwn(row, column.name)) return `A row of ${table} lacks ${column.name}.`;
    const problem = checkValue(column, (row as Record<string, unknown>)[column.name]);
    if (problem) return `In a row of ${table}, ${column.name} ${problem}.`;
  }
  const names = Reflect.ownKeys(row);
  if (names.length === columns.length) return null;
  const known = new Set<string | symbol>(columns.map((column) => column.name));
  const stranger = names.find((name) => !known.has(name));
  return `A row of ${table} has no field called ${String(stranger).slice(0, LIMITS.codeLength)}.`;
}
