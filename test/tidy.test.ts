import { homedir } from 'node:os';
import { basename, dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { HostServices } from '../src/main/HostServices.ts';
import { createHandlers } from '../src/main/handlers.ts';
import { REQUEST_NAMES } from '../src/shared/contract/requests.ts';
import { importsOf, ROOT, sourcePaths, textOf, trackedPaths } from './sourceFiles.ts';

/**
 * Properties of the source that no compiler checks: who may import whom, and what may not stand in it.
 * Each check names the offending file and line, and each has a case that shows it can fail.
 */
const sources = sourcePaths('src');
const code = sources.filter((path) => /\.tsx?$/.test(path));
const tests = sourcePaths('test');

/** `src/main/store/schema.ts` for an import of `./schema.ts` in a file of that folder; packages as written. */
function target(path: string, imported: string): string {
  return imported.startsWith('.') ? normalize(join(dirname(path), imported)).replaceAll('\\', '/') : imported;
}

/** Why a file may not import something, or null. */
function layerFault(path: string, imported: string): string | null {
  const to = target(path, imported);
  const isOurs = to.startsWith('src/');
  if (path.startsWith('src/shared/')) {
    if (isOurs && !to.startsWith('src/shared/')) return 'shared imports nothing outside shared';
    if (to.startsWith('node:') || to === 'electron' || /^react/.test(to)) return 'shared is pure';
  }
  if (path.startsWith('src/renderer/')) {
    if (to.startsWith('src/main/')) return 'the window never imports main';
    if (to.startsWith('node:') || to === 'electron' || to === 'better-sqlite3') return 'the window has no computer';
  }
  if (path.startsWith('src/main/')) {
    if (to.startsWith('src/renderer/')) return 'main never imports the window';
    if (/^(react|ag-grid)/.test(to)) return 'main shows nothing';
  }
  if (to === 'electron' && !path.startsWith('src/main/electron/')) return 'only src/main/electron knows Electron';
  const isHost = /^src\/main\/(electron|browser)\//;
  if (path.startsWith('src/main/') && isHost.test(to) && !isHost.test(path)) return 'nothing but a host imports a host';
  if (/^src\/(test|bench|scripts)/.test(to) || /^(test|bench|scripts)\//.test(to))
    return 'the program imports no tests';
  return null;
}

/** `file:line  text` for each line that a pattern matches. */
function linesMatching(paths: readonly string[], pattern: RegExp): string[] {
  return paths.flatMap((path) =>
    textOf(path)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}  ${line.trim()}`] : [])),
  );
}

describe('layers', () => {
  it('hold for every import', () => {
    const faults = code.flatMap((path) =>
      importsOf(path).flatMap((imported) => {
        const fault = layerFault(path, imported);
        return fault === null ? [] : [`${path} imports ${imported}: ${fault}`];
      }),
    );
    expect(faults).toEqual([]);
  });

  it('are read from real imports', () => {
    expect(importsOf('src/main/electron/preload.ts')).toContain('electron');
    expect(code.length).toBeGreaterThan(20);
  });

  it.each([
    ['src/shared/calc/x.ts', '../../main/store/schema.ts'],
    ['src/shared/calc/x.ts', 'node:fs'],
    ['src/renderer/shell/x.tsx', '../../main/window/EventHub.ts'],
    ['src/renderer/shell/x.tsx', 'node:path'],
    ['src/main/cli/x.ts', '../../renderer/main.tsx'],
    ['src/main/cli/x.ts', 'electron'],
    ['src/main/document/x.ts', '../electron/window.ts'],
    ['src/main/document/x.ts', '../../../test/sourceFiles.ts'],
  ])('would refuse %s importing %s', (path, imported) => {
    expect(layerFault(path, imported)).not.toBeNull();
  });
});

describe('the source holds no', () => {
  const anyType = /(?::|\bas|<|,|\||=>)\s*any\b(?!\s*[:(])|\bany\[\]/;

  it('any', () => {
    const strip = (line: string) => line.replace(/\/\/.*$|^\s*(\/\*)?\*.*$|(['"`])(?:\\.|(?!\2).)*\2/g, '');
    const found = [...code, ...tests.filter((path) => /\.tsx?$/.test(path))].flatMap((path) =>
      textOf(path)
        .split('\n')
        .flatMap((line, index) => (anyType.test(strip(line)) ? [`${path}:${index + 1}  ${line.trim()}`] : [])),
    );
    expect(found).toEqual([]);
    expect(anyType.test('const x: any = 1')).toBe(true);
    expect(anyType.test('f(x as any)')).toBe(true);
  });

  it('compiler check that is switched off', () => {
    expect(linesMatching(code, /@ts-(ignore|nocheck|expect-error)/)).toEqual([]);
  });

  it('console output: the command line writes to process.stdout, the window speaks to its person', () => {
    expect(linesMatching(code, /\bconsole\.\w+\(/)).toEqual([]);
  });

  it('question of the browser in place of our own', () => {
    expect(linesMatching(code, /\bglobalThis\.(alert|confirm|prompt)\(|(?<![.\w])alert\(/)).toEqual([]);
  });

  it('AG Grid internals outside the one wrapper', () => {
    const outside = sources.filter((path) => !path.startsWith('src/renderer/grid/'));
    expect(
      linesMatching([...outside, ...tests.filter((path) => path !== 'test/tidy.test.ts')], /['"`\s,(]\.ag-[a-z]/),
    ).toEqual([]);
  });

  it('AG Grid Enterprise', () => {
    const imports = code.flatMap(importsOf).filter((imported) => /enterprise|ag-charts/.test(imported));
    expect(imports).toEqual([]);
    const options =
      /\b(cellSelection|enableRangeSelection|enableCharts|rowGroupPanelShow|pivotMode|treeData|masterDetail|sideBar|statusBar|grandTotalRow|groupTotalRow|rowGroup|processDataFromClipboard|getContextMenuItems)\s*[:=]/;
    expect(
      linesMatching(
        sourcePaths('src/renderer').filter((path) => /\.tsx?$/.test(path)),
        options,
      ),
    ).toEqual([]);
  });

  it('unfinished business', () => {
    const marks = new RegExp(`\\b(${['TO', 'DO'].join('')}|${['FIX', 'ME'].join('')}|${['X', 'XX'].join('')})\\b`);
    expect(linesMatching([...sources, ...tests, ...sourcePaths('scripts'), ...sourcePaths('bench')], marks)).toEqual(
      [],
    );
  });
});

describe('tests', () => {
  it('are never narrowed to one or switched off', () => {
    const narrowed = /\b(it|test|describe)\.(only|skip|todo|fixme)\s*\(\s*['"`]/;
    expect(linesMatching(tests, narrowed)).toEqual([]);
  });

  it('do not wait by the clock', () => {
    expect(
      linesMatching(
        tests.filter((path) => path.startsWith('test/e2e/')),
        /waitForTimeout/,
      ),
    ).toEqual([]);
  });
});

describe('files', () => {
  it('of the source have at most 400 lines', () => {
    const long = code
      .map((path) => [path, textOf(path).trimEnd().split('\n').length] as const)
      .filter(([, lines]) => lines > 400);
    expect(long).toEqual([]);
  });

  it('are named after what they export, in whole words', () => {
    const wellNamed = /^(\d{4}-)?[A-Za-z][A-Za-z0-9]*(\.(test|spec|exploit\.test|d))?\.(ts|tsx|css)$/;
    expect(sources.filter((path) => !wellNamed.test(basename(path)))).toEqual([]);
    const clipped = /(util|helper|misc|common|stuff|mgr|cfg|btn|idx|tmp)s?\.(ts|tsx)$/i;
    expect(sources.filter((path) => clipped.test(path))).toEqual([]);
  });

  it('name no machine and no registry', () => {
    const text = trackedPaths().filter(
      (path) => path !== 'test/tidy.test.ts' && /\.(ts|tsx|json|yml|md|css|html|cjs|npmrc)$|\.ci\/run$/.test(path),
    );
    const here = [ROOT, homedir()].map((path) => `${path.replaceAll(/[^A-Za-z0-9/]/g, '\\$&')}/`);
    const places = new RegExp([...here, 'registry\\.npmjs', '"resolved":'].join('|'));
    expect(linesMatching(text, places)).toEqual([]);
  });
});

describe('the contract', () => {
  const asked = tests.map(textOf).join('\n');

  it('is answered in full, and by nothing else', () => {
    const host: HostServices = {
      info: { version: '0', host: 'browser', platform: 'test', user: 'ann' },
      stateFolder: join(ROOT, 'out', 'never-made'),
      chooseFile: async () => null,
      emit: () => {},
    };
    expect(Object.keys(createHandlers(host).handlers).sort()).toEqual([...REQUEST_NAMES].sort());
  });

  it.each(REQUEST_NAMES)('%s is mentioned by a test', (name) => {
    const count = asked.split(`'${name}'`).length - 1;
    expect(count).toBeGreaterThan(0);
  });
});
