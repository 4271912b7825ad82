import { type CsvCell, writeCsv } from '../../shared/text/csv.ts';

/** A table on its way out. Cells are texts; where `isText` is false they are plain decimals or empty. */
export interface OutputTable {
  readonly columns: readonly {
    readonly name: string;
    /** Name in JSON, where two columns may not share one. */
    readonly key?: string;
    readonly isText: boolean;
    readonly at: (row: number) => string;
  }[];
  readonly rowCount: number;
}

/** As CSV with a header. Lines end in a line feed, as programs that read standard output expect. */
export function tableToCsv(table: OutputTable): string {
  const lines: CsvCell[][] = [table.columns.map((column) => column.name)];
  for (let row = 0; row < table.rowCount; row++) {
    lines.push(table.columns.map((column) => (column.isText ? column.at(row) : { number: column.at(row) })));
  }
  return writeCsv(lines).replaceAll('\r\n', '\n');
}

/**
 * As a JSON list of one object per row, keys in the order of the columns. Numbers are JSON numbers written with all
 * their decimals (`1234.50`); within the limits of a document each is told apart to the cent by a double. A value
 * that does not exist is null.
 */
export function tableToJson(table: OutputTable): string {
  const keys = table.columns.map((column) => JSON.stringify(column.key ?? column.name));
  const rows: string[] = [];
  for (let row = 0; row < table.rowCount; row++) {
    const fields = table.columns.map((column, at) => {
      const text = column.at(row);
      const value = column.isText ? JSON.stringify(text) : text === '' ? 'null' : text;
      return `${keys[at]}: ${value}`;
    });
    rows.push(`  {${fields.join(', ')}}`);
  }
  return rows.length === 0 ? '[]\n' : `[\n${rows.join(',\n')}\n]\n`;
}
