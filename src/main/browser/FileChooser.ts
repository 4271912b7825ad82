import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, sep } from 'node:path';
import { AllotError } from '../../shared/contract/errors.ts';
import type { Events, Params } from '../../shared/contract/requests.ts';
import type { FileQuestion } from '../window/FileQuestion.ts';

type AskFile = Events['ask/file'];

interface OpenQuestion {
  readonly id: string;
  readonly question: FileQuestion;
  folder: string;
  /** What each entry id of the last event stands for. A new event makes the old ids worthless. */
  entries: Map<string, { readonly path: string; readonly isFolder: boolean }>;
  /** A name the person typed that exists already; typing it again replaces it. */
  confirmedName: string | null;
  readonly settle: (path: string | null) => void;
}

/** Names that are a file's own and lead nowhere else, on every system. */
function isPlainName(name: string): boolean {
  return name.length > 0 && name.length <= 200 && !/[\\/:*?"<>|\p{Cc}]/u.test(name) && !/^\.+$/.test(name.trim());
}

/** The person's documents folder if there is one, else home. */
export function startFolder(home: string = homedir()): string {
  const documents = join(home, 'Documents');
  return existsSync(documents) ? documents : home;
}

/**
 * The loopback host's file dialog. A page in a browser cannot open one of the system's that gives a path, so the
 * host lists a folder and the window shows the list. The window only ever holds ids of entries it was shown; an id it
 * was not shown, or a name with a separator in it, is refused.
 *
 * An answer: `entry` with `open: true` goes into that folder; `entry` with `open: false` chooses it; `newName` names
 * a file (or new folder) in the folder shown; all three empty closes the question.
 */
export class FileChooser {
  private open: OpenQuestion | null = null;
  private lastFolder: string;
  private readonly show: (event: AskFile) => void;

  constructor(show: (event: AskFile) => void, folder: string = startFolder()) {
    this.show = show;
    this.lastFolder = folder;
  }

  /** Asks the person; a question still open is closed first, since the window shows one at a time. */
  choose(question: FileQuestion): Promise<string | null> {
    this.open?.settle(null);
    return new Promise((resolve) => {
      const settle = (path: string | null) => {
        this.open = null;
        resolve(path);
      };
      const folder = existsSync(this.lastFolder) ? this.lastFolder : startFolder();
      this.open = { id: randomUUID(), question, folder, entries: new Map(), confirmedName: null, settle };
      this.list(this.open, question.title);
    });
  }

  answer({ id, entry, newName, open }: Params<'ask/answer'>): void {
    const asked = this.open;
    if (!asked || asked.id !== id) throw new AllotError('question-over', 'This question is no longer open.');
    if (newName !== null) this.answerName(asked, newName);
    else if (entry === null) asked.settle(null);
    else if (open) this.enter(asked, entry);
    else this.pick(asked, entry);
  }

  private shown(asked: OpenQuestion, entry: string): { readonly path: string; readonly isFolder: boolean } {
    const shown = asked.entries.get(entry);
    if (!shown) throw new AllotError('entry-unknown', 'Choose one of the entries shown.');
    return shown;
  }

  private enter(asked: OpenQuestion, entry: string): void {
    const { path, isFolder } = this.shown(asked, entry);
    if (!isFolder) throw new AllotError('entry-no-folder', 'That is a file; choose a folder to look into.');
    const before = asked.folder;
    asked.folder = path;
    try {
      this.list(asked, asked.question.title);
    } catch (error) {
      asked.folder = before;
      throw error;
    }
  }

  private pick(asked: OpenQuestion, entry: string): void {
    const { path, isFolder } = this.shown(asked, entry);
    const wantsFolder = asked.question.purpose === 'folder';
    if (isFolder !== wantsFolder) {
      throw new AllotError('entry-wrong-kind', `Choose a ${wantsFolder ? 'folder' : 'file'}.`);
    }
    if (asked.question.purpose === 'save') this.answerName(asked, basename(path));
    else this.finish(asked, path);
  }

  private answerName(asked: OpenQuestion, newName: string): void {
    const { question } = asked;
    if (question.purpose === 'open') throw new AllotError('entry-unknown', 'Choose one of the entries shown.');
    if (!isPlainName(newName)) {
      throw new AllotError('name-refused', 'A file name cannot be empty or contain \\ / : * ? " < > |');
    }
    const extensions = question.kinds.flatMap((kind) => kind.extensions);
    const complete = extensions.some((extension) => newName.toLowerCase().endsWith(`.${extension}`));
    const name = complete || extensions.length === 0 ? newName : `${newName}.${extensions[0]}`;
    const path = join(asked.folder, name);
    if (existsSync(path) && question.purpose === 'save' && asked.confirmedName !== name) {
      asked.confirmedName = name;
      this.list(asked, `“${name}” exists already. Choose it again to replace it.`);
      return;
    }
    this.finish(asked, path);
  }

  private finish(asked: OpenQuestion, path: string): void {
    this.lastFolder = asked.folder;
    asked.settle(path);
  }

  private list(asked: OpenQuestion, title: string): void {
    const { question, folder } = asked;
    // Read first: if the folder cannot be read, the ids the window holds must stay good.
    const read = readFolder(folder, question);
    const shown: { entry: string; name: string; isFolder: boolean }[] = [];
    asked.entries = new Map();
    const add = (name: string, path: string, isFolder: boolean) => {
      const entry = randomUUID();
      asked.entries.set(entry, { path, isFolder });
      shown.push({ entry, name, isFolder });
    };
    if (question.purpose === 'folder') add('This folder', folder, true);
    if (dirname(folder) !== folder) add('..', dirname(folder), true);
    for (const { name, path, isFolder } of read) add(name, path, isFolder);
    this.show({
      id: asked.id,
      title,
      purpose: question.purpose,
      folder: folder.endsWith(sep) ? folder : folder + sep,
      suggestedName: asked.confirmedName ?? question.suggestedName,
      entries: shown,
    });
  }
}

/** Folders first, then files of the kinds asked for, both by name; hidden entries and unreadable ones are left out. */
function readFolder(folder: string, question: FileQuestion): { name: string; path: string; isFolder: boolean }[] {
  const extensions = question.kinds.flatMap((kind) => kind.extensions);
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    throw new AllotError('folder-unreadable', `The folder ${folder} cannot be read. Choose another.`);
  }
  const entries: { name: string; path: string; isFolder: boolean }[] = [];
  for (const name of names) {
    if (name.startsWith('.')) continue;
    const path = join(folder, name);
    let isFolder: boolean;
    try {
      isFolder = statSync(path).isDirectory();
    } catch {
      // A broken link or a file just deleted is not something to choose.
      continue;
    }
    const fits =
      extensions.length === 0 || extensions.some((extension) => name.toLowerCase().endsWith(`.${extension}`));
    if (isFolder || (fits && question.purpose !== 'folder')) entries.push({ name, path, isFolder });
  }
  return entries.sort((a, b) => Number(b.isFolder) - Number(a.isFolder) || a.name.localeCompare(b.name, 'en'));
}
