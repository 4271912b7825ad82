import { expect, test } from 'vitest';
import { enrollmentKey } from '../../../src/renderer/enrollment/enrollmentRows.ts';
import { findingMarks } from '../../../src/renderer/findings/findingMarks.ts';
import type { DataFinding } from '../../../src/shared/findings/DataFinding.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { keyOf } from '../../../src/shared/model/tables.ts';
import { smallDistrict } from '../../main/smallDistrict.ts';

const count = (severity: 'stops' | 'warns', sentence: string, accepted = false): DataFinding => ({
  rule: 'need-above-enrollment',
  key: sentence,
  severity,
  sentence,
  cells: [
    { sheet: 'enrollment', table: 'enrollment', key: keyOf(1, '0042', 'ES', 'POV'), column: 'count', row: '0042' },
  ],
  accepted: accepted ? { rule: '', key: '', note: 'seen', by: 'Maria', at: '' } : null,
});
const marksOf = (list: readonly DataFinding[], sheet = 'enrollment') =>
  findingMarks(new Model(smallDistrict()), list, sheet)(enrollmentKey('0042', 'ES'), 'need:POV');

test('a cell is marked with every open doubt about it, on its own sheet only', () => {
  expect(marksOf([count('warns', 'More than all.'), count('warns', 'More than before.')])).toEqual({
    kind: 'warns',
    sentence: 'More than all. More than before.',
  });
  expect(marksOf([count('warns', 'More than all.')], 'schools')).toBeNull();
});

test('a doubt that stops a source outranks one that warns, whichever comes first', () => {
  expect(marksOf([count('stops', 'Stops.'), count('warns', 'Warns.')])?.kind).toBe('stops');
  expect(marksOf([count('warns', 'Warns.'), count('stops', 'Stops.')])?.kind).toBe('stops');
});

test('an accepted doubt leaves no mark', () => {
  expect(marksOf([count('warns', 'More than all.', true)])).toBeNull();
});
