import { AllotError } from '../../shared/contract/errors.ts';
import { checkRow } from '../../shared/model/checkRow.ts';
import type { ModelRows } from '../../shared/model/Model.ts';
import { TABLE_NAMES } from '../../shared/model/tables.ts';
import type { Connection } from '../store/connection.ts';
import { describeFresh, describeSchema, schemaDifference } from '../store/describeSchema.ts';
import { readAllRows } from '../store/tableRows.ts';

function damaged(what: string): AllotError {
  return new AllotError(
    'document-damaged',
    'This document is damaged or was changed by another program, and cannot be trusted; it was left as it is. Open an earlier copy, for example one of the backups Allot keeps.',
    [what],
  );
}

/**
 * Reads all rows of a document that has today's version, after proving that the file is whole: its schema is ours to
 * the letter (no added trigger or view), SQLite finds no fault in its pages and constraints, every key leads
 * somewhere, and every row is one the program itself could have written.
 */
export function loadRows(db: Connection): ModelRows {
  const difference = schemaDifference(describeSchema(db), describeFresh());
  if (difference) throw damaged(`unexpected schema: ${difference.slice(0, 200)}`);
  const check = db.pragma('quick_check(1)', { simple: true });
  if (check !== 'ok') throw damaged(String(check));
  const broken = db.pragma('foreign_key_check') as { table: string }[];
  if (broken.length > 0) throw damaged(`rows of ${broken[0]?.table ?? 'a table'} refer to missing rows`);
  const rows = readAllRows(db);
  for (const table of TABLE_NAMES) {
    for (const row of rows[table]) {
      const problem = checkRow(table, row);
      if (problem) throw damaged(problem);
    }
  }
  return rows;
}
