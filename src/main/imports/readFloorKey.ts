import type { FloorDecisionRow } from '../../shared/model/rows.ts';
import { FLOOR_RULES, type FloorKey, type FloorKeyRule, undecided, YES_NO } from '../../shared/scenarios/floorKeys.ts';
import type { TableRow } from './SheetTable.ts';

/**
 * What the cell `value` of a row says of a key of the sheet `floors`, be it in that sheet or in `scenarios`. Empty, or
 * at fault: as if nothing were decided. `sourceIn` finds the source that a cell names, or reports that there is none.
 */
export function readFloorKey(
  row: TableRow,
  key: FloorKey,
  sourceIn: (row: TableRow) => string | null,
): Partial<FloorDecisionRow> {
  const rule: FloorKeyRule = FLOOR_RULES[key];
  if (row.text('value') === '') return undecided(key);
  const read = (): string | number | null | undefined => {
    switch (rule.kind) {
      case 'percent':
        return row.percent('value', rule.parse);
      case 'number':
        return row.quantity('value', rule.parse);
      case 'source':
        return sourceIn(row);
      case 'word': {
        const word = row.word(
          'value',
          rule.words.map(([written]) => written),
          '',
        );
        return rule.words.find(([written]) => written === word)?.[1];
      }
    }
  };
  const value = read();
  return value === undefined ? undecided(key) : { [rule.field]: value };
}

/** Whether the cell `value` says yes, in any of the words that a yes may have. */
export const isYes = (row: TableRow): boolean => {
  const word = row.word(
    'value',
    YES_NO.map(([written]) => written),
    'no',
  );
  return YES_NO.find(([written]) => written === word)?.[1] === 'yes';
};
