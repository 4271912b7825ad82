import type { TableName, Tables } from './rows.ts';
import { LIMITS } from './units.ts';

/** What a column may hold. One description serves the window's checks, main's validation and the SQL test. */
export type ColumnType =
  | { type: 'code' }
  | { type: 'name' }
  | { type: 'text'; length: number }
  | { type: 'decimal' }
  | { type: 'integer'; min: number; max: number }
  | { type: 'oneOf'; values: readonly string[] };

export interface Column {
  readonly name: string;
  readonly value: ColumnType;
  readonly nullable: boolean;
  /** Set where the value must be the code of a row in another table. */
  readonly references?: TableName;
}

export interface Table<T extends TableName> {
  readonly name: T;
  readonly key: readonly (keyof Tables[T] & string)[];
  readonly columns: readonly Column[];
}

export const code = (name: string, references?: TableName): Column =>
  references
    ? { name, value: { type: 'code' }, nullable: false, references }
    : { name, value: { type: 'code' }, nullable: false };
export const text = (name: string, length: number): Column => ({
  name,
  value: { type: 'text', length },
  nullable: false,
});
export const named = (name: string): Column => ({ name, value: { type: 'name' }, nullable: false });
export const integer = (name: string, min: number, max: number): Column => ({
  name,
  value: { type: 'integer', min, max },
  nullable: false,
});
export const oneOf = (name: string, ...values: string[]): Column => ({
  name,
  value: { type: 'oneOf', values },
  nullable: false,
});
export const decimal = (name: string): Column => ({ name, value: { type: 'decimal' }, nullable: false });
export const optional = (column: Column): Column => ({ ...column, nullable: true });
export const id = (name: string, references?: TableName): Column =>
  references ? { ...integer(name, 1, 2 ** 31), references } : integer(name, 1, 2 ** 31);
export const position = integer('position', 0, 2 ** 31);
export const money = (name: string): Column => integer(name, -LIMITS.moneyCents, LIMITS.moneyCents);
