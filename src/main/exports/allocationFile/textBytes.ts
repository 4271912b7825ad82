import type { FileEncoding } from '../../../shared/allocationFile/AllocationTemplate.ts';
import { windows1252Byte } from '../../../shared/allocationFile/characters.ts';

const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** The bytes of a text. Every character has been found to be one of the encoding's own before. */
export function encodeText(text: string, encoding: FileEncoding): Buffer {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    case 'utf-8-bom':
      return Buffer.concat([MARK, Buffer.from(text, 'utf8')]);
    case 'ascii':
      return Buffer.from(text, 'latin1');
    case 'windows-1252': {
      const bytes = Buffer.alloc(text.length);
      for (let at = 0; at < text.length; at++) bytes[at] = windows1252Byte(text[at] as string);
      return bytes;
    }
  }
}

/**
 * The text of bytes, by the platform's own decoders; null where they are not of the encoding. A byte order mark must
 * be there exactly where the encoding has one.
 */
export function decodeBytes(bytes: Buffer, encoding: FileEncoding): string | null {
  const hasMark = bytes.subarray(0, MARK.length).equals(MARK);
  if (hasMark !== (encoding === 'utf-8-bom')) return null;
  if (encoding === 'windows-1252') return new TextDecoder('windows-1252').decode(bytes);
  if (encoding === 'ascii' && bytes.some((byte) => byte > 0x7e)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
