import { defaultFloorDecision } from '../../../shared/changes/floors.ts';
import type { ExemptionRow, FloorDecisionRow, PayingSourceRow } from '../../../shared/model/rows.ts';
import { LIMITS } from '../../../shared/model/units.ts';
import { FLOOR_KEYS, type FloorKey } from '../../../shared/scenarios/floorKeys.ts';
import { quoted } from '../../../shared/text/quoted.ts';
import { type ImportContext, schoolIn, sourceIn, UniqueKeys } from '../ImportContext.ts';
import { readFloorKey } from '../readFloorKey.ts';
import type { TableRow } from '../SheetTable.ts';
import { headerKey } from '../sheetNames.ts';

/** What the sheet may say any number of times, beside the keys that stand once each: a source whose central part pays, and a school outside of floors. */
export const REPEATED_FLOOR_KEYS = ['central_source', 'exempt'] as const;
type RepeatedKey = (typeof REPEATED_FLOOR_KEYS)[number];

/**
 * Reads the sheet `floors`: key and value, and beside `exempt` a reason. A key that is left out, or whose value is
 * empty, is as without a decision: no hold harmless, in total, no minimums, no payer, cap and scaling not typed,
 * nothing solved.
 */
export function importFloors(context: ImportContext): void {
  const table = context.table('floors', { required: ['key', 'value'], optional: ['reason'], takesFurther: false });
  if (!table) return;
  const scenario = context.scenarioId;
  const decision: FloorDecisionRow = defaultFloorDecision(scenario);
  const paying: PayingSourceRow[] = [];
  const exempt: ExemptionRow[] = [];
  const unique = new UniqueKeys();
  for (const row of table.rows) {
    const key = readKey(row);
    if (key === null) continue;
    const reason = row.longText('reason', LIMITS.noteLength);
    if (key !== 'exempt' && reason !== null && reason !== '')
      row.fault('reason', 'only an exempt school has a reason.');
    if (key === 'exempt') {
      const school = schoolIn(row, context, 'value');
      if (!unique.isNew(row, 'value', ['exempt', school], () => `the exemption of ${quoted(school ?? '')}`)) continue;
      if (school !== null) exempt.push({ scenario, school, reason: reason ?? '' });
    } else if (key === 'central_source') {
      const source = sourceIn(row, context, 'value');
      if (!unique.isNew(row, 'value', ['central', source], () => quoted(source ?? ''))) continue;
      if (source !== null) paying.push({ scenario, source });
    } else if (unique.isNew(row, 'key', [key], () => key)) {
      Object.assign(
        decision,
        readFloorKey(row, key, (at) => sourceIn(at, context, 'value')),
      );
    }
  }
  context.plan.replace('floorDecision', [decision], (row) => row.scenario === scenario);
  context.plan.replace('payingSource', paying, (row) => row.scenario === scenario);
  context.plan.replace('exemption', exempt, (row) => row.scenario === scenario);
}

function readKey(row: TableRow): FloorKey | RepeatedKey | null {
  const text = row.required('key');
  if (text === null) return null;
  const keys = [...FLOOR_KEYS, ...REPEATED_FLOOR_KEYS];
  const key = keys.find((candidate) => headerKey(candidate) === headerKey(text));
  return key ?? row.fault('key', `${quoted(text)} is not one of ${keys.join(', ')}.`);
}
