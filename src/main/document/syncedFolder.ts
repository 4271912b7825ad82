/** Path parts that file synchronisers make, as they appear on Windows, macOS and Linux. */
const SERVICES: readonly (readonly [RegExp, string])[] = [
  [/^OneDrive( - .+)?$|^OneDrive-.+$/i, 'OneDrive'],
  [/^Dropbox( \(.+\))?$/i, 'Dropbox'],
  [/^(Google ?Drive|GoogleDrive-.+|My Drive)$/i, 'Google Drive'],
  [/^(iCloud ?Drive|iCloud~.+|com~apple~CloudDocs)$/i, 'iCloud Drive'],
  [/^Box( Sync)?$/i, 'Box'],
];

/** The name of the service that synchronises this path, or null. */
export function syncServiceOf(path: string): string | null {
  const parts = path.split(/[\\/]/).slice(0, -1);
  for (const part of parts) {
    for (const [pattern, name] of SERVICES) if (pattern.test(part)) return name;
  }
  return null;
}

/** `\\server\share\…`, and what Linux desktops mount of it. Mapped drive letters cannot be told from local ones. */
export function isNetworkPath(path: string): boolean {
  return /^(\\\\|\/\/)[^\\/?.]/.test(path) || /^(\/run\/user\/\d+\/gvfs\/|\/net\/)/.test(path);
}

/** One sentence about where a document lies, or null for an ordinary folder. */
export function folderNotice(path: string): string | null {
  const service = syncServiceOf(path);
  if (service) {
    return `This document lies in a ${service} folder: Allot saves it whole and checks before each save that nobody else has, but let ${service} finish before another person opens it.`;
  }
  if (isNetworkPath(path)) {
    return 'This document lies on a network folder: Allot works on a local copy and writes the whole document back each time you save.';
  }
  return null;
}
