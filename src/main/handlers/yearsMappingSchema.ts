import { z } from 'zod';
import { LIMITS } from '../../shared/model/units.ts';
import type { YearsMapping } from '../../shared/years/import/YearsMapping.ts';
import { TABLE_LIMITS } from '../imports/table/tableLimits.ts';

/** What a mapping of a table of years may hold; what it means is checked when it is used. */
const WORDS = 5_000;

const word = z.string().max(TABLE_LIMITS.cellCharacters);
/** Longer than a code may be: a sentence then says so, in place of a refusal. */
const name = z.string().max(LIMITS.nameLength);
const words = z.array(z.tuple([word, name])).max(WORDS);

const target = z.union([
  z.strictObject({
    kind: z.enum(['ignore', 'schoolCode', 'schoolName', 'year', 'measureName', 'value', 'group']),
  }),
  z.strictObject({ kind: z.literal('measure'), measure: name, group: name.nullable(), year: name.nullable() }),
]);

export const yearsMappingSchema = z.strictObject({
  headerRow: z.int().min(0).max(TABLE_LIMITS.rows),
  columns: z
    .array(z.strictObject({ column: z.int().min(0).max(TABLE_LIMITS.columns), header: word, target }))
    .max(TABLE_LIMITS.columns),
  fileYear: name,
  fileMeasure: name,
  measures: z
    .array(
      z.strictObject({
        measure: name,
        kind: z.enum(['amount', 'pupils', 'outcome']),
        unit: z.enum(['dollars', 'pupils', 'percent', 'points']),
        better: z.enum(['higher', 'lower', 'neither']),
        isFraction: z.boolean(),
      }),
    )
    .max(TABLE_LIMITS.columns),
  years: words,
  measureWords: words,
  groups: words,
  padTo: z.int().min(1).max(LIMITS.codeLength).nullable(),
  dropPointZero: z.boolean(),
  rounds: z.boolean(),
  unknownSchools: z.enum(['keep', 'leaveOut']),
}) satisfies z.ZodType<YearsMapping>;
