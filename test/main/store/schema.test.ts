import { join } from 'node:path';
import { expect, test } from 'vitest';
import { connect, connectMemory } from '../../../src/main/store/connection.ts';
import { createDatabase } from '../../../src/main/store/createDatabase.ts';
import { describeFresh } from '../../../src/main/store/describeSchema.ts';
import { APPLICATION_ID, CREATE_SCHEMA, SCHEMA_VERSION } from '../../../src/main/store/schema.ts';
import { readAllRows, sqlName } from '../../../src/main/store/tableRows.ts';
import { TABLE_NAMES, TABLES } from '../../../src/shared/model/tables.ts';
import { byKey, smallDistrict } from '../smallDistrict.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

interface ColumnInfo {
  name: string;
  type: string;
  notnull: number;
  pk: number;
}

test('every table of the model is a strict SQL table with the same columns, types and key', () => {
  const db = connectMemory();
  db.exec(CREATE_SCHEMA);
  const tables = db.pragma('table_list') as { schema: string; name: string; strict: number; wr: number }[];
  for (const table of TABLE_NAMES) {
    const listed = tables.find((candidate) => candidate.schema === 'main' && candidate.name === sqlName(table));
    expect(listed, table).toMatchObject({ strict: 1, wr: 1 });
    const columns = db.pragma(`table_info("${sqlName(table)}")`) as ColumnInfo[];
    expect(
      columns.map((column) => [column.name, column.type, column.notnull === 1]),
      table,
    ).toEqual(
      TABLES[table].columns.map((column) => [
        sqlName(column.name),
        column.value.type === 'integer' ? 'INTEGER' : 'TEXT',
        !column.nullable,
      ]),
    );
    const key = columns.filter((column) => column.pk > 0).sort((left, right) => left.pk - right.pk);
    expect(
      key.map((column) => column.name),
      table,
    ).toEqual(TABLES[table].key.map(sqlName));
  }
  db.close();
});

test('every reference of the table description is a foreign key, and every one is checked at commit', () => {
  const db = connectMemory();
  db.exec(CREATE_SCHEMA);
  for (const table of TABLE_NAMES) {
    const keys = db.pragma(`foreign_key_list("${sqlName(table)}")`) as { id: number; table: string; from: string }[];
    for (const column of TABLES[table].columns) {
      if (!column.references) continue;
      const wanted = { table: sqlName(column.references), from: sqlName(column.name) };
      expect(keys, `${table}.${column.name}`).toContainEqual(expect.objectContaining(wanted));
    }
    const written = (CREATE_SCHEMA.match(new RegExp(`CREATE TABLE "${sqlName(table)}" [^;]*;`)) ?? [''])[0];
    const references = written.match(/REFERENCES/g)?.length ?? 0;
    expect(written.match(/DEFERRABLE INITIALLY DEFERRED/g)?.length ?? 0, table).toBe(references);
  }
  db.close();
});

test('bounds of the SQL tables are those of the table description', () => {
  for (const table of TABLE_NAMES) {
    const written = (CREATE_SCHEMA.match(new RegExp(`CREATE TABLE "${sqlName(table)}" [^;]*;`)) ?? [''])[0];
    for (const { name, value } of TABLES[table].columns) {
      if (value.type === 'oneOf') {
        const list = value.values.map((word) => `'${word}'`).join(', ');
        expect(written, `${table}.${name}`).toContain(`CHECK ("${sqlName(name)}" IN (${list}))`);
      }
      if (value.type === 'integer' && value.max !== 2 ** 31) {
        const bounds = `CHECK ("${sqlName(name)}" BETWEEN ${value.min} AND ${value.max})`;
        expect(written, `${table}.${name}`).toContain(bounds);
      }
    }
  }
});

test('a new document keeps every row, and its file says what it is', () => {
  const path = join(temporaryFolder(), 'a.allot');
  createDatabase(path, smallDistrict()).close();
  const db = connect(path);
  expect(byKey(readAllRows(db))).toEqual(byKey(smallDistrict()));
  expect(db.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
  expect(db.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION);
  expect(db.pragma('journal_mode', { simple: true })).toBe('delete');
  expect(db.pragma('synchronous', { simple: true })).toBe(3);
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
  expect(db.pragma('trusted_schema', { simple: true })).toBe(0);
  expect(describeFresh().length).toBe(TABLE_NAMES.length + 5);
  db.close();
});

test('a second connection is kept out of a file that is open', () => {
  const path = join(temporaryFolder(), 'a.allot');
  const db = createDatabase(path, smallDistrict());
  expect(() => connect(path)).toThrow(/locked/);
  db.close();
  connect(path).close();
});
