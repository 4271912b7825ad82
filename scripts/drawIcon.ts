import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { ROOT } from './paths.ts';

/**
 * Draws the icon: `node scripts/drawIcon.ts` writes build/icon.svg and build/icon.png, from which electron-builder makes the
 * rest. The mark is what the program does: one whole, and the three parts it is allotted to, as wide together as it.
 */
interface Block {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  readonly color: readonly [number, number, number];
}

const SIZE = 1024;
const PAPER = [246, 243, 234] as const;

const BLOCKS: readonly Block[] = [
  { x: 64, y: 64, width: 896, height: 896, radius: 208, color: [31, 77, 92] },
  { x: 232, y: 304, width: 560, height: 152, radius: 36, color: PAPER },
  { x: 232, y: 520, width: 256, height: 200, radius: 36, color: [127, 199, 176] },
  { x: 520, y: 520, width: 160, height: 200, radius: 36, color: [240, 193, 106] },
  { x: 712, y: 520, width: 80, height: 200, radius: 36, color: [229, 139, 112] },
];

function svg(): string {
  const shapes = BLOCKS.map(
    ({ x, y, width, height, radius, color }) =>
      `  <rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="rgb(${color.join(' ')})"/>`,
  );
  const open = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}" role="img" aria-label="Allot">`;
  return [open, ...shapes, '</svg>', ''].join('\n');
}

/** How far a point lies outside a block; negative inside. Half a pixel either way is the soft edge. */
function distance(block: Block, x: number, y: number): number {
  const { radius } = block;
  const dx = Math.abs(x - block.x - block.width / 2) - block.width / 2 + radius;
  const dy = Math.abs(y - block.y - block.height / 2) - block.height / 2 + radius;
  return Math.min(Math.max(dx, dy), 0) + Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) - radius;
}

function pixels(): Buffer {
  const rows = Buffer.alloc(SIZE * (SIZE * 4 + 1));
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      let [red, green, blue, alpha] = [0, 0, 0, 0];
      for (const block of BLOCKS) {
        const cover = Math.min(1, Math.max(0, 0.5 - distance(block, x + 0.5, y + 0.5)));
        const under = alpha * (1 - cover);
        const total = cover + under;
        if (total === 0) continue;
        red = (block.color[0] * cover + red * under) / total;
        green = (block.color[1] * cover + green * under) / total;
        blue = (block.color[2] * cover + blue * under) / total;
        alpha = total;
      }
      rows.set([red, green, blue, alpha * 255].map(Math.round), y * (SIZE * 4 + 1) + 1 + x * 4);
    }
  }
  return rows;
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

function png(): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIZE, 0);
  header.writeUInt32BE(SIZE, 4);
  // Eight bits each of red, green, blue and alpha.
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const image = deflateSync(pixels(), { level: 9 });
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', image), chunk('IEND', Buffer.alloc(0))]);
}

const folder = join(ROOT, 'build');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'icon.svg'), svg());
writeFileSync(join(folder, 'icon.png'), png());
