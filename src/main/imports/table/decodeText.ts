import type { TextEncodingName } from '../../../shared/assistant/RawTable.ts';
import { refuse } from '../WorkbookUnreadable.ts';

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncodingName;
}

/** Bytes looked at to tell UTF-16 without its mark from other encodings. */
const SAMPLE_BYTES = 4_096;

/** Windows-1252 where it differs from Latin-1: the characters of bytes 0x80 to 0x9f; five bytes stand for nothing. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const SAVE_AGAIN = 'save it as “CSV UTF-8” in your spreadsheet program.';

/**
 * The text of a file. The rules, in this order:
 * 1. a byte order mark decides (UTF-8, UTF-16 LE, UTF-16 BE);
 * 2. zero bytes at nearly every second place are UTF-16 without its mark;
 * 3. bytes that are UTF-8 throughout are UTF-8;
 * 4. bytes that are UTF-8 nowhere beyond ASCII are Windows-1252, what a spreadsheet on Windows saves as plain CSV;
 * 5. anything else mixes encodings, or is no text, and is refused with its line: a guess would change names silently.
 */
export function decodeText(bytes: Buffer): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes.subarray(2), 'UTF-16 LE');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes.subarray(2), 'UTF-16 BE');
  const unmarked = unmarkedUtf16(bytes);
  if (unmarked) return utf16(bytes, unmarked);
  const zero = bytes.indexOf(0);
  if (zero >= 0) refuse(`it is not a text file (line ${lineAt(bytes, zero)}); ${SAVE_AGAIN}`);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    return windows1252(bytes);
  }
}

/**
 * The text of a file in the encoding a person has chosen, whatever the file looks like. It is refused where a byte
 * stands for no character of that encoding; a mark at its beginning is no part of the text.
 */
export function decodeTextAs(bytes: Buffer, encoding: TextEncodingName): DecodedText {
  if (encoding === 'UTF-16 LE' || encoding === 'UTF-16 BE') {
    const mark = encoding === 'UTF-16 LE' ? [0xff, 0xfe] : [0xfe, 0xff];
    const isMarked = bytes[0] === mark[0] && bytes[1] === mark[1];
    return utf16(isMarked ? bytes.subarray(2) : bytes, encoding);
  }
  const zero = bytes.indexOf(0);
  if (zero >= 0) refuse(`line ${lineAt(bytes, zero)} holds a character that is no text in ${encoding}.`);
  if (encoding === 'Windows-1252') return fromWindows1252(bytes);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding };
  } catch {
    const line = lineAt(bytes, findUtf8Sequences(bytes).invalid);
    return refuse(`line ${line} holds a character that is no UTF-8; choose another encoding.`);
  }
}

function unmarkedUtf16(bytes: Buffer): TextEncodingName | null {
  const length = Math.min(bytes.length, SAMPLE_BYTES) & ~1;
  if (length < 4 || bytes.length % 2 !== 0) return null;
  const zeros = [0, 0];
  for (let at = 0; at < length; at++) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] as number) + 1;
  const [even, odd] = zeros as [number, number];
  const most = length / 2;
  if (odd > most * 0.7 && even < most * 0.05) return 'UTF-16 LE';
  return even > most * 0.7 && odd < most * 0.05 ? 'UTF-16 BE' : null;
}

function utf16(bytes: Buffer, encoding: 'UTF-16 LE' | 'UTF-16 BE' | TextEncodingName): DecodedText {
  if (bytes.length % 2 !== 0) refuse(`its last line is cut off in the middle of a character; ${SAVE_AGAIN}`);
  const little = encoding === 'UTF-16 LE' ? bytes : Buffer.from(bytes).swap16();
  const text = little.toString('utf16le');
  if (!text.isWellFormed()) {
    const lines = text.split('\n');
    const line = lines.findIndex((candidate) => !candidate.isWellFormed()) + 1;
    refuse(`line ${line} holds half a character; ${SAVE_AGAIN}`);
  }
  return { text, encoding };
}

function windows1252(bytes: Buffer): DecodedText {
  const found = findUtf8Sequences(bytes);
  if (found.valid >= 0) {
    refuse(
      `it mixes encodings: line ${lineAt(bytes, found.valid)} is UTF-8, line ${lineAt(bytes, found.invalid)} is not; ${SAVE_AGAIN}`,
    );
  }
  return fromWindows1252(bytes);
}

function fromWindows1252(bytes: Buffer): DecodedText {
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if (byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 || byte === 0x9d) {
      refuse(`line ${lineAt(bytes, at)} holds a character that no known encoding has; ${SAVE_AGAIN}`);
    }
  }
  const text = bytes
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80] as string);
  return { text, encoding: 'Windows-1252' };
}

/** Places of the first well-formed UTF-8 sequence beyond ASCII and of the first byte that is in none; −1 without. */
function findUtf8Sequences(bytes: Buffer): { valid: number; invalid: number } {
  let valid = -1;
  let invalid = -1;
  for (let at = 0; at < bytes.length && (valid < 0 || invalid < 0); ) {
    const byte = bytes[at] as number;
    if (byte < 0x80) {
      at++;
      continue;
    }
    const length = byte >= 0xf0 && byte <= 0xf4 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0;
    let isSequence = length > 0 && byte <= 0xf4 && at + length <= bytes.length;
    for (let next = 1; isSequence && next < length; next++) isSequence = ((bytes[at + next] as number) & 0xc0) === 0x80;
    if (isSequence) {
      if (valid < 0) valid = at;
      at += length;
    } else {
      if (invalid < 0) invalid = at;
      at++;
    }
  }
  return { valid, invalid };
}

/** The line of a byte, counted from 1. */
function lineAt(bytes: Buffer, place: number): number {
  let line = 1;
  for (let at = bytes.indexOf(10); at >= 0 && at < place; at = bytes.indexOf(10, at + 1)) line++;
  return line;
}
