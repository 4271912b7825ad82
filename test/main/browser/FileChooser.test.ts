import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileChooser } from '../../../src/main/browser/FileChooser.ts';
import type { FileQuestion } from '../../../src/main/window/FileQuestion.ts';
import type { Events } from '../../../src/shared/contract/requests.ts';

let folder: string;
let shown: Events['ask/file'][];
let chooser: FileChooser;

const last = () => shown.at(-1) as Events['ask/file'];
const entryNamed = (name: string) => last().entries.find((entry) => entry.name === name)?.entry ?? 'missing';
const answer = (changes: { entry?: string; newName?: string; open?: boolean; id?: string }) =>
  chooser.answer({ id: last().id, entry: null, newName: null, open: false, ...changes });

function question(purpose: FileQuestion['purpose']): FileQuestion {
  return {
    purpose,
    title: 'Title',
    suggestedName: 'plan.allot',
    kinds: [{ label: 'Documents', extensions: ['allot'] }],
  };
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'allot-chooser-'));
  mkdirSync(join(folder, 'plans'));
  writeFileSync(join(folder, 'plans', 'inner.allot'), '');
  for (const name of ['b.allot', 'A.ALLOT', 'notes.txt', '.hidden.allot']) writeFileSync(join(folder, name), '');
  shown = [];
  chooser = new FileChooser((event) => shown.push(event), folder);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the chooser of the loopback host', () => {
  it('lists folders first, then files of the kind asked for, without hidden ones', () => {
    void chooser.choose(question('open'));
    expect(last().entries.map(({ name }) => name)).toEqual(['..', 'plans', 'A.ALLOT', 'b.allot']);
  });

  it('goes into folders and gives the file that was chosen', async () => {
    const chosen = chooser.choose(question('open'));
    const { id } = last();
    answer({ entry: entryNamed('plans'), open: true });
    expect(last().id).toBe(id);
    answer({ entry: entryNamed('inner.allot') });
    expect(await chosen).toBe(join(folder, 'plans', 'inner.allot'));
  });

  it('begins next time where the last file was chosen', async () => {
    const chosen = chooser.choose(question('open'));
    answer({ entry: entryNamed('plans'), open: true });
    answer({ entry: entryNamed('inner.allot') });
    await chosen;
    void chooser.choose(question('save'));
    expect(last().entries.map(({ name }) => name)).toContain('inner.allot');
  });

  it('names a new file, with the extension if it was left out', async () => {
    const chosen = chooser.choose(question('save'));
    answer({ newName: 'next year' });
    expect(await chosen).toBe(join(folder, 'next year.allot'));
  });

  it('asks once more before a file is replaced', async () => {
    const chosen = chooser.choose(question('save'));
    answer({ newName: 'b.allot' });
    expect(last().title).toContain('exists already');
    answer({ newName: 'b' });
    expect(await chosen).toBe(join(folder, 'b.allot'));
  });

  it('gives the folder shown, a folder in it, or a new one', async () => {
    const here = chooser.choose(question('folder'));
    expect(last().entries.map(({ name }) => name)).toEqual(['This folder', '..', 'plans']);
    answer({ entry: entryNamed('This folder') });
    expect(await here).toBe(folder);
    const inner = chooser.choose(question('folder'));
    answer({ entry: entryNamed('plans') });
    expect(await inner).toBe(join(folder, 'plans'));
  });

  it('gives nothing when it is closed, or when another question takes its place', async () => {
    const closed = chooser.choose(question('open'));
    answer({});
    expect(await closed).toBeNull();
    const replaced = chooser.choose(question('open'));
    void chooser.choose(question('save'));
    expect(await replaced).toBeNull();
  });
});

describe('the chooser refuses', () => {
  it('an id it did not show, one of an earlier listing, and an answer to another question', () => {
    void chooser.choose(question('open'));
    const earlier = entryNamed('b.allot');
    expect(() => answer({ entry: '../../etc/passwd' })).toThrow('entries shown');
    expect(() => answer({ entry: '__proto__' })).toThrow('entries shown');
    answer({ entry: entryNamed('plans'), open: true });
    expect(() => answer({ entry: earlier })).toThrow('entries shown');
    expect(() => answer({ entry: earlier, id: 'other' })).toThrow('no longer open');
  });

  it.each(['../x.allot', 'a/b', 'a\\b', '..', '.', '', 'C:x', 'a\0b', 'a\nb', 'x'.repeat(201)])(
    'the name %j',
    (newName) => {
      void chooser.choose(question('save'));
      expect(() => answer({ newName })).toThrow('file name');
    },
  );

  it('a new name where a file is to be opened, a file as a folder, a folder as a file', () => {
    void chooser.choose(question('open'));
    expect(() => answer({ newName: 'b.allot' })).toThrow('entries shown');
    expect(() => answer({ entry: entryNamed('b.allot'), open: true })).toThrow('folder');
    expect(() => answer({ entry: entryNamed('plans') })).toThrow('Choose a file');
  });

  it('and stays open after a refusal', async () => {
    const chosen = chooser.choose(question('open'));
    expect(() => answer({ entry: 'nothing' })).toThrow();
    answer({ entry: entryNamed('b.allot') });
    expect(await chosen).toBe(join(folder, 'b.allot'));
  });
});
