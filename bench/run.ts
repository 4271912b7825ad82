import { ensureBuilt } from '../scripts/ensureBuilt.ts';
import { printTable, type Table } from './Table.ts';

/**
 * `npm run bench`: every speed the project speaks of, measured in one run on this computer. `npm run bench -- window`
 * runs one part. Read the ratios; milliseconds differ between computers.
 */
const PARTS: Readonly<Record<string, () => Promise<Table>>> = {
  calc: async () => (await import('./calc.ts')).benchCalc(),
  scenarios: async () => (await import('./scenarios.ts')).benchScenarios(),
  equity: async () => (await import('./equity.ts')).benchEquity(),
  equityWindow: async () => (await import('./equityWindow.ts')).benchEquityWindow(),
  levers: async () => (await import('./levers.ts')).benchLevers(),
  audience: async () => (await import('./audience.ts')).benchAudience(),
  window: async () => (await import('./window.ts')).benchWindow(),
  paste: async () => (await import('./paste.ts')).benchPaste(),
  tables: async () => (await import('./tables.ts')).benchTables(),
  allocation: async () => (await import('./allocationFile.ts')).benchAllocationFile(),
  history: async () => (await import('./history.ts')).benchHistory(),
  statements: async () => (await import('./statements.ts')).benchStatements(),
  calculators: async () => (await import('./calculators.ts')).benchCalculators(),
  processes: async () => (await import('./processes.ts')).benchProcesses(),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  process.stderr.write(`There is no benchmark “${unknown[0]}”. Choose among: ${Object.keys(PARTS).join(', ')}.\n`);
  process.exit(1);
}
await ensureBuilt(['node', 'window']);
for (const name of asked.length > 0 ? asked : Object.keys(PARTS)) {
  const table = await PARTS[name]?.();
  if (table) process.stdout.write(`\n${printTable(table)}\n`);
}
