import { mkdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InlineConfig } from 'vite';
import { type BuildPart, isStale, stampOf } from './ensureBuilt.ts';
import { OUT, ROOT } from './paths.ts';
import { nodeBundles } from './viteNode.ts';

const LOCK = join(OUT, '.building');
/** A lock older than this belongs to a build that was killed. */
const LOCK_LIFETIME_MS = 180_000;

/** Two processes may find the bundles stale at once (tests start several); the second waits for the first. */
async function withBuildLock(work: () => Promise<void>): Promise<void> {
  mkdirSync(OUT, { recursive: true });
  for (;;) {
    try {
      mkdirSync(LOCK);
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const held = statSync(LOCK, { throwIfNoEntry: false });
    if (held && Date.now() - held.mtimeMs > LOCK_LIFETIME_MS) rmSync(LOCK, { recursive: true, force: true });
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const release = () => rmSync(LOCK, { recursive: true, force: true });
  process.once('exit', release);
  try {
    await work();
  } finally {
    process.removeListener('exit', release);
    release();
  }
}

/** Puts a freshly built folder in the place of the old one, so that nobody ever loads half a build. */
function replaceFolder(fresh: string, place: string): void {
  const old = `${place}.old-${process.pid}`;
  rmSync(old, { recursive: true, force: true });
  try {
    renameSync(place, old);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  renameSync(fresh, place);
  rmSync(old, { recursive: true, force: true });
}

async function buildNode(): Promise<void> {
  const { build } = await import('vite');
  const fresh = join(OUT, `.node-${process.pid}`);
  await build(nodeBundles(fresh));
  replaceFolder(fresh, join(OUT, 'node'));
}

/** The targets of the desktop product by electron-vite, which knows what Electron's main process, preload and window need. */
async function buildElectronTargets(targets: readonly ('main' | 'preload' | 'renderer')[]): Promise<void> {
  const { resolveConfig } = await import('electron-vite');
  const { build } = await import('vite');
  const { config } = await resolveConfig({ root: ROOT, logLevel: 'warn' }, 'build', 'production');
  for (const target of targets) {
    const settings = config?.[target];
    if (!settings) throw new Error(`electron.vite.config.ts says nothing of ${target}.`);
    // electron-vite types its settings a little wider than vite; what it resolved is what vite builds.
    await build(settings as InlineConfig);
  }
}

async function buildPart(part: BuildPart): Promise<void> {
  if (part === 'node') await buildNode();
  else if (part === 'window') await buildElectronTargets(['renderer']);
  else await buildElectronTargets(['main', 'preload']);
}

/** Builds the named parts, unless another process did so while this one waited. */
export async function buildParts(parts: readonly BuildPart[], always = false): Promise<void> {
  await withBuildLock(async () => {
    for (const part of parts) {
      if (!always && !isStale(part)) continue;
      const begun = new Date();
      await buildPart(part);
      // The stamp carries the time the build began, so that a file edited meanwhile makes it stale again.
      writeFileSync(stampOf(part), '');
      utimesSync(stampOf(part), begun, begun);
    }
  });
}
