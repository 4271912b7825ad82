/** Names that Windows keeps for devices, whatever ending follows. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)$/i;
/** With a folder before it a path stays below what Windows takes, also where names are long. */
const LONGEST_NAME = 100;
/** File systems of Linux take 255 bytes a name, and letters of many scripts are three or four; an ending comes behind. */
const LONGEST_NAME_BYTES = 200;

/**
 * A file name of codes and names, safe on every system: no characters that Windows refuses, no device name, no dot or
 * space at the end, and never hidden. `0042 O'Hare / "Annex"` becomes `0042 O'Hare Annex`.
 */
export function safeFileName(text: string, instead: string): string {
  const plain = text
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what no file name may hold.
    .replaceAll(/[\u0000-\u001f\u007f<>:"/\\|?*\u2028\u2029]+/g, ' ')
    .replaceAll(/\s+/g, ' ');
  // Cut between whole characters, not within one.
  const short = shorten(plain.trim());
  const name = short.replace(/^[.~\s]+/, '').replace(/[.\s]+$/, '');
  if (name === '') return instead;
  const stem = name.split('.')[0] ?? '';
  return DEVICES.test(stem.trim()) ? `_${name}` : name;
}

function shorten(text: string): string {
  const encoder = new TextEncoder();
  let short = '';
  let bytes = 0;
  for (const character of Array.from(text).slice(0, LONGEST_NAME)) {
    bytes += encoder.encode(character).length;
    if (bytes > LONGEST_NAME_BYTES) break;
    short += character;
  }
  return short;
}

/** One name for each, no two the same to a file system that takes no notice of capital letters. */
export function distinctNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let distinct = name;
    for (let copy = 2; taken.has(distinct.toLowerCase()); copy++) distinct = `${name} (${copy})`;
    taken.add(distinct.toLowerCase());
    return distinct;
  });
}
