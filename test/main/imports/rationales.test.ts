import { expect, test } from 'vitest';
import { describeWorkbook } from '../../../src/main/exports/describeWorkbook.ts';
import { workbookToChange } from '../../../src/main/imports/workbookToChange.ts';
import { applyOps } from '../../../src/shared/changes/Change.ts';
import { setRationale } from '../../../src/shared/changes/rationale.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { sampleModelRows } from '../../../src/shared/sample/sampleModelRows.ts';

const META = { fileName: 'district.xlsx', sha256: '', at: '2026-06-01T12:00:00.000Z', by: 'me' };

/** The described sheets as a reader finds them in a file. */
function asRead(model: Model, change: (rows: string[][]) => void = () => {}) {
  return describeWorkbook(model, 1).map(({ name, columns, rows }) => {
    const cells = [columns.map(({ header }) => header), ...rows.map((row) => [...row])];
    if (name === 'rationales') change(cells);
    return { name, rows: cells.map((row, at) => ({ number: at + 1, cells: row })) };
  });
}

function written(): Model {
  const model = new Model(sampleModelRows());
  for (const [subject, code, text] of [
    ['district', '', 'Equity first.\nThen the rest — “all” of it.'],
    ['source', 'TITLE1', '=Because, "poverty" costs more'],
    ['weight_set', 'District weights', 'From the 2024 study.'],
    ['need', 'EL', 'Two more teachers.'],
    ['floors', '', 'Nobody falls.'],
  ] as const) {
    applyOps(model, setRationale(model, subject, code, text).ops);
  }
  return model;
}

test('without reasons the sheet is not written; with reasons it comes back row for row', () => {
  expect(describeWorkbook(new Model(sampleModelRows()), 1).some(({ name }) => name === 'rationales')).toBe(false);
  const model = written();
  const empty = new Model(sampleModelRows());
  const { change, faults } = workbookToChange(asRead(model), empty, 1, META);
  expect(faults).toEqual([]);
  applyOps(empty, change!.ops);
  expect([...empty.table('rationale').values()]).toEqual([...model.table('rationale').values()]);
});

test('one wrong row and nothing of the workbook is taken', () => {
  const wrong: readonly (readonly [string[], string])[] = [
    [['school', '0113', 'x'], '"school" is not one of'],
    [['source', 'NOPE', 'x'], '"NOPE" is not a source'],
    [['floors', 'A', 'x'], 'there is only one floors'],
    [['need', 'EL', 'twice'], 'EL'],
    [['weight_set', 'None', 'x'], 'is not a weight set'],
    [['district', '', 'x'.repeat(4_001)], 'longer than 4000'],
  ];
  for (const [row, reason] of wrong) {
    const { change, faults } = workbookToChange(
      asRead(written(), (rows) => rows.push(row)),
      new Model(sampleModelRows()),
      1,
      META,
    );
    expect(change).toBeNull();
    expect(faults).toHaveLength(1);
    expect(faults[0]?.sheet).toBe('rationales');
    expect(faults[0]?.reason).toContain(reason);
  }
});

test('a reason that outlived its source is not written, so that the export can be read back', () => {
  const model = written();
  const title = model.get('rationale', 'source', 'TITLE1')!;
  applyOps(model, [{ table: 'rationale', before: null, after: { ...title, code: 'GONE' } }]);
  const sheet = describeWorkbook(model, 1).find(({ name }) => name === 'rationales');
  expect(sheet?.rows.map(([, code]) => code)).not.toContain('GONE');
});
