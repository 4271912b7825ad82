import { hash } from 'node:crypto';
import type { ModelRows, RowOp } from '../../shared/model/Model.ts';
import type { TableName } from '../../shared/model/rows.ts';
import { TABLE_NAMES, TABLES } from '../../shared/model/tables.ts';

const LANES = 4;
const NAMES = Object.fromEntries(
  TABLE_NAMES.map((table) => [table, TABLES[table].columns.map(({ name }) => name)]),
) as unknown as Readonly<Record<TableName, readonly string[]>>;

const NUMBER = 1;
const TEXT = 2;

/**
 * One number of 128 bits for all rows of a document: the sum of a fingerprint of each row, in four lanes of 32 bits. The
 * order of rows makes no difference, and a change moves it by its own rows alone, so that it is kept with every edit
 * and still says whether any row of the document was touched by another program. Texts go in by their SHA-256, worked
 * out once for each text; with the numbers they are mixed as in MurmurHash, because a large district has tens of
 * thousands of rows to look at while a person waits for it to open. It finds what was done to a file; it is no
 * signature, and a stronger mixing would not make it one.
 *
 * Empty columns are left out, so that a table may gain a column that is empty in older rows.
 */
export class RowsDigest {
  readonly #sum = new Uint32Array(LANES);
  readonly #row = new Int32Array(LANES);
  readonly #texts = new Map<string, Int32Array>();

  static of(rows: ModelRows): RowsDigest {
    const digest = new RowsDigest();
    for (const table of TABLE_NAMES) for (const row of rows[table]) digest.add(table, row);
    return digest;
  }

  static fromText(text: string): RowsDigest {
    const digest = new RowsDigest();
    for (let lane = 0; lane < LANES; lane++) {
      digest.#sum[lane] = Number.parseInt(text.slice(lane * 8, lane * 8 + 8), 16);
    }
    return digest;
  }

  add(table: TableName, row: object): void {
    this.#fingerprint(table, row);
    for (let lane = 0; lane < LANES; lane++)
      this.#sum[lane] = (this.#sum[lane] as number) + (this.#row[lane] as number);
  }

  remove(table: TableName, row: object): void {
    this.#fingerprint(table, row);
    for (let lane = 0; lane < LANES; lane++)
      this.#sum[lane] = (this.#sum[lane] as number) - (this.#row[lane] as number);
  }

  apply(ops: readonly RowOp[]): void {
    for (const { table, before, after } of ops) {
      if (before) this.remove(table, before);
      if (after) this.add(table, after);
    }
  }

  /** 32 hexadecimal digits. */
  toText(): string {
    return Array.from(this.#sum, (lane) => lane.toString(16).padStart(8, '0')).join('');
  }

  /** Leaves the fingerprint of a row in `#row`. */
  #fingerprint(table: TableName, row: object): void {
    const lanes = this.#row;
    lanes.set(this.#wordsOf(table));
    const values = row as Readonly<Record<string, string | number | null>>;
    const names = NAMES[table];
    for (let column = 0; column < names.length; column++) {
      const value = values[names[column] as string];
      if (value === null || value === undefined) continue;
      if (typeof value === 'number') {
        const high = Math.floor(value / 0x1_0000_0000);
        mix(lanes, column * 4 + NUMBER, value | 0, high | 0, 0, 0);
      } else {
        const words = this.#wordsOf(String(value));
        mix(lanes, column * 4 + TEXT, words[0] as number, words[1] as number, words[2] as number, words[3] as number);
      }
    }
    for (let lane = 0; lane < LANES; lane++) lanes[lane] = avalanche(lanes[lane] as number);
    spread(lanes);
    spread(lanes);
  }

  #wordsOf(text: string): Int32Array {
    let words = this.#texts.get(text);
    if (!words) {
      const bytes = hash('sha256', text, 'buffer');
      words = Int32Array.from({ length: LANES }, (_, at) => bytes.readInt32LE(at * 4));
      this.#texts.set(text, words);
    }
    return words;
  }
}

const turned = (value: number, by: number): number => (value << by) | (value >>> (32 - by));

/** One value into the lanes, each lane with a factor of its own and with what its neighbour has become. */
function mix(lanes: Int32Array, place: number, one: number, two: number, three: number, four: number): void {
  const first = Math.imul(
    turned((lanes[0] as number) ^ Math.imul(one ^ place, 0x239b961b), 15) + (lanes[1] as number),
    5,
  );
  const second = Math.imul(
    turned((lanes[1] as number) ^ Math.imul(two ^ place, 0x38b34ae5), 17) + (lanes[2] as number),
    5,
  );
  const third = Math.imul(
    turned((lanes[2] as number) ^ Math.imul(three ^ first, 0xa1e38b93), 13) + (lanes[3] as number),
    5,
  );
  const fourth = Math.imul(turned((lanes[3] as number) ^ Math.imul(four ^ second, 0xab0e9789), 18) + first, 5);
  lanes[0] = first + 0x561ccd1b;
  lanes[1] = second + 0x0bcaa747;
  lanes[2] = third + 0x96cd1c35;
  lanes[3] = fourth + 0x32ac3b17;
}

function avalanche(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** Every lane takes something of every other. */
function spread(lanes: Int32Array): void {
  for (let lane = 0; lane < LANES; lane++) {
    lanes[lane] = avalanche((lanes[lane] as number) + turned(lanes[(lane + 1) % LANES] as number, 11));
  }
}
