import { z } from 'zod';
import { DELIMITERS, TEXT_ENCODINGS } from '../../shared/assistant/RawTable.ts';
import type { Change, ChangeKind } from '../../shared/changes/Change.ts';
import type { Params, RequestName } from '../../shared/contract/requests.ts';
import type { RowOp } from '../../shared/model/Model.ts';
import { TABLE_NAMES } from '../../shared/model/tables.ts';
import { LIMITS } from '../../shared/model/units.ts';
import { mappingSchema } from './mappingSchema.ts';
import { yearsMappingSchema } from './yearsMappingSchema.ts';

/**
 * What each request may hold, checked before a handler sees it. Objects are strict: a field that is not named here is
 * refused. Rows inside a change are checked by `checkRow` when it is committed, from the one table description.
 */
const LABEL_LENGTH = 1_000;
const SESSION_KEY_LENGTH = 200;
const SESSION_VALUE_LENGTH = 200_000;
const LOG_PAGE = 1_000;
const ROWS_PAGE = 1_000;
const DIGEST_LENGTH = 200;
/** A drawing of 10,000 schools, or a page of a photograph’s weight at 300 pixels to the inch. */
const PICTURE_LENGTH = 16_000_000;
/** Scenarios side by side in one district workbook. */
const MOST_COMPARED = 6;
/** Every weight of a large district, and every share. */
const OPS_OF_LEVERS = 50_000;
/** Every count of the largest district replaced twice over. */
const OPS_IN_CHANGE = 5_000_000;

const id = z
  .int()
  .min(1)
  .max(2 ** 31);
const text = (length: number) => z.string().max(length);

const KINDS = [
  ...(['district', 'levels', 'needs', 'schools', 'enrollment', 'measures', 'current', 'revenues', 'sources'] as const),
  ...([
    'weights',
    'shares',
    'rates',
    'table',
    'minimums',
    'floors',
    'scenario',
    'findings',
    'accounts',
    'templates',
    'rationale',
    'picture',
    'years',
    'session',
    'paste',
    'import',
    'undo',
    'redo',
  ] as const),
] satisfies readonly ChangeKind[];

const row = z.custom<object | null>((value) => typeof value === 'object' && !Array.isArray(value));
const op = z.strictObject({ table: z.enum(TABLE_NAMES), before: row, after: row });

const change = z
  .strictObject({
    kind: z.enum(KINDS),
    label: text(LABEL_LENGTH).min(1),
    scenario: id.nullable(),
    ops: z.array(op).max(OPS_IN_CHANGE),
    of: id.optional(),
  })
  .transform(({ of, ...rest }) => (of === undefined ? rest : { ...rest, of }) as unknown as Change);

const scenarioAs = <const As extends readonly [string, ...string[]]>(as: As) => ({ scenario: id, as: z.enum(as) });

const code = text(LIMITS.codeLength);
const isoTime = text(40);
const historyFilter = z.strictObject({
  by: text(LIMITS.nameLength).nullable(),
  sheet: code.nullable(),
  school: text(LIMITS.nameLength),
  source: code.nullable(),
  scenario: z.union([id, z.literal('shared')]).nullable(),
  from: isoTime.nullable(),
  until: isoTime.nullable(),
  text: text(LIMITS.nameLength),
});
const side = z.enum(['before', 'after']);

const sheetOf = { token: text(LIMITS.codeLength), sheet: z.int().min(0).max(1_000) };

