import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createHandlers, type MainProgram } from '../../../src/main/handlers.ts';
import type { Params } from '../../../src/shared/contract/requests.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

let folder = '';
let main: MainProgram;
let suggested = '';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><title>A &lt;b&gt; school</title></svg>\n';
/** One white pixel. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==';

const send = (params: Params<'pictures/export'>) => main.dispatch('pictures/export', params);

beforeEach(async () => {
  folder = temporaryFolder();
  main = createHandlers({
    info: { version: '0', host: 'browser', platform: 'test', user: 'Maria Ortiz' },
    stateFolder: join(folder, 'state'),
    chooseFile: async ({ suggestedName }) => {
      suggested = suggestedName;
      return join(folder, suggestedName);
    },
    emit: () => {},
  });
  await main.dispatch('document/openSample', null);
});
afterEach(() => main.session.close(true));

test('a picture and its table are written where the person chose, under a name every file system takes', async () => {
  const reply = await send({ name: 'Total: a/b\\c *against* "Poverty"?', kind: 'svg', data: SVG });
  expect(reply).toMatchObject({ ok: true, value: { fileName: suggested } });
  expect(suggested).not.toMatch(/[\\/:*?"<>|]/);
  expect(readFileSync(join(folder, suggested), 'utf8')).toBe(SVG);
  await send({ name: 'Total', kind: 'png', data: PNG });
  expect(readFileSync(join(folder, suggested)).toString('base64')).toBe(PNG);
  await send({ name: 'Total', kind: 'csv', data: 'Code,School\r\nA,Ä\r\n' });
  expect(readFileSync(join(folder, suggested), 'utf8')).toBe('\ufeffCode,School\r\nA,Ä\r\n');
});

test.each([
  ['a script', 'svg', SVG.replace('</svg>', '<script>1</script></svg>')],
  ['a handler', 'svg', SVG.replace('<title>', '<title onclick="1">')],
  ['an address', 'svg', SVG.replace('</svg>', '<a href="http://x">x</a></svg>')],
  ['an image from elsewhere', 'svg', SVG.replace('</svg>', '<image xlink:href="http://x"/></svg>')],
  ['a page', 'svg', '<html></html>'],
  ['what is no PNG', 'png', Buffer.from('GIF89a'.repeat(20)).toString('base64')],
] as const)('%s is refused, and nothing is written', async (_, kind, data) => {
  suggested = '';
  expect(await send({ name: 'Total', kind, data })).toMatchObject({ ok: false, error: { code: 'picture-unknown' } });
  expect(suggested).toBe('');
  expect(readdirSync(folder).filter((name) => name !== 'state')).toEqual([]);
});

test('an unknown kind, an empty picture or a field too many never reaches the writer', async () => {
  for (const params of [
    { name: 'x', kind: 'exe', data: SVG },
    { name: 'x', kind: 'svg', data: '' },
    { name: '', kind: 'svg', data: SVG },
    { name: 'x', kind: 'svg', data: SVG, path: '/etc/passwd' },
  ]) {
    expect(await main.dispatch('pictures/export', params)).toMatchObject({ ok: false, error: { code: 'bad-request' } });
  }
  expect(existsSync(join(folder, 'x.svg'))).toBe(false);
});
