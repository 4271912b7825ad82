import { join } from 'node:path';
import { expect, it } from 'vitest';
import { AnswersForTests } from '../../../src/main/window/AnswersForTests.ts';
import { stateFolder } from '../../../src/main/window/stateFolder.ts';

it('follows the manners of each system', () => {
  expect(stateFolder({}, 'linux', '/home/a')).toBe(join('/home/a', '.local', 'state', 'allot'));
  expect(stateFolder({ XDG_STATE_HOME: '/state' }, 'linux', '/home/a')).toBe(join('/state', 'allot'));
  expect(stateFolder({}, 'darwin', '/Users/a')).toBe(join('/Users/a', 'Library', 'Application Support', 'Allot'));
  expect(stateFolder({ APPDATA: '/roaming' }, 'win32', '/a')).toBe(join('/roaming', 'Allot'));
  expect(stateFolder({ ALLOT_STATE_FOLDER: '/mine', APPDATA: '/roaming' }, 'win32', '/a')).toBe('/mine');
});

it('gives the answers of a test in order, and closes any further dialog', () => {
  const answers = new AnswersForTests('["/a", null, "/b"]');
  expect([answers.isSet, answers.take(), answers.take(), answers.take(), answers.take()]).toEqual([
    true,
    '/a',
    null,
    '/b',
    null,
  ]);
  expect(new AnswersForTests(undefined).isSet).toBe(false);
  expect(new AnswersForTests('[]').isSet).toBe(false);
  expect(() => new AnswersForTests('{"a":1}')).toThrow('list of paths');
});
