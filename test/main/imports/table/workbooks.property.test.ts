import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTableFile } from '../../../../src/main/imports/table/readTableFile.ts';
import { TABLE_LIMITS } from '../../../../src/main/imports/table/tableLimits.ts';
import { parseMeasure } from '../../../../src/shared/text/parseNumber.ts';
import { fuzzAsync } from '../../../fuzz/fuzz.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';
import { STYLES, sheetXml, xlsxOf } from '../xlsxFixture.ts';

const cell = (stored: string): string => `<c><v>${stored}</v></c>`;
const GOOD = await xlsxOf({
  'xl/worksheets/Counts.xml': sheetXml(
    '<c t="str"><v>code</v></c><c t="str"><v>pupils</v></c>',
    cell('42') + cell('12.5'),
  ),
  'xl/styles.xml': STYLES,
});

async function read(bytes: Buffer, name: string) {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, bytes);
  return await readTableFile(path, { ...TABLE_LIMITS, fileBytes: 1_000_000, unzippedBytes: 5_000_000 });
}

test('a workbook with bytes changed is read or refused in a sentence, never more', async () => {
  const change = fc.record({ at: fc.nat({ max: GOOD.length - 1 }), byte: fc.nat({ max: 255 }) });
  await fuzzAsync(
    'a-workbook-with-bytes-changed-is-read-or-refused-in-a-senten',
    fc.asyncProperty(
      fc.array(change, { minLength: 1, maxLength: 6 }),
      fc.nat({ max: GOOD.length }),
      async (changes, cut) => {
        const bytes = Buffer.from(GOOD);
        for (const { at, byte } of changes) bytes[at] = byte;
        const outcome = await read(cut % 7 === 0 ? bytes.subarray(0, cut) : bytes, 'counts.xlsx');
        if ('refusal' in outcome) expect(outcome.refusal).toMatch(/[.]$/);
        // The zip's own checksum stands for every number that is still read.
        else if (outcome.file.encoding === null)
          expect(outcome.file.sheets[0]?.rows.at(-1)?.cells.slice(0, 2)).toEqual(['42', '12.5']);
      },
    ),
    { numRuns: 200 },
  );
});

test('any bytes at all are read as text or refused in a sentence', async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.string({ unit: 'binary', maxLength: 60 }).map((text) => new TextEncoder().encode(text)),
  );
  await fuzzAsync(
    'any-bytes-at-all-are-read-as-text-or-refused-in-a-sentence',
    fc.asyncProperty(bytes, async (content) => {
      const outcome = await read(Buffer.from(content), 'counts.csv');
      if ('refusal' in outcome) expect(outcome.refusal).toMatch(/[.]$/);
      else expect(outcome.file.sheets[0]?.rows.length).toBeGreaterThan(0);
    }),
    { numRuns: 300 },
  );
});

test('a stored number of up to fifteen digits comes back as that decimal', async () => {
  const number = fc.tuple(fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), fc.nat({ max: 9 }));
  await fuzzAsync(
    'a-stored-number-of-up-to-fifteen-digits-comes-back-as-that-d',
    fc.asyncProperty(fc.array(number, { minLength: 1, maxLength: 30 }), async (numbers) => {
      const decimals = numbers.map(([digits, places]) => {
        const text = String(Math.abs(digits)).padStart(places + 1, '0');
        const whole = text.slice(0, text.length - places);
        return `${digits < 0 ? '-' : ''}${whole}${places > 0 ? `.${text.slice(text.length - places)}` : ''}`;
      });
      const outcome = await read(
        await xlsxOf({ 'xl/worksheets/N.xml': sheetXml(decimals.map(cell).join('')) }),
        'n.xlsx',
      );
      if ('refusal' in outcome) throw new Error(outcome.refusal);
      const canonical = (text: string): unknown => {
        const parsed = parseMeasure(text);
        return parsed.ok ? parsed.value : text;
      };
      expect(outcome.file.sheets[0]?.rows[0]?.cells.map(canonical)).toEqual(decimals.map(canonical));
    }),
    { numRuns: 60 },
  );
});
