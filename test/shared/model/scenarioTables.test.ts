import { expect, test } from 'vitest';
import { connectMemory } from '../../../src/main/store/connection.ts';
import { CREATE_SCHEMA } from '../../../src/main/store/schema.ts';
import { sqlName } from '../../../src/main/store/tableRows.ts';
import { DECISION_TABLES, SCENARIO_TABLES } from '../../../src/shared/model/scenarioTables.ts';
import { TABLE_NAMES, TABLES } from '../../../src/shared/model/tables.ts';

test('the tables of a scenario are those whose rows the file itself ties to a scenario', () => {
  const db = connectMemory();
  db.exec(CREATE_SCHEMA);
  const tied = TABLE_NAMES.filter((table) => {
    if (table === 'scenario') return false;
    const keys = db.pragma(`foreign_key_list("${sqlName(table)}")`) as { table: string }[];
    return keys.some((key) => key.table === 'scenario');
  });
  db.close();
  expect(SCENARIO_TABLES).toEqual(tied);
  expect(SCENARIO_TABLES.length).toBeGreaterThan(10);
  for (const table of SCENARIO_TABLES) expect(TABLES[table].key[0], table).toBe('scenario');
  expect(SCENARIO_TABLES.filter((table) => !(DECISION_TABLES as readonly string[]).includes(table))).toEqual([
    'adoption',
  ]);
});