export const PARAMS_SCHEMAS: { readonly [Name in RequestName]: z.ZodType<Params<Name>> } = {
  'app/info': z.null(),
  'document/current': z.null(),
  'document/recoveries': z.null(),
  'document/recover': z.strictObject({ token: text(LIMITS.codeLength) }),
  'document/discardRecovery': z.strictObject({ token: text(LIMITS.codeLength) }),
  'document/new': z.null(),
  'document/openSample': z.null(),
  'document/open': z.null(),
  'document/save': z.null(),
  'document/saveAs': z.null(),
  'document/close': z.strictObject({ discard: z.boolean() }),
  'change/commit': z.strictObject({ change, calculatedScenario: id }),
  'change/log': z.strictObject({ limit: z.int().min(1).max(LOG_PAGE), before: id.nullable() }),
  'change/read': z.strictObject({ id }),
  'history/list': z.strictObject({
    filter: historyFilter,
    before: id.nullable(),
    limit: z.int().min(1).max(LOG_PAGE),
  }),
  'history/read': z.strictObject({ id, from: z.int().min(0), count: z.int().min(1).max(LOG_PAGE) }),
  'history/scenarios': z.strictObject({ id, side }),
  'history/planRestore': z.strictObject({ id, side, scenario: id }),
  'history/restore': z.strictObject({ id, side, scenario: id }),
  'history/export': z.strictObject({ filter: historyFilter, as: z.enum(['csv', 'xlsx']) }),
  'session/set': z.strictObject({ key: text(SESSION_KEY_LENGTH).min(1), value: text(SESSION_VALUE_LENGTH) }),
  'workbook/import': z.strictObject(scenarioAs(['file', 'folder'])),
  'workbook/export': z.strictObject({ ...scenarioAs(['xlsx', 'folder']), digest: text(DIGEST_LENGTH) }),
  'scenario/adopt': z.strictObject({ scenario: id, digest: text(DIGEST_LENGTH) }),
  'scenario/checkAdoption': z.strictObject({ scenario: id }),
  'scenario/exportComparison': z
    .strictObject({
      scenarios: z.array(id).min(1).max(LIMITS.scenarios),
      digests: z.array(text(DIGEST_LENGTH)).max(LIMITS.scenarios),
      base: id,
      measure: text(LIMITS.codeLength + 10).min(1),
      group: text(LIMITS.nameLength + 10),
      as: z.enum(['csv', 'xlsx']),
    })
    .refine(({ scenarios, digests, base }) => digests.length === scenarios.length && scenarios.includes(base)),
  'gradual/exportShadow': z.strictObject({ scenario: id, digest: text(DIGEST_LENGTH) }),
  'gradual/exportYears': z.strictObject({
    scenario: id,
    digest: text(DIGEST_LENGTH),
    years: z.int().min(1).max(LIMITS.pathYears),
  }),
  'budgets/export': z.strictObject({ scenario: id, digest: text(DIGEST_LENGTH) }),
  'assistant/read': z.null(),
  'assistant/readAgain': z.strictObject({
    token: sheetOf.token,
    encoding: z.enum(TEXT_ENCODINGS),
    delimiter: z.enum(DELIMITERS),
  }),
  'assistant/cancel': z.null(),
  'assistant/rows': z.strictObject({ ...sheetOf, from: z.int().min(0), count: z.int().min(1).max(ROWS_PAGE) }),
  'assistant/suggest': z.strictObject({ ...sheetOf, headerRow: z.int().min(0).nullable() }),
  'assistant/preview': z.strictObject({ ...sheetOf, scenario: id, mapping: mappingSchema }),
  'assistant/import': z.strictObject({ ...sheetOf, scenario: id, mapping: mappingSchema }),
  'years/suggest': z.strictObject({ ...sheetOf, headerRow: z.int().min(0).nullable() }),
  'years/preview': z.strictObject({ ...sheetOf, mapping: yearsMappingSchema }),
  'years/import': z.strictObject({ ...sheetOf, scenario: id, mapping: yearsMappingSchema }),
  'years/export': z.null(),
  'versions/export': z.strictObject({ version: id }),
  'allocation/export': z.strictObject({
    scenario: id,
    template: z.union([id, text(LIMITS.nameLength).min(1)]),
    digest: text(DIGEST_LENGTH),
  }),
  'allocation/exportAccounts': z.strictObject({ as: z.enum(['xlsx', 'csv']) }),
  'allocation/importAccounts': z.strictObject({ scenario: id }),
  'allocation/exportTemplate': z.strictObject({ template: id }),
  'allocation/readTemplate': z.null(),
  'calculators/export': z.strictObject({
    ...{ scenario: id, digest: text(DIGEST_LENGTH), what: z.enum(['school', 'all', 'district']) },
    school: text(LIMITS.codeLength).nullable(),
  }),
  'districtWorkbook/export': z.strictObject({
    scenario: id,
    digest: text(DIGEST_LENGTH),
    scenarios: z.array(id).max(MOST_COMPARED),
  }),
  'statements/export': z.strictObject({
    scenario: id,
    digest: text(DIGEST_LENGTH),
    school: text(LIMITS.codeLength).nullable(),
    as: z.enum(['pdf', 'html']),
    paper: z.enum(['letter', 'a4']),
  }),
  'formulaBook/export': z.strictObject({
    scenario: id,
    digest: text(DIGEST_LENGTH),
    as: z.enum(['pdf', 'html']),
    paper: z.enum(['letter', 'a4']),
  }),
  'boardSession/export': z.strictObject({
    ...{ session: id, scenario: id, digest: text(DIGEST_LENGTH), whatIfDigest: text(DIGEST_LENGTH).nullable() },
    levers: z
      .array(z.strictObject({ id, value: z.int().min(-LIMITS.moneyCents).max(LIMITS.moneyCents) }))
      .max(LIMITS.levers),
    ops: z
      .array(op)
      .max(OPS_OF_LEVERS)
      .nullable()
      .transform((ops) => ops as unknown as readonly RowOp[] | null),
    as: z.enum(['pdf', 'html', 'svg']),
    paper: z.enum(['letter', 'a4']),
    tables: z.boolean(),
  }),
  'pictures/export': z.strictObject({
    name: text(LIMITS.nameLength).min(1),
    kind: z.enum(['svg', 'png', 'csv']),
    data: text(PICTURE_LENGTH).min(1),
  }),
  'projector/open': z.strictObject({ channel: z.uuid() }),
  'projector/close': z.null(),
  'logo/choose': z.null(),
  'job/cancel': z.null(),
  'ask/answer': z.strictObject({
    id: text(LIMITS.codeLength),
    entry: text(LIMITS.nameLength).nullable(),
    newName: text(LIMITS.nameLength).nullable(),
    open: z.boolean(),
  }),
};
