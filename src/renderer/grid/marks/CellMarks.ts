/** Something to be noticed about a cell: a doubt about its data, drawn as a corner and told in its tooltip. */
export interface CellMark {
  readonly kind: 'stops' | 'warns';
  readonly sentence: string;
}

/**
 * The hook for findings: a sheet gives its grid a `marks` function, and a new one when findings have changed. It is
 * called for each cell painted, so it only looks up.
 */
export type CellMarks = (rowKey: string, columnId: string) => CellMark | null;
