import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { AllotError } from '../../shared/contract/errors.ts';
import type { PictureRow } from '../../shared/model/rows.ts';

/** What base64 of it fits into a document (LIMITS.pictureLength). */
const MOST_BYTES = 500_000;
/** More would be work for every page that shows it, and no sharper in print. */
const MOST_PIXELS = 4_000;

/**
 * Reads a picture for the document: PNG or JPEG by its first bytes, whatever its name says, within limits of bytes and
 * pixels. The picture itself is never decoded here.
 */
export async function readPicture(path: string): Promise<Omit<PictureRow, 'name'>> {
  const bytes = await readSmall(path);
  const size = pngSize(bytes) ?? jpegSize(bytes);
  const name = basename(path);
  if (!size) {
    throw new AllotError(
      'picture-unknown',
      `“${name}” is neither a PNG nor a JPEG picture, so it was not taken. Save it as PNG and try again.`,
    );
  }
  if (!(size.width > 0 && size.height > 0 && size.width <= MOST_PIXELS && size.height <= MOST_PIXELS)) {
    throw new AllotError(
      'picture-too-large',
      `“${name}” has ${size.width.toLocaleString('en-US')} × ${size.height.toLocaleString('en-US')} pixels; at most ${MOST_PIXELS.toLocaleString('en-US')} each way can be taken. Make it smaller and try again.`,
    );
  }
  return { mediaType: size.mediaType, data: bytes.toString('base64') };
}

async function readSmall(path: string): Promise<Buffer> {
  const name = basename(path);
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      if (size > MOST_BYTES) {
        throw new AllotError(
          'picture-too-large',
          `“${name}” has ${Math.ceil(size / 1_000).toLocaleString('en-US')} kB; at most 500 kB can be taken. Make it smaller and try again.`,
        );
      }
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof AllotError) throw error;
    throw new AllotError('picture-unreadable', `“${name}” could not be read, so the picture is as it was.`);
  }
}

interface PictureSize {
  readonly mediaType: PictureRow['mediaType'];
  readonly width: number;
  readonly height: number;
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export function pngSize(bytes: Buffer): PictureSize | null {
  if (bytes.length < 33 || !bytes.subarray(0, 8).equals(PNG) || bytes.toString('latin1', 12, 16) !== 'IHDR')
    return null;
  return { mediaType: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** The size stands in the frame header, behind any number of other segments. */
export function jpegSize(bytes: Buffer): PictureSize | null {
  if (bytes.length < 12 || bytes[0] !== 0xff || bytes[1] !== 0xd8 || bytes[2] !== 0xff) return null;
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] as number;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame)
      return { mediaType: 'image/jpeg', width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}
