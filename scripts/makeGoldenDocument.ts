import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDocument } from '../src/main/document/openDocument.ts';
import { createWorkplace } from '../src/main/document/Workplace.ts';
import { SCHEMA_VERSION } from '../src/main/store/schema.ts';
import { type Change, invertOps } from '../src/shared/changes/Change.ts';
import { smallDistrict, weightChange } from '../test/main/smallDistrict.ts';

/**
 * Makes the golden document of today's format, `test/fixtures/documents/v<format>.allot`. Run it once when a new
 * format is introduced; a golden document of a format that was given out is never made again.
 */
const folder = mkdtempSync(join(tmpdir(), 'allot-golden-'));
const target = join(import.meta.dirname, `../test/fixtures/documents/v${SCHEMA_VERSION}.allot`);
const now = (): Date => new Date('2026-01-05T09:00:00.000Z');
try {
  const workplace = createWorkplace(folder, 'Maria Ortiz', { computer: 'FIN-03', now });
  const document = await createDocument(workplace, target, smallDistrict());
  const change = weightChange(document.model, 3_400);
  const again = (kind: 'undo' | 'redo', ops: Change['ops']): Change => ({ ...change, kind, ops, of: 1 });
  document.commit(change, 'Maria Ortiz');
  document.commit(again('undo', invertOps(change.ops)), 'Maria Ortiz');
  document.commit(again('redo', change.ops), 'Maria Ortiz');
  document.setSession('sheet', 'weights');
  await document.save();
  await document.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
