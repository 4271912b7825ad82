import { PLACE_COLUMNS, segmentHeaders } from '../../../shared/allocationFile/segmentHeaders.ts';
import { orderedSegments } from '../../../shared/changes/accounts.ts';
import type { Model } from '../../../shared/model/Model.ts';
import type { AccountRuleRow } from '../../../shared/model/rows.ts';
import { compareCodes, KEY_SEPARATOR } from '../../../shared/model/tables.ts';
import { column, placesOf } from '../sheetOrder.ts';
import type { DescribedSheet } from '../WorkbookDescription.ts';

/**
 * The sheets `accounts` and `account_segments`. A row of `accounts` is what rules say about one source, school, level
 * and need, an empty cell about all of them; one column for each segment, in which an empty cell says nothing.
 */
export function accountSheets(model: Model): DescribedSheet[] {
  const segments = orderedSegments(model);
  if (segments.length === 0) return [];
  return [
    describeAccounts(
      model,
      segments.map(({ code }) => code),
    ),
    describeSegments(segments),
  ];
}

function describeSegments(segments: ReturnType<typeof orderedSegments>): DescribedSheet {
  return {
    name: 'account_segments',
    columns: [column('code'), column('name'), column('length', 'number')],
    rows: segments.map(({ code, name, length }) => [code, name, length === 0 ? '' : String(length)]),
  };
}

function describeAccounts(model: Model, segments: readonly string[]): DescribedSheet {
  const places = new Map<string, { readonly rule: AccountRuleRow; readonly values: string[] }>();
  for (const rule of model.table('accountRule').values()) {
    const key = [rule.source, rule.school, rule.level, rule.need].join(KEY_SEPARATOR);
    let place = places.get(key);
    if (!place) {
      place = { rule, values: new Array<string>(segments.length).fill('') };
      places.set(key, place);
    }
    place.values[segments.indexOf(rule.segment)] = rule.value;
  }
  const sourceAt = placesOf(model.ordered('source'));
  const levelAt = placesOf(model.ordered('level'));
  const needAt = placesOf(model.ordered('need'));
  // Every one comes first, then the district's order, then codes that stand for no row.
  const rank = (at: (code: string) => number, code: string): number =>
    code === '' ? -1 : at(code) < 0 ? Number.MAX_SAFE_INTEGER : at(code);
  const rows = [...places.values()].sort(
    ({ rule: left }, { rule: right }) =>
      rank(sourceAt, left.source) - rank(sourceAt, right.source) ||
      compareCodes(left.source, right.source) ||
      compareCodes(left.school, right.school) ||
      rank(levelAt, left.level) - rank(levelAt, right.level) ||
      rank(needAt, left.need) - rank(needAt, right.need),
  );
  return {
    name: 'accounts',
    columns: [...PLACE_COLUMNS, ...segmentHeaders(segments)].map((name) => column(name)),
    rows: rows.map(({ rule, values }) => [rule.source, rule.school, rule.level, rule.need, ...values]),
  };
}
