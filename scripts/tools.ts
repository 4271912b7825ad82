import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './paths.ts';

/** A tool of node_modules by its script, run by this very Node: a shell shim would find whichever Node is first. */
export function toolPath(tool: 'tsc' | 'biome' | 'vitest' | 'playwright'): string {
  const scripts = {
    tsc: 'typescript/bin/tsc',
    biome: '@biomejs/biome/bin/biome',
    vitest: 'vitest/vitest.mjs',
    playwright: '@playwright/test/cli.js',
  } as const;
  return join(ROOT, 'node_modules', scripts[tool]);
}

/** Runs a tool in the repository with its output on the screen; gives its exit code, 1 when a signal ended it. */
export function runTool(script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, ...env },
    });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
