import { expect, test } from 'vitest';
import { enrollmentColumns } from '../../../src/renderer/enrollment/enrollmentColumns.ts';
import { enrollmentRows } from '../../../src/renderer/enrollment/enrollmentRows.ts';
import { grantColumns } from '../../../src/renderer/grants/grantColumns.ts';
import { goToCell, placeOfCell } from '../../../src/renderer/history/historyPlaces.ts';
import { revenueColumns } from '../../../src/renderer/revenues/revenueColumns.ts';
import { schoolColumns } from '../../../src/renderer/schools/schoolColumns.ts';
import { schoolRows } from '../../../src/renderer/sheets/schoolRows.ts';
import { sourceRows } from '../../../src/renderer/sheets/sourceRows.ts';
import { sourceColumns } from '../../../src/renderer/sources/sourceColumns.ts';
import { DocumentState } from '../../../src/renderer/state/DocumentState.ts';
import { WindowState } from '../../../src/renderer/state/WindowState.ts';
import { WeightFigures } from '../../../src/renderer/weights/WeightFigures.ts';
import { weightColumns } from '../../../src/renderer/weights/weightColumns.ts';
import type { HistoryCell } from '../../../src/shared/history/HistoryEntry.ts';
import { HistoryNames } from '../../../src/shared/history/HistoryNames.ts';
import { cellsOf } from '../../../src/shared/history/historyCells.ts';
import type { RowOp } from '../../../src/shared/model/Model.ts';
import type { TableName } from '../../../src/shared/model/rows.ts';
import { smallDistrict } from '../../main/smallDistrict.ts';

function open(): DocumentState {
  const info = {
    ...{ name: 'Untitled', folder: null, isUntitled: true, isModified: false, readOnlyReason: null },
    ...{ logFault: null, notices: [] },
  };
  const bridge = { ask: async () => ({ ok: true as const, value: null as never }), on: () => () => {} };
  return new DocumentState({ info, rows: smallDistrict(), session: {} }, { bridge, say: () => {}, user: () => '' });
}

const document = open();
const names = new HistoryNames(document.model);

/** The cells of a row of the small district, as if an entry had removed it. */
function cellsIn(table: TableName, at = 0): HistoryCell[] {
  const row = [...document.model.table(table).values()][at];
  return cellsOf({ table, before: row, after: null } as unknown as RowOp, names);
}

/** Rows and columns of the sheets as they are built for the window. */
const SHEETS: Readonly<Record<string, { readonly rows: readonly string[]; readonly columns: readonly string[] }>> = {
  schools: {
    rows: schoolRows(document.calculation).map(({ key }) => key),
    columns: schoolColumns(document).map(({ id }) => id),
  },
  enrollment: {
    rows: enrollmentRows(document, new Set()).map(({ key }) => key),
    columns: enrollmentColumns(document).map(({ id }) => id),
  },
  revenues: {
    rows: sourceRows(document.calculation).map(({ key }) => key),
    columns: revenueColumns(document).map(({ id }) => id),
  },
  sources: {
    rows: sourceRows(document.calculation).map(({ key }) => key),
    columns: sourceColumns(document).map(({ id }) => id),
  },
  grants: {
    rows: schoolRows(document.calculation).map(({ key }) => key),
    columns: grantColumns(document).map(({ id }) => id),
  },
  weights: {
    rows: document.calculation.levels.map(({ code }) => code),
    columns: weightColumns(document, new WeightFigures(document, 'District weights'), 'weight').map(({ id }) => id),
  },
};

test.each<[TableName, number, string]>([
  ['school', 0, 'schools'],
  ['tag', 0, 'schools'],
  ['measure', 0, 'schools'],
  ['currentBudget', 0, 'schools'],
  ['enrollment', 2, 'enrollment'],
  ['source', 0, 'revenues'],
  ['revenue', 1, 'revenues'],
  ['decision', 0, 'sources'],
  ['decision', 1, 'sources'],
  ['share', 0, 'sources'],
  ['rate', 0, 'sources'],
  ['tableAmount', 0, 'grants'],
  ['weight', 3, 'weights'],
])('every cell of %s %i has a row and a column on the sheet %s', (table, at, sheet) => {
  const cells = cellsIn(table, at);
  expect(cells.length).toBeGreaterThan(0);
  for (const cell of cells) {
    const place = placeOfCell(document.model, cell);
    expect(place?.sheet).toBe(sheet);
    expect(SHEETS[sheet]?.rows).toContain(place?.rowKey);
    expect(SHEETS[sheet]?.columns).toContain(place?.columnId);
  }
});

test('a typed amount of a source that is no grant is found with its source', () => {
  const [cell] = cellsIn('tableAmount');
  const held = document.model.get('decision', 1, 'T1')!;
  const other = document.model.derive({
    decision: (row) => (row.source === 'T1' ? { ...held, status: 'lock' } : row),
  });
  expect(placeOfCell(other, cell!)).toMatchObject({ sheet: 'sources', rowKey: 'T1' });
});

test('what is gone is told instead of led to', () => {
  const said: string[] = [];
  const went: string[] = [];
  const window = Object.defineProperties(Object.create(WindowState.prototype) as WindowState, {
    document: { value: document },
    say: { value: (sentence: string) => said.push(sentence) },
    goTo: { value: (sheet: string) => went.push(sheet) },
    showScenario: { value: () => {} },
  });
  const [weight] = cellsIn('weight');
  const [count] = cellsIn('enrollment');
  goToCell(window, { ...weight!, scenario: 9 });
  goToCell(window, { ...count!, school: 'gone' });
  expect(went).toEqual([]);
  expect(said).toEqual([
    'The scenario of this change is no longer in the document.',
    'The school of this change is no longer in the document.',
  ]);
  goToCell(window, { ...count!, version: 77 });
  expect(went).toEqual(['versions']);
  expect(said.at(-1)).toMatch(/No scenario uses this version/);
  goToCell(window, count!);
  expect(went.at(-1)).toBe('enrollment');
});
