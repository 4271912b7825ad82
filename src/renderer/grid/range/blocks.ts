import { type Block, heightOf, type Place, widthOf } from './Block.ts';

/** Rows and columns of a copy: what stands where they cross. */
export interface CrossedCells {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** Between two numbers that follow one another every block either covers the whole stretch or none of it. */
const edges = (numbers: readonly number[]): number[] => [...new Set(numbers)].sort((left, right) => left - right);

/** The same cells as blocks that share none, from the top down, so that a cell selected twice counts once. */
export function disjoint(blocks: readonly Block[]): Block[] {
  if (blocks.length <= 1) return [...blocks];
  const found: Block[] = [];
  const tops = edges(blocks.flatMap(({ top, bottom }) => [top, bottom + 1]));
  for (let at = 0; at + 1 < tops.length; at++) {
    const top = tops[at] as number;
    const bottom = (tops[at + 1] as number) - 1;
    const here = blocks.filter((block) => block.top <= top && block.bottom >= bottom);
    here.sort((left, right) => left.left - right.left);
    let end = -2;
    for (const { left, right } of here) {
      const last = found.at(-1);
      if (last && left <= end + 1) found[found.length - 1] = { ...last, right: Math.max(end, right) };
      else found.push({ top, bottom, left, right });
      end = Math.max(end, right);
    }
  }
  return found;
}

/** What is left of blocks without one of their cells. */
export function without(blocks: readonly Block[], { row, column }: Place): Block[] {
  return blocks.flatMap((block) => {
    const { top, left, bottom, right } = block;
    if (row < top || row > bottom || column < left || column > right) return [block];
    const parts: Block[] = [
      { top, bottom: row - 1, left, right },
      { top: row, bottom: row, left, right: column - 1 },
      { top: row, bottom: row, left: column + 1, right },
      { top: row + 1, bottom, left, right },
    ];
    return parts.filter((part) => heightOf(part) > 0 && widthOf(part) > 0);
  });
}

export const cellCount = (blocks: readonly Block[]): number =>
  disjoint(blocks).reduce((sum, block) => sum + heightOf(block) * widthOf(block), 0);

/** Blocks that can be copied as one table: all of the same rows, or all of the same columns. Null for any others. */
export function crossed(blocks: readonly Block[]): CrossedCells | null {
  const [first] = blocks;
  if (!first) return null;
  const run = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at);
  const rows = edges(blocks.flatMap(({ top, bottom }) => run(top, bottom)));
  const columns = edges(blocks.flatMap(({ left, right }) => run(left, right)));
  const haveSameRows = blocks.every(({ top, bottom }) => top === first.top && bottom === first.bottom);
  const haveSameColumns = blocks.every(({ left, right }) => left === first.left && right === first.right);
  return haveSameRows || haveSameColumns ? { rows, columns } : null;
}
