import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { OUT, ROOT } from './paths.ts';

/** What is built together: the Node bundles serve the command line alone, the window needs all of it. */
export type BuildPart = 'node' | 'window' | 'electron';

/** The sources of each part, relative to the repository. A change in any of them makes the part stale. */
const SOURCES: Record<BuildPart, readonly string[]> = {
  node: ['src/shared', 'src/main', 'scripts/viteNode.ts', 'package.json', 'package-lock.json'],
  window: ['src/shared', 'src/renderer', 'electron.vite.config.ts', 'package-lock.json'],
  electron: ['src/shared', 'src/main', 'electron.vite.config.ts', 'package.json', 'package-lock.json'],
};

/** Written last by a build; its time is when that build began reading the sources. */
export function stampOf(part: BuildPart): string {
  return join(OUT, `.built-${part}`);
}

function newestTimeMs(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  // A folder's own time tells of files that were added, removed or renamed.
  let newest = stats.mtimeMs;
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inner = join(path, entry.name);
    newest = Math.max(newest, entry.isDirectory() ? newestTimeMs(inner) : statSync(inner).mtimeMs);
  }
  return newest;
}

/** Whether a source of this part is newer than its build. Costs a few milliseconds: it only looks at file times. */
export function isStale(part: BuildPart): boolean {
  const stamp = statSync(stampOf(part), { throwIfNoEntry: false });
  if (!stamp) return true;
  return SOURCES[part].some((source) => newestTimeMs(join(ROOT, source)) > stamp.mtimeMs);
}

/** Builds what is stale and nothing else. Progress goes to stderr, since stdout may be a budget on its way into a file. */
export async function ensureBuilt(parts: readonly BuildPart[]): Promise<void> {
  const stale = parts.filter(isStale);
  if (stale.length === 0) return;
  process.stderr.write('Building Allot from its sources…\n');
  const { buildParts } = await import('./buildParts.ts');
  await buildParts(stale);
}
