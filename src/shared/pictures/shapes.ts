import type { Shape } from './Picture.ts';

export const SHAPES: readonly Shape[] = ['circle', 'square', 'triangle', 'diamond', 'cross', 'kite'];
export const shapeAt = (at: number): Shape => SHAPES[at % SHAPES.length] ?? 'circle';

/** A tenth of a pixel is finer than any screen or print shows. */
export const tenth = (value: number): string => String(Math.round(value * 10) / 10);

const arcs = new Map<number, string>();

/** Two half circles. Radii are tenths of a pixel up to a dozen, so there are few of them, written once. */
function circleArcs(r: number): string {
  let text = arcs.get(r);
  if (text === undefined) {
    const [once, twice] = [tenth(r), tenth(2 * r)];
    text = `a${once} ${once} 0 1 0 ${twice} 0a${once} ${once} 0 1 0 -${twice} 0Z`;
    arcs.set(r, text);
  }
  return text;
}

/** The outline of a shape about as large to the eye as a circle of radius `r`. */
export function shapePath(shape: Shape, x: number, y: number, r: number): string {
  const move = (...points: readonly (readonly [number, number])[]): string =>
    `M${points.map(([dx, dy]) => `${tenth(x + dx)} ${tenth(y + dy)}`).join('L')}Z`;
  switch (shape) {
    case 'circle': {
      const start = Math.round(r * 10) / 10;
      return `M${tenth(x - start)} ${tenth(y)}${circleArcs(start)}`;
    }
    case 'square': {
      const half = r * 0.88;
      return move([-half, -half], [half, -half], [half, half], [-half, half]);
    }
    case 'triangle':
      return move([0, -1.25 * r], [1.12 * r, 0.75 * r], [-1.12 * r, 0.75 * r]);
    case 'diamond':
      return move([0, -1.25 * r], [1.25 * r, 0], [0, 1.25 * r], [-1.25 * r, 0]);
    case 'kite':
      return move([0, 1.25 * r], [1.12 * r, -0.75 * r], [-1.12 * r, -0.75 * r]);
    case 'cross': {
      const [a, b] = [r * 1.15, r * 0.42];
      return move(
        [-b, -a],
        [b, -a],
        [b, -b],
        [a, -b],
        [a, b],
        [b, b],
        [b, a],
        [-b, a],
        [-b, b],
        [-a, b],
        [-a, -b],
        [-b, -b],
      );
    }
  }
}
