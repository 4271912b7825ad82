import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const LINUX_NAMES = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
  'brave-browser',
];
const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'];
const WINDOWS_PROGRAMS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];

function candidates(): string[] {
  const chosen = process.env.ALLOT_BROWSER;
  const first = chosen ? [chosen] : [];
  if (process.platform === 'darwin') {
    return [...first, ...MAC_APPS.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)];
  }
  if (process.platform === 'win32') {
    const places = ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((name) => process.env[name] ?? []);
    return [...first, ...WINDOWS_PROGRAMS.flatMap((parts) => places.map((place) => join(place, ...parts)))];
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return [...first, ...LINUX_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))];
}

/** An installed browser of the Chromium family, which can show a page in a window of its own; null when there is none. */
export function findBrowser(): string | null {
  return candidates().find((path) => existsSync(path)) ?? null;
}
