import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enrollmentColumns } from '../../../../src/renderer/enrollment/enrollmentColumns.ts';
import { enrollmentRows } from '../../../../src/renderer/enrollment/enrollmentRows.ts';
import { cellText, copiedCell } from '../../../../src/renderer/grid/clipboard/cellText.ts';
import { type CellWrite, combineWrites } from '../../../../src/renderer/grid/clipboard/combineWrites.ts';
import { htmlTable } from '../../../../src/renderer/grid/clipboard/htmlTable.ts';
import type { SheetColumn, SheetRow } from '../../../../src/renderer/grid/SheetColumn.ts';
import { schoolColumns } from '../../../../src/renderer/schools/schoolColumns.ts';
import type { DocumentState } from '../../../../src/renderer/state/DocumentState.ts';
import { Calculation } from '../../../../src/shared/calc/Calculation.ts';
import { Model } from '../../../../src/shared/model/Model.ts';
import { readTsv, writeTsv } from '../../../../src/shared/text/tsv.ts';
import { TestHost } from '../../state/TestHost.ts';

const title = (row: SheetRow): string => row.key;
const combine = <Row extends SheetRow>(document: DocumentState, writes: readonly CellWrite<Row>[]) =>
  combineWrites(document, writes, title, (parts) => `Paste of ${parts.length}`);

function columnOf<Row extends SheetRow>(columns: readonly SheetColumn<Row>[], id: string): SheetColumn<Row> {
  const column = columns.find((one) => one.id === id);
  if (!column) throw new Error(`no column ${id}`);
  return column;
}

/** Every row of the document, whatever the order of the tables' rows. */
const sorted = (document: DocumentState): string[] =>
  Object.entries(document.model.toRows()).flatMap(([table, rows]) =>
    rows.map((row) => `${table} ${JSON.stringify(row)}`).sort(),
  );

function counts() {
  const host = new TestHost();
  const document = host.open();
  const columns = enrollmentColumns(document);
  const rows = enrollmentRows(document, new Set());
  const write = (row: number, id: string, text: string) => ({
    row: rows[row] as (typeof rows)[number],
    column: columnOf(columns, id),
    text,
  });
  return { host, document, columns, rows, write };
}

