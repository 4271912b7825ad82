import { expect, it } from 'vitest';
import { squashOps } from '../../../src/renderer/state/squashOps.ts';
import type { RowOp } from '../../../src/shared/model/Model.ts';

const need = (name: string) => ({ code: 'POV', name, position: 1 });
const op = (before: string | null, after: string | null): RowOp => ({
  table: 'need',
  before: before === null ? null : need(before),
  after: after === null ? null : need(after),
});

it('a row touched twice goes from its first before to its last after', () => {
  expect(squashOps([op('a', 'b'), op('b', 'c')])).toEqual([op('a', 'c')]);
});

it('a row put in and taken out again leaves nothing to do', () => {
  expect(squashOps([op(null, 'a'), op('a', null)])).toEqual([]);
});

it('different rows stay apart and in order', () => {
  const other: RowOp = { table: 'level', before: null, after: { code: 'POV', name: 'x', position: 0 } };
  expect(squashOps([op('a', 'b'), other])).toEqual([op('a', 'b'), other]);
});
