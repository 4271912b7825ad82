/** How the numbers of a column are shown; text columns hold codes and names and keep their leading zeros. */
export type ColumnKind = 'text' | 'money' | 'count' | 'weight' | 'percent' | 'rate' | 'number';

export interface DescribedColumn {
  readonly header: string;
  readonly kind: ColumnKind;
}

/**
 * A sheet to be written. Cells are texts; an empty one is an empty cell. In a column of any other kind than `text`
 * they are plain decimals such as `-1234.50`.
 */
export interface DescribedSheet {
  readonly name: string;
  readonly columns: readonly DescribedColumn[];
  readonly rows: readonly (readonly string[])[];
}

/** A workbook as data: the .xlsx and the CSV folder are two ways of writing the same one. */
export type WorkbookDescription = readonly DescribedSheet[];