describe('many cells', () => {
  it('become one change that gives what typing them in turn gives, and one undo', async () => {
    const { host, document, write } = counts();
    const before = sorted(document);
    const combined = combine(document, [
      write(0, 'need:ALL', '410'),
      write(0, 'need:POV', '1,020.5'),
      write(1, 'need:ALL', '0'),
      write(1, 'need:POV', '12'),
    ]);
    if (!combined.ok || !combined.change) throw new Error('refused');
    expect(sorted(document)).toEqual(before);
    expect(combined.change).toMatchObject({ kind: 'paste', label: 'Paste of 4', scenario: null });
    document.commit(combined.change);
    await document.settled();
    expect(host.said).toEqual([]);
    expect(document.model.get('enrollment', 1, 'A', 'ES', 'POV')?.count).toBe(102_050);
    expect(document.model.get('enrollment', 1, 'B', 'HS', 'ALL')).toBeUndefined();
    expect(document.calculation.digest()).toBe(new Calculation(new Model(document.model.toRows()), 1).digest());
    document.undo();
    await document.settled();
    expect(sorted(document)).toEqual(before);
  });

  it('are all refused when one is, each with its row, column, value and reason', () => {
    const { host, document, write } = counts();
    const before = document.calculation.digest();
    const combined = combine(document, [
      write(0, 'need:ALL', '410'),
      write(0, 'need:POV', 'many'),
      write(1, 'school-total', '5'),
    ]);
    if (combined.ok) throw new Error('taken');
    expect(combined.refused).toHaveLength(2);
    expect(combined.refused[0]).toMatchObject({ row: 'A · ES', column: 'Pupils, Need POV', value: 'many' });
    expect(combined.refused[0]?.reason).toContain('"many"');
    expect(combined.refused[1]).toMatchObject({ column: 'School, all levels, Budget', value: '5' });
    expect(document.model.get('enrollment', 1, 'A', 'ES', 'ALL')?.count).toBe(40_000);
    expect(document.calculation.digest()).toBe(before);
    expect(host.sent).toEqual([]);
  });

  it('of one row build on each other: a budget and then the pupils it was for', () => {
    const document = new TestHost().open();
    const columns = schoolColumns(document);
    const row = { key: 'A', index: 0 };
    const combined = combine(document, [
      { row, column: columnOf(columns, 'current'), text: '$1,000' },
      { row, column: columnOf(columns, 'current-pupils'), text: '400' },
      { row, column: columnOf(columns, 'level'), text: 'Level ES' },
    ]);
    if (!combined.ok || !combined.change) throw new Error('refused');
    expect(combined.change.ops).toEqual([
      {
        table: 'currentBudget',
        before: null,
        after: { version: 3, school: 'A', amountCents: 100_000, pupils: 40_000 },
      },
    ]);
  });

  it('that cannot be typed may be pasted over with what they say already', () => {
    const { document, write, columns, rows } = counts();
    const total = columnOf(columns, 'school-total');
    const shown = copiedCell(total, rows[0] as (typeof rows)[number]);
    const combined = combine(document, [
      write(0, 'name', 'Alder'),
      write(0, 'school-total', shown.shown),
      write(0, 'need:ALL', '1'),
    ]);
    expect(combined.ok && combined.change?.ops.length).toBe(1);
  });

  it('that solve a weight from all others are typed one at a time', () => {
    const document = new TestHost().open();
    const column: SheetColumn = {
      ...columnOf(schoolColumns(document), 'name'),
      solves: true,
    };
    const rows = [0, 1].map((index) => ({ key: index === 0 ? 'A' : 'B', index }));
    const both = combine(
      document,
      rows.map((row) => ({ row, column, text: 'New name' })),
    );
    expect(both.ok ? [] : both.refused.map((cell) => cell.reason)).toHaveLength(2);
    expect(combine(document, [{ row: rows[0] as SheetRow, column, text: 'New name' }]).ok).toBe(true);
  });

  it('copied and pasted onto themselves change nothing, and onto others make them the same', () => {
    const count = fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 900_000 }));
    fc.assert(
      fc.property(fc.array(count, { minLength: 4, maxLength: 4 }), (values) => {
        const { document, columns, rows, write } = counts();
        const ids = ['need:ALL', 'need:POV'];
        const first = values.map((value, at) => {
          const text = value === null ? '' : String(value / 100);
          return write(Math.floor(at / 2), ids[at % 2] as string, text);
        });
        const typed = combine(document, first);
        if (!typed.ok) throw new Error('refused');
        if (typed.change) document.commit(typed.change);
        const copied = rows.map((row) => ids.map((id) => copiedCell(columnOf(columns, id), row).text));
        const read = readTsv(writeTsv(copied), { cells: 100, characters: 10_000 });
        if (!read.ok) throw new Error(read.sentence);
        const again = combine(
          document,
          read.table.rows.flatMap((line, row) => line.map((text, at) => write(row, ids[at] as string, text))),
        );
        expect(again).toEqual({ ok: true, change: null });
        const swapped = combine(
          document,
          read.table.rows.flatMap((line, row) => line.map((text, at) => write(1 - row, ids[at] as string, text))),
        );
        if (!swapped.ok) throw new Error('refused');
        if (swapped.change) document.commit(swapped.change);
        const now = rows.map((row) => ids.map((id) => copiedCell(columnOf(columns, id), row).text));
        expect(now).toEqual([...copied].reverse());
      }),
      { numRuns: 30 },
    );
  });
});

describe('a copied cell', () => {
  const row = { key: 'A', index: 0 };
  const column = (more: Partial<SheetColumn>): SheetColumn => ({
    id: 'x',
    header: 'X',
    kind: 'text',
    width: 80,
    value: () => null,
    ...more,
  });

  it('is a raw number for a spreadsheet and a readable one for mail', () => {
    expect(copiedCell(column({ kind: 'money', value: () => -123_450, signed: true }), row)).toEqual({
      text: '-1234.50',
      shown: '-1,234.50',
      isNumber: true,
    });
    expect(copiedCell(column({ kind: 'money', value: () => 0 }), row).shown).toBe('0.00');
    expect(copiedCell(column({ kind: 'count' }), row)).toEqual({ text: '', shown: '', isNumber: false });
  });

  it('of a choice is its label, unless that could mean another', () => {
    const choices = () => [
      { value: 'ES', label: 'Elementary' },
      { value: 'elementary', label: 'Old elementary' },
      { value: 'HS', label: 'High' },
    ];
    expect(cellText(column({ kind: 'choice', choices }), row, 'HS')).toBe('High');
    expect(cellText(column({ kind: 'choice', choices }), row, 'ES')).toBe('ES');
  });

  it('stands in a table that keeps codes as text and lets nothing through as markup', () => {
    const cells = [
      [
        { text: '0042', shown: '0042', isNumber: false },
        { text: '1234.5', shown: '1,234.5', isNumber: true },
        { text: '<b>"x"\nline', shown: '<b>"x"\nline', isNumber: false },
      ],
    ];
    const html = htmlTable(cells, ['Code', 'Pupils & more', 'Note']);
    expect(html).toContain(`<td style="mso-number-format:'\\@'">0042</td>`);
    expect(html).toContain('<td align="right" x:num="1234.5" sdval="1234.5">1,234.5</td>');
    expect(html).toContain('&lt;b&gt;&quot;x&quot;<br>line');
    expect(html).toContain('<th>Pupils &amp; more</th>');
  });
});
