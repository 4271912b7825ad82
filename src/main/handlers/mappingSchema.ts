import { z } from 'zod';
import type { Mapping } from '../../shared/assistant/Mapping.ts';
import { LIMITS } from '../../shared/model/units.ts';
import { TABLE_LIMITS } from '../imports/table/tableLimits.ts';

/** What a mapping from the window may hold; what it means is checked when it is used. */
const HEADER_LENGTH = TABLE_LIMITS.cellCharacters;
const USES_OF_COLUMNS = 1_000;
const WORDS = 20_000;

const name = z.string().max(LIMITS.nameLength);
const word = z.string().max(HEADER_LENGTH);
const rowNumber = z.int().min(0).max(TABLE_LIMITS.rows);
const plain = <const Kind extends string>(...kinds: Kind[]) => z.strictObject({ kind: z.enum(kinds) });

const target = z.union([
  plain(
    ...(['ignore', 'schoolCode', 'schoolName', 'level', 'countLevel', 'countNeed', 'countValue'] as const),
    ...(['currentAmount', 'currentPupils', 'sourceCode', 'sourceName', 'revenueAmount', 'origin'] as const),
    'restriction',
  ),
  z.strictObject({ kind: z.enum(['tag', 'measure']), name }),
  z.strictObject({ kind: z.literal('count'), need: name, level: name.nullable() }),
]);

const repairs = z.strictObject({
  dropPointZero: z.boolean(),
  padTo: z.int().min(1).max(LIMITS.codeLength).nullable(),
  round: z.boolean(),
  percent: z.enum(['points', 'fraction']).nullable(),
});

const words = z.array(z.tuple([word, name])).max(WORDS);

export const mappingSchema = z.strictObject({
  headerRow: rowNumber,
  columns: z
    .array(z.strictObject({ column: z.int().min(0).max(TABLE_LIMITS.columns), header: word, target, repairs }))
    .max(USES_OF_COLUMNS),
  levels: words,
  needs: words,
  defaultLevel: name.nullable(),
  newNeeds: z.array(z.strictObject({ code: name, name })).max(LIMITS.needs),
  schools: words,
  leaveOutRows: z.array(rowNumber).max(WORDS),
  keepRows: z.array(rowNumber).max(WORDS),
  blanks: z.array(word).max(USES_OF_COLUMNS),
  missing: z.enum(['blank', 'keep']),
}) satisfies z.ZodType<Mapping>;
