import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openDocument } from '../src/main/document/openDocument.ts';
import { createWorkplace } from '../src/main/document/Workplace.ts';
import { setRevenue } from '../src/shared/changes/sources.ts';

/** A process that opens a document with its budgets, and saves it after one edit when asked to. */
const [task, file] = process.argv.slice(2);
const state = mkdtempSync(join(tmpdir(), 'allot-bench-state-'));
const document = await openDocument(createWorkplace(state, 'bench'), resolve(file ?? ''));
document.calculation(1).digest();
if (task === 'save') {
  const source = document.model.ordered('source')[0]?.code ?? '';
  const amount = document.model.get('revenue', 2, source)?.amountCents ?? 0;
  document.commit(setRevenue(document.model, 2, source, amount + 1), 'bench');
  await document.save();
}
await document.close();
rmSync(state, { recursive: true, force: true });
