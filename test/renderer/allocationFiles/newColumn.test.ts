import { describe, expect, it } from 'vitest';
import { isOffered, newColumn } from '../../../src/renderer/allocationFiles/newColumn.ts';
import { withColumns } from '../../../src/renderer/allocationFiles/recordEdits.ts';
import { KINDS, valueWords } from '../../../src/renderer/allocationFiles/templateWords.ts';
import { withFormat } from '../../../src/renderer/allocationFiles/withFormat.ts';
import type { ColumnKind } from '../../../src/shared/allocationFile/AllocationTemplate.ts';
import { BLANK_TEMPLATE } from '../../../src/shared/allocationFile/blankTemplate.ts';
import { checkTemplate } from '../../../src/shared/allocationFile/checkTemplate.ts';
import { parseTemplate, writeTemplate } from '../../../src/shared/allocationFile/templateText.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { sampleModelRows } from '../../../src/shared/sample/sampleModelRows.ts';

const model = new Model(sampleModelRows());
const kinds = Object.keys(KINDS) as ColumnKind[];

describe('a new column', () => {
  it.each(kinds)('of the kind %s is no fault of the template where it is offered, and has words', (kind) => {
    for (const format of ['delimited', 'fixed', 'xlsx'] as const) {
      const base = withFormat(BLANK_TEMPLATE, format);
      const column = newColumn(base, kind, model);
      expect(valueWords(model, column.value)).not.toBe('');
      expect(valueWords(model, column.value)).not.toContain('undefined');
      if (!isOffered(kind, 'detail')) continue;
      const made = withColumns(base, { part: 'detail', at: 0 }, (list) => [...list, column]);
      expect(parseTemplate(writeTemplate(made)).ok).toBe(true);
      expect(checkTemplate(made, model).map(({ reason }) => reason)).toEqual([]);
    }
  });

  it.each(kinds)('of the kind %s is offered above or below the rows only where it can stand there', (kind) => {
    if (!isOffered(kind, 'control')) return;
    const base = withFormat(BLANK_TEMPLATE, 'fixed');
    const made = { ...base, control: [{ columns: [newColumn(base, kind, model)] }] };
    expect(checkTemplate(made, model).map(({ reason }) => reason)).toEqual([]);
  });

  it('is as wide as its segment', () => {
    const base = withFormat(BLANK_TEMPLATE, 'fixed');
    expect(newColumn(base, 'segment', model).width).toBe(2);
  });
});
