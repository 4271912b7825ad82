import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPicture } from '../../../src/main/handlers/pictureFile.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

function png(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(64);
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]).copy(bytes);
  bytes.write('IHDR', 12, 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

function jpeg(width: number, height: number): Buffer {
  const frame = Buffer.from([0xff, 0xc0, 0, 17, 8, 0, 0, 0, 0, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0]), frame]);
}

async function read(bytes: Buffer, name = 'logo.png'): Promise<string> {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, bytes);
  return readPicture(path).then(
    ({ mediaType, data }) => {
      expect(Buffer.from(data, 'base64').equals(bytes)).toBe(true);
      return mediaType;
    },
    (error: { code: string }) => error.code,
  );
}

test('a picture is taken for what its bytes are, not for what its name says', async () => {
  expect(await read(png(300, 200), 'logo.jpg')).toBe('image/png');
  expect(await read(jpeg(300, 200), 'logo.png')).toBe('image/jpeg');
  expect(await read(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'))).toBe('picture-unknown');
  expect(await read(Buffer.from('GIF89a'))).toBe('picture-unknown');
  expect(await read(Buffer.alloc(0))).toBe('picture-unknown');
  expect(await read(png(300, 200).subarray(0, 20))).toBe('picture-unknown');
});

test('a picture too large in bytes or pixels is refused, at the limit it is taken', async () => {
  expect(await read(png(4_000, 4_000))).toBe('image/png');
  expect(await read(png(4_001, 10))).toBe('picture-too-large');
  expect(await read(jpeg(10, 60_000))).toBe('picture-too-large');
  expect(await read(png(0, 10))).toBe('picture-too-large');
  expect(await read(Buffer.concat([png(10, 10), Buffer.alloc(500_000 - 64)]))).toBe('image/png');
  expect(await read(Buffer.concat([png(10, 10), Buffer.alloc(500_001 - 64)]))).toBe('picture-too-large');
});
