import type { Model, RowOp } from '../model/Model.ts';
import { PSEUDO_SCHOOLS, PSEUDO_SOURCES } from '../model/pseudoCodes.ts';
import type { AccountRuleRow, AccountSegmentRow } from '../model/rows.ts';
import { compareCodes, keyOf } from '../model/tables.ts';
import { type Change, removeRow, setRow } from './Change.ts';

/** What account rules are about; an empty text stands for every one. */
export type AccountPlace = Pick<AccountRuleRow, 'source' | 'school' | 'level' | 'need'>;

const of = (label: string, ops: RowOp[]): Change => ({ kind: 'accounts', label, scenario: null, ops });
const keyOfRule = ({ segment, source, school, level, need }: Omit<AccountRuleRow, 'value'>): string =>
  keyOf(segment, source, school, level, need);

/** The parts of an account in their order. */
export function orderedSegments(model: Model): AccountSegmentRow[] {
  return [...model.table('accountSegment').values()].sort(
    (left, right) => left.position - right.position || compareCodes(left.code, right.code),
  );
}

/** A further part of the account, at the end. `addSegment(model, {code: 'fund', name: 'Fund', length: 2})`. */
export function addSegment(model: Model, segment: Omit<AccountSegmentRow, 'position'>): Change {
  const position = (orderedSegments(model).at(-1)?.position ?? -1) + 1;
  return of(`Add account segment ${segment.name}`, setRow(model, 'accountSegment', { ...segment, position }));
}

/** Name or length of a segment. */
export function editSegment(
  model: Model,
  code: string,
  fields: Partial<Pick<AccountSegmentRow, 'name' | 'length'>>,
): Change {
  const held = model.table('accountSegment').get(code) as AccountSegmentRow;
  const ops = setRow(model, 'accountSegment', { ...held, ...fields });
  const label =
    fields.name === undefined
      ? `Length of ${held.name} ${held.length || 'any'} → ${fields.length || 'any'}`
      : `Name of account segment ${held.name} → ${fields.name}`;
  return of(label, ops);
}

/** Moves a segment one place to the left (−1) or right (+1) in the account. */
export function moveSegment(model: Model, code: string, by: -1 | 1): Change {
  const list = orderedSegments(model);
  const at = list.findIndex((segment) => segment.code === code);
  const one = list[at];
  const other = list[at + by];
  const ops: RowOp[] =
    one && other
      ? [
          ...setRow(model, 'accountSegment', { ...one, position: other.position }),
          ...setRow(model, 'accountSegment', { ...other, position: one.position }),
        ]
      : [];
  return of(`Move account segment ${one?.name ?? code} ${by < 0 ? 'left' : 'right'}`, ops);
}

/** Removes a segment with every rule that gives it a value. Templates that name it say so when they are used. */
export function removeSegment(model: Model, code: string): Change {
  const ops: RowOp[] = [];
  for (const rule of model.table('accountRule').values()) {
    if (rule.segment === code) ops.push({ table: 'accountRule', before: rule, after: null });
  }
  const name = model.table('accountSegment').get(code)?.name ?? code;
  ops.push(...removeRow(model, 'accountSegment', code));
  return of(`Remove account segment ${name}`, ops);
}

/** What a segment holds at a place; null or an empty text takes the rule away. Leading zeros stay. */
export function setAccountRule(model: Model, rule: Omit<AccountRuleRow, 'value'>, value: string | null): Change {
  const key = keyOfRule(rule);
  const typed = value?.trim() ?? '';
  const before = model.table('accountRule').get(key)?.value ?? 'none';
  const { segment, source, school, level, need } = rule;
  const ops =
    typed === ''
      ? removeRow(model, 'accountRule', key)
      : setRow(model, 'accountRule', { segment, source, school, level, need, value: typed });
  const name = model.table('accountSegment').get(segment)?.name ?? segment;
  return of(`${name} of ${placeLabel(model, rule)} ${before} → ${typed || 'none'}`, ops);
}

/**
 * Moves all rules of one place to another, such as from every level to High. Returns a sentence where a rule stands
 * there already, so that none is lost.
 */
export function moveAccountRules(model: Model, from: AccountPlace, to: AccountPlace): Change | string {
  const ops: RowOp[] = [];
  const moved = [...model.table('accountRule').values()].filter((rule) => isAt(rule, from));
  if (samePlace(from, to)) return of(`Rules of ${placeLabel(model, from)} stay`, []);
  for (const rule of moved) {
    const next: AccountRuleRow = { segment: rule.segment, ...pickPlace(to), value: rule.value };
    const held = model.table('accountRule').get(keyOfRule(next));
    if (held) {
      const name = model.table('accountSegment').get(rule.segment)?.name ?? rule.segment;
      return `${placeLabel(model, to)} has a rule for ${name} already (${held.value}). Remove one of the two first.`;
    }
    ops.push({ table: 'accountRule', before: rule, after: null }, { table: 'accountRule', before: null, after: next });
  }
  return of(`Account rules of ${placeLabel(model, from)} → ${placeLabel(model, to)}`, ops);
}

/** Takes all rules of one place away. */
export function removeAccountRules(model: Model, place: AccountPlace): Change {
  const ops: RowOp[] = [];
  for (const rule of model.table('accountRule').values()) {
    if (isAt(rule, place)) ops.push({ table: 'accountRule', before: rule, after: null });
  }
  return of(`Remove account rules of ${placeLabel(model, place)}`, ops);
}

/**
 * Gives a segment every school's own code, or the text of a tag, where no rule of the school alone stands yet. Schools
 * whose tag is blank are left out.
 */
export function fillSegmentFromSchools(model: Model, segment: string, from: 'code' | { readonly tag: string }): Change {
  const ops: RowOp[] = [];
  for (const school of model.table('school').values()) {
    const value = from === 'code' ? school.code : (model.get('tag', school.code, from.tag)?.value.trim() ?? '');
    if (value === '' || model.get('accountRule', segment, '', school.code, '', '')) continue;
    ops.push(...setRow(model, 'accountRule', { segment, source: '', school: school.code, level: '', need: '', value }));
  }
  const name = model.table('accountSegment').get(segment)?.name ?? segment;
  return of(`${name} of ${ops.length} schools from ${from === 'code' ? 'their codes' : from.tag}`, ops);
}

const pickPlace = ({ source, school, level, need }: AccountPlace): AccountPlace => ({ source, school, level, need });

function isAt(rule: AccountRuleRow, place: AccountPlace): boolean {
  return samePlace(rule, place);
}

function samePlace(left: AccountPlace, right: AccountPlace): boolean {
  return (
    left.source === right.source &&
    left.school === right.school &&
    left.level === right.level &&
    left.need === right.need
  );
}

/** `Title I · Jefferson High · Poverty`; `every source and school` where nothing is named. */
export function placeLabel(model: Model, { source, school, level, need }: AccountPlace): string {
  const pseudo = [...PSEUDO_SOURCES, ...PSEUDO_SCHOOLS];
  const named = (table: 'source' | 'school' | 'level' | 'need', code: string): string =>
    model.table(table).get(code)?.name ?? pseudo.find((one) => one.code === code)?.name ?? code;
  const words = [
    source && named('source', source),
    school && named('school', school),
    level && named('level', level),
    need && named('need', need),
  ].filter(Boolean);
  return words.length > 0 ? words.join(' · ') : 'every source and school';
}
