import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const require = createRequire(import.meta.url);
const { load } = require('js-yaml') as { load(text: string): unknown };

const configuration = load(readFileSync(join(root, 'electron-builder.yml'), 'utf8')) as Record<string, unknown>;
const schema = JSON.parse(readFileSync(join(root, 'node_modules/app-builder-lib/scheme.json'), 'utf8')) as object;
const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);

function faultsOf(candidate: unknown): readonly string[] {
  validate(candidate);
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
}

describe('electron-builder.yml', () => {
  it('is valid by the schema of the electron-builder that is installed', () => {
    expect(faultsOf(configuration)).toEqual([]);
  });

  it('would be refused with a misspelled option, so the check can fail', () => {
    expect(faultsOf({ ...configuration, electronFuse: {} })).not.toEqual([]);
    expect(faultsOf({ ...configuration, nsis: { perMachines: true } })).not.toEqual([]);
  });

  it('sets every fuse to the safe side', () => {
    expect(configuration.electronFuses).toMatchObject({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  it('builds for the three systems and compiles nothing', () => {
    const targets = (platform: string) =>
      ((configuration[platform] as { target: { target: string }[] }).target ?? []).map(({ target }) => target);
    expect(targets('win')).toEqual(['nsis', 'msi']);
    expect(targets('mac')).toEqual(['dmg']);
    expect(targets('linux')).toEqual(['AppImage', 'deb']);
    expect(configuration.npmRebuild).toBe(false);
    expect(configuration.asarUnpack).toContain('**/*.node');
  });

  it('opens .allot files', () => {
    expect(configuration.fileAssociations).toMatchObject([{ ext: 'allot', role: 'Editor' }]);
  });

  it('has an icon large enough for every system', () => {
    const png = readFileSync(join(root, 'build/icon.png'));
    expect(png.toString('latin1', 1, 4)).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1024, 1024]);
    expect(existsSync(join(root, 'build/icon.svg'))).toBe(true);
  });

  it('ships no run-time package but the SQLite binding, since all else is bundled', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    expect(Object.keys(manifest.dependencies)).toEqual(['better-sqlite3']);
  });
});
