import { type Block, heightOf, type Place, widthOf } from '../range/Block.ts';

/** A drag of the fill handle: what stands (`seed`), and the block it is drawn out to in one direction. */
export interface Fill {
  readonly seed: Block;
  readonly target: Block;
  readonly direction: 'down' | 'up' | 'right' | 'left';
}

/** The handle goes one way at a time: along whichever edge the pointer is farther beyond. Null inside the block. */
export function fillTowards(seed: Block, pointer: Place): Fill | null {
  const down = pointer.row - seed.bottom;
  const up = seed.top - pointer.row;
  const right = pointer.column - seed.right;
  const left = seed.left - pointer.column;
  const most = Math.max(down, up, right, left);
  if (most <= 0) return null;
  if (down === most) return { seed, direction: 'down', target: { ...seed, top: seed.bottom + 1, bottom: pointer.row } };
  if (up === most) return { seed, direction: 'up', target: { ...seed, top: pointer.row, bottom: seed.top - 1 } };
  if (right === most)
    return { seed, direction: 'right', target: { ...seed, left: seed.right + 1, right: pointer.column } };
  return { seed, direction: 'left', target: { ...seed, left: pointer.column, right: seed.left - 1 } };
}

/** Ctrl+D: the first row over the rest. From one row, the row above over it. Null at the very top. */
export function fillDownOf(block: Block): Fill | null {
  const isOneRow = heightOf(block) === 1;
  if (isOneRow && block.top === 0) return null;
  const row = isOneRow ? block.top - 1 : block.top;
  return {
    seed: { ...block, top: row, bottom: row },
    target: { ...block, top: row + 1 },
    direction: 'down',
  };
}

/** Ctrl+R: the first column over the rest. From one column, the column to its left over it. */
export function fillRightOf(block: Block): Fill | null {
  const isOneColumn = widthOf(block) === 1;
  if (isOneColumn && block.left === 0) return null;
  const column = isOneColumn ? block.left - 1 : block.left;
  return {
    seed: { ...block, left: column, right: column },
    target: { ...block, left: column + 1 },
    direction: 'right',
  };
}

/** The lines of cells a fill runs along, each from the seed outwards: seeds first, then the places to be filled. */
export function linesOf({ seed, target, direction }: Fill): { seeds: Place[]; places: Place[] }[] {
  const lines: { seeds: Place[]; places: Place[] }[] = [];
  const isVertical = direction === 'down' || direction === 'up';
  const isBackward = direction === 'up' || direction === 'left';
  const [from, to] = isVertical ? [seed.left, seed.right] : [seed.top, seed.bottom];
  for (let across = from; across <= to; across++) {
    const run = (first: number, last: number): Place[] => {
      const places: Place[] = [];
      for (let at = first; at <= last; at++)
        places.push(isVertical ? { row: at, column: across } : { row: across, column: at });
      return isBackward ? places.reverse() : places;
    };
    lines.push({
      seeds: isVertical ? run(seed.top, seed.bottom) : run(seed.left, seed.right),
      places: isVertical ? run(target.top, target.bottom) : run(target.left, target.right),
    });
  }
  return lines;
}
