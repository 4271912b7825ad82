import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The Chromium that comes with `npm ci` of a checkout, and where it lies unpacked. */
export interface PackedBrowser {
  readonly path: string;
  readonly environment: Readonly<Record<string, string>>;
}

const PACKAGE = '@sparticuz/chromium';

/** The checkout this code runs in; null in an installed program, which has no such package. */
function checkoutFolder(): string | null {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'node_modules', PACKAGE))) {
    const parent = dirname(folder);
    if (parent === folder) return null;
    folder = parent;
  }
  return folder;
}

/** A bare server has no fonts, and a page without fonts has no heights; then the package's own are used. */
function fontEnvironment(unpacked: string): Record<string, string> {
  const installed = ['/usr/share/fonts', '/usr/local/share/fonts'].some(
    (folder) => existsSync(folder) && readdirSync(folder).length > 0,
  );
  if (process.platform !== 'linux' || installed) return {};
  return { FONTCONFIG_FILE: join(unpacked, 'fonts.conf') };
}

/** A bare server lacks the libraries for certificates, which no page of ours needs but Chromium does; the package has them. */
function libraryEnvironment(unpacked: string): Record<string, string> {
  if (process.platform !== 'linux') return {};
  const { stdout } = spawnSync('ldd', [join(unpacked, 'chromium')], { encoding: 'utf8' });
  return stdout?.includes('not found') ? { LD_LIBRARY_PATH: join(unpacked, 'al2023', 'lib') } : {};
}

/** The package asks the environment where to unpack, so one process does it once. */
let unpacking: Promise<void> | null = null;

/** Unpacks the Chromium of the npm package, once for a checkout; null where there is no such package. */
export async function preparePackedBrowser(): Promise<PackedBrowser | null> {
  const checkout = checkoutFolder();
  if (checkout === null || process.platform !== 'linux') return null;
  const unpacked = join(checkout, 'out', '.browser');
  if (!existsSync(join(unpacked, 'complete'))) {
    unpacking ??= unpack(checkout, unpacked).finally(() => {
      unpacking = null;
    });
    await unpacking;
  }
  return {
    path: join(unpacked, 'chromium'),
    environment: { ...fontEnvironment(unpacked), ...libraryEnvironment(unpacked) },
  };
}

/**
 * Unpacks beside the place and moves it there whole, so that of two that do it at once neither meets half of it; the
 * later one's is thrown away.
 */
async function unpack(checkout: string, unpacked: string): Promise<void> {
  mkdirSync(dirname(unpacked), { recursive: true });
  const own = mkdtempSync(`${unpacked}-`);
  // Found by its address, so that no bundler takes for a part of the program what only a checkout has.
  const address = pathToFileURL(createRequire(join(checkout, 'package.json')).resolve(PACKAGE)).href;
  const { default: packed } = (await import(address)) as { default: { executablePath(): Promise<string> } };
  const { TMPDIR, AWS_EXECUTION_ENV } = process.env;
  // It unpacks to the folder for temporary files, and the system libraries with it only where it takes the machine for a
  // bare one of the kind it was made for.
  Object.assign(process.env, { TMPDIR: own, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' });
  try {
    await packed.executablePath();
  } finally {
    for (const [name, value] of Object.entries({ TMPDIR, AWS_EXECUTION_ENV })) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
  writeFileSync(
    join(own, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${join(unpacked, 'fonts')}</dir></fontconfig>`,
  );
  writeFileSync(join(own, 'complete'), '');
  try {
    // A folder left half-way by an earlier version is in the way of nothing.
    if (!existsSync(join(unpacked, 'complete'))) rmSync(unpacked, { recursive: true, force: true });
    renameSync(own, unpacked);
  } catch (error) {
    rmSync(own, { recursive: true, force: true });
    if (!existsSync(join(unpacked, 'complete'))) throw error;
  }
}
