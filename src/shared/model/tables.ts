import { BOARD_TABLES } from './boardTables.ts';
import { code, decimal, id, integer, money, named, oneOf, optional, position, type Table, text } from './columns.ts';
import type { TableName, Tables } from './rows.ts';

export type { Column, ColumnType, Table } from './columns.ts';

import { LIMITS, SCALING_SCALE, WHOLE_PERCENT } from './units.ts';

/**
 * The tables in an order in which each refers only to earlier ones: rows are inserted in this order and deleted in
 * the reverse. `scenario` and `inputVersion` use numbers as keys because their names may be changed freely.
 */
export const TABLES: { readonly [T in TableName]: Table<T> } = {
  district: { name: 'district', key: ['key'], columns: [code('key'), text('value', 1_000)] },
  level: { name: 'level', key: ['code'], columns: [code('code'), named('name'), position] },
  need: { name: 'need', key: ['code'], columns: [code('code'), named('name'), position] },
  school: { name: 'school', key: ['code'], columns: [code('code'), named('name'), code('level', 'level')] },
  schoolColumn: {
    name: 'schoolColumn',
    key: ['name'],
    columns: [code('name'), oneOf('kind', 'measure', 'tag'), position],
  },
  tag: {
    name: 'tag',
    key: ['school', 'tag'],
    columns: [code('school', 'school'), code('tag', 'schoolColumn'), text('value', LIMITS.nameLength)],
  },
  inputVersion: {
    name: 'inputVersion',
    key: ['id'],
    columns: [
      id('id'),
      oneOf('kind', 'enrollment', 'revenues', 'current', 'measures'),
      named('name'),
      optional(text('fileName', LIMITS.nameLength)),
      optional(text('fileSha256', 64)),
      text('createdAt', 40),
      text('createdBy', LIMITS.nameLength),
      text('note', LIMITS.noteLength),
    ],
  },
  enrollment: {
    name: 'enrollment',
    key: ['version', 'school', 'level', 'need'],
    columns: [
      id('version', 'inputVersion'),
      code('school', 'school'),
      code('level', 'level'),
      code('need', 'need'),
      integer('count', 0, LIMITS.countHundredths),
    ],
  },
  measure: {
    name: 'measure',
    key: ['version', 'school', 'measure'],
    columns: [
      id('version', 'inputVersion'),
      code('school', 'school'),
      code('measure', 'schoolColumn'),
      decimal('value'),
    ],
  },
  currentBudget: {
    name: 'currentBudget',
    key: ['version', 'school'],
    columns: [
      id('version', 'inputVersion'),
      code('school', 'school'),
      money('amountCents'),
      optional(integer('pupils', 0, LIMITS.countHundredths)),
    ],
  },
  source: {
    name: 'source',
    key: ['code'],
    columns: [
      code('code'),
      named('name'),
      oneOf('origin', 'federal', 'state', 'local', 'private'),
      oneOf('restriction', 'restricted', 'unrestricted'),
      position,
    ],
  },
  revenue: {
    name: 'revenue',
    key: ['version', 'source'],
    columns: [id('version', 'inputVersion'), code('source', 'source'), integer('amountCents', 0, LIMITS.moneyCents)],
  },
  scenario: {
    name: 'scenario',
    key: ['id'],
    columns: [
      id('id'),
      named('name'),
      text('description', LIMITS.noteLength),
      optional(id('basedOn', 'scenario')),
      oneOf('status', 'draft', 'proposed', 'adopted'),
      position,
      id('enrollmentVersion', 'inputVersion'),
      id('revenuesVersion', 'inputVersion'),
      id('currentVersion', 'inputVersion'),
      id('measuresVersion', 'inputVersion'),
    ],
  },
  weightSet: {
    name: 'weightSet',
    key: ['scenario', 'weightSet'],
    columns: [id('scenario', 'scenario'), code('weightSet'), position],
  },
  decision: {
    name: 'decision',
    key: ['scenario', 'source'],
    columns: [
      id('scenario', 'scenario'),
      code('source', 'source'),
      oneOf('status', 'lock', 'unlock', 'grant'),
      oneOf('centralKind', 'percent', 'amount'),
      integer('centralValue', 0, LIMITS.moneyCents),
      oneOf('method', 'none', 'weights', 'shares', 'rates', 'proportional', 'per_school', 'table'),
      optional(code('weightSet')),
      optional(text('formula', LIMITS.formulaLength)),
      text('eligibility', 2_000_000),
      optional(oneOf('rounding', 'rates', 'cent', 'dollar')),
      optional(oneOf('compare', 'in', 'out')),
    ],
  },
  weight: {
    name: 'weight',
    key: ['scenario', 'weightSet', 'level', 'need'],
    columns: [
      id('scenario', 'scenario'),
      code('weightSet'),
      code('level', 'level'),
      code('need', 'need'),
      integer('weight', 0, LIMITS.weightUnits),
    ],
  },
  share: {
    name: 'share',
    key: ['scenario', 'source', 'level', 'need'],
    columns: [
      id('scenario', 'scenario'),
      code('source', 'source'),
      code('level', 'level'),
      text('need', LIMITS.codeLength),
      integer('percent', 0, WHOLE_PERCENT),
    ],
  },
  rate: {
    name: 'rate',
    key: ['scenario', 'source', 'level', 'need'],
    columns: [
      id('scenario', 'scenario'),
      code('source', 'source'),
      code('level', 'level'),
      code('need', 'need'),
      integer('rate', 0, LIMITS.rateMillionths),
    ],
  },
  tableAmount: {
    name: 'tableAmount',
    key: ['scenario', 'source', 'school'],
    columns: [id('scenario', 'scenario'), code('source', 'source'), code('school', 'school'), money('amountCents')],
  },
  acceptedFinding: {
    name: 'acceptedFinding',
    key: ['rule', 'key'],
    columns: [
      code('rule'),
      text('key', LIMITS.findingKeyLength),
      text('note', LIMITS.noteLength),
      text('by', LIMITS.nameLength),
      text('at', 40),
    ],
  },
  levelMinimum: {
    name: 'levelMinimum',
    key: ['scenario', 'level'],
    columns: [
      id('scenario', 'scenario'),
      code('level', 'level'),
      oneOf('kind', 'per_pupil', 'amount'),
      integer('value', 0, LIMITS.moneyCents),
    ],
  },
  schoolMinimum: {
    name: 'schoolMinimum',
    key: ['scenario', 'school'],
    columns: [
      id('scenario', 'scenario'),
      code('school', 'school'),
      oneOf('kind', 'per_pupil', 'amount'),
      integer('value', 0, LIMITS.moneyCents),
    ],
  },
  floorDecision: {
    name: 'floorDecision',
    key: ['scenario'],
    columns: [
      id('scenario', 'scenario'),
      optional(integer('holdHarmlessPercent', 0, LIMITS.floorPercent)),
      oneOf('basis', 'total', 'per_pupil'),
      oneOf('useMinimums', 'yes', 'no'),
      optional(oneOf('payer', 'reserve', 'central', 'gainers', 'above_floor', 'formula')),
      optional(code('reserveSource', 'source')),
      optional(integer('capPercent', 0, LIMITS.floorPercent)),
      optional(integer('scaling', 0, SCALING_SCALE)),
      optional(oneOf('solve', 'scaling', 'cap')),
    ],
  },
  payingSource: {
    name: 'payingSource',
    key: ['scenario', 'source'],
    columns: [id('scenario', 'scenario'), code('source', 'source')],
  },
  exemption: {
    name: 'exemption',
    key: ['scenario', 'school'],
    columns: [id('scenario', 'scenario'), code('school', 'school'), text('reason', LIMITS.noteLength)],
  },
  shock: {
    name: 'shock',
    key: ['scenario', 'kind', 'level', 'need', 'source'],
    columns: [
      id('scenario', 'scenario'),
      oneOf('kind', 'enrollment', 'revenue'),
      text('level', LIMITS.codeLength),
      text('need', LIMITS.codeLength),
      text('source', LIMITS.codeLength),
      integer('percent', -WHOLE_PERCENT, LIMITS.shockPercent),
    ],
  },
  adoption: {
    name: 'adoption',
    key: ['scenario'],
    columns: [
      id('scenario', 'scenario'),
      text('at', 40),
      text('by', LIMITS.nameLength),
      text('inputsSha256', 64),
      text('resultsSha256', 64),
    ],
  },
  goalWeight: {
    name: 'goalWeight',
    key: ['scenario', 'weightSet', 'level', 'need'],
    columns: [
      id('scenario', 'scenario'),
      code('weightSet'),
      code('level', 'level'),
      code('need', 'need'),
      integer('weight', 0, LIMITS.weightUnits),
    ],
  },
  pathShare: {
    name: 'pathShare',
    key: ['scenario', 'year'],
    columns: [id('scenario', 'scenario'), integer('year', 0, LIMITS.pathYears), integer('share', 0, WHOLE_PERCENT)],
  },
  revenueTrigger: {
    name: 'revenueTrigger',
    key: ['scenario'],
    columns: [id('scenario', 'scenario'), integer('amountCents', 0, LIMITS.moneyCents)],
  },
  growth: {
    name: 'growth',
    key: ['scenario', 'kind', 'level', 'source'],
    columns: [
      id('scenario', 'scenario'),
      oneOf('kind', 'enrollment', 'revenue'),
      text('level', LIMITS.codeLength),
      text('source', LIMITS.codeLength),
      integer('percent', -WHOLE_PERCENT, LIMITS.shockPercent),
    ],
  },
  accountSegment: {
    name: 'accountSegment',
    key: ['code'],
    columns: [code('code'), named('name'), integer('length', 0, LIMITS.segmentLength), position],
  },
  accountRule: {
    name: 'accountRule',
    key: ['segment', 'source', 'school', 'level', 'need'],
    columns: [
      code('segment', 'accountSegment'),
      text('source', LIMITS.codeLength),
      text('school', LIMITS.codeLength),
      text('level', LIMITS.codeLength),
      text('need', LIMITS.codeLength),
      text('value', LIMITS.segmentLength),
    ],
  },
  allocationTemplate: {
    name: 'allocationTemplate',
    key: ['id'],
    columns: [id('id'), named('name'), position, text('definition', LIMITS.templateLength)],
  },
  rationale: {
    name: 'rationale',
    key: ['subject', 'code'],
    columns: [
      oneOf('subject', 'district', 'source', 'weight_set', 'need', 'floors'),
      text('code', LIMITS.codeLength),
      text('text', LIMITS.noteLength),
    ],
  },
  picture: {
    name: 'picture',
    key: ['name'],
    columns: [code('name'), oneOf('mediaType', 'image/png', 'image/jpeg'), text('data', LIMITS.pictureLength)],
  },
  ...BOARD_TABLES,
};

export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[];

/** Joins key parts; a character no code may hold, so that two different keys never join to the same text. */
export const KEY_SEPARATOR = '\u001f';

/** The key of a row as one text. `rowKey('school', {code: '0042', …})` is `0042`. */
export function rowKey<T extends TableName>(table: T, row: Tables[T]): string {
  const names = TABLES[table].key;
  let key = String(row[names[0] as keyof Tables[T]]);
  for (let at = 1; at < names.length; at++) key = `${key}${KEY_SEPARATOR}${row[names[at] as keyof Tables[T]]}`;
  return key;
}

/** The same key from its parts, in the order of the table's key columns. */
export function keyOf(...parts: readonly (string | number)[]): string {
  return parts.join(KEY_SEPARATOR);
}

/**
 * Codes are compared by code unit, never by the computer's language: the odd cent of a tie goes to the lowest code
 * on every machine alike (domain text, section 2).
 */
export function compareCodes(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
