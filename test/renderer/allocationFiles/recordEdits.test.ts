import { describe, expect, it } from 'vitest';
import { columnRuler } from '../../../src/renderer/allocationFiles/columnRuler.ts';
import {
  insertedAfter,
  moved,
  positionsOf,
  recordAt,
  withColumns,
  without,
  withoutRecord,
  withRecordAdded,
} from '../../../src/renderer/allocationFiles/recordEdits.ts';
import { withFormat } from '../../../src/renderer/allocationFiles/withFormat.ts';
import type { AllocationTemplate } from '../../../src/shared/allocationFile/AllocationTemplate.ts';
import { BLANK_TEMPLATE, fixedColumn } from '../../../src/shared/allocationFile/blankTemplate.ts';
import { BUILT_IN_TEMPLATES } from '../../../src/shared/allocationFile/builtIn/builtInTemplates.ts';
import { parseTemplate, writeTemplate } from '../../../src/shared/allocationFile/templateText.ts';

const text = (heading: string, width = 4) => fixedColumn(heading, { kind: 'text', text: heading }, width);
const headings = (template: AllocationTemplate, part: 'header' | 'detail' | 'control', at = 0) =>
  recordAt(template, { part, at })?.columns.map(({ heading }) => heading);

describe('edits of a template’s records', () => {
  it('move, add and take out, and leave a list alone where there is nothing to move', () => {
    expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
    expect(moved(['a', 'b'], 1, 2)).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 5, 0)).toEqual(['a', 'b']);
    expect(insertedAfter(['a', 'b'], -1, 'x')).toEqual(['x', 'a', 'b']);
    expect(insertedAfter(['a', 'b'], 1, 'x')).toEqual(['a', 'b', 'x']);
    expect(without(['a', 'b'], 0)).toEqual(['b']);
  });

  it('touch only the record they are about', () => {
    const two = ['one', 'two'].reduce(
      (template, name) => withRecordAdded(template, 'control', { columns: [text(name)] }),
      BLANK_TEMPLATE,
    );
    const edited = withColumns(two, { part: 'control', at: 1 }, (columns) => [...columns, text('more')]);
    expect(headings(edited, 'control', 0)).toEqual(['one']);
    expect(headings(edited, 'control', 1)).toEqual(['two', 'more']);
    expect(edited.detail).toBe(BLANK_TEMPLATE.detail);
    expect(headings(withoutRecord(edited, 'control', 0), 'control')).toEqual(['two', 'more']);
    expect(withColumns(edited, { part: 'header', at: 3 }, () => [])).toBe(edited);
  });

  it('tell where a column of fixed width stands', () => {
    expect(positionsOf([text('a', 2), text('b', 10), text('c', 1)])).toEqual([
      { from: 1, to: 2 },
      { from: 3, to: 12 },
      { from: 13, to: 13 },
    ]);
  });

  it('mark positions as wide as the line, with each ten below its last digit', () => {
    expect(columnRuler(12)).toBe('----+---10--');
    expect(columnRuler(0)).toBe('');
    for (const width of [1, 9, 10, 83, 99, 100, 250]) {
      const ruler = columnRuler(width);
      expect(ruler).toHaveLength(width);
      for (let ten = 10; ten <= width; ten += 10) expect(ruler.slice(0, ten)).toMatch(new RegExp(`${ten}$`));
    }
  });

  it('give every template a form that can be kept, whichever format it is brought to', () => {
    for (const { template } of BUILT_IN_TEMPLATES) {
      for (const format of ['delimited', 'fixed', 'xlsx'] as const) {
        const made = withFormat(template, format);
        const reading = parseTemplate(writeTemplate(made));
        expect(reading.ok).toBe(true);
        if (format !== 'fixed') continue;
        for (const { width, pad } of made.detail.columns) {
          expect(width).toBeGreaterThan(0);
          expect(pad).toHaveLength(1);
        }
      }
      expect(withFormat(template, template.format)).toBe(template);
    }
  });
});
