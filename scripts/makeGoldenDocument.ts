import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDocument } from '../src/main/document/openDocument.ts';
import { createWorkplace } from '../src/main/document/Workplace.ts';
import { SCHEMA_VERSION } from '../src/main/store/schema.ts';
import { smallDistrict, weightChange } from '../test/main/smallDistrict.ts';

/**
 * Makes the golden document of today's format, `test/migrations/golden/format-<format>.allot`. Run it once when a new
 * format is introduced; a golden document of a format that was given out is never made again.
 */
const folder = mkdtempSync(join(tmpdir(), 'allot-golden-'));
const target = join(import.meta.dirname, `../test/migrations/golden/format-${SCHEMA_VERSION}.allot`);
const now = (): Date => new Date('2026-01-05T09:00:00.000Z');
try {
  const workplace = createWorkplace(folder, 'Maria Ortiz', { computer: 'FIN-03', now });
  const document = await createDocument(workplace, target, smallDistrict());
  document.commit(weightChange(document.model, 3_400), 'Maria');
  document.setSession('sheet', 'weights');
  await document.save();
  await document.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
