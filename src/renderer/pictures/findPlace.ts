import { Delaunay } from 'd3-delaunay';
import type { Place } from '../../shared/pictures/Picture.ts';

/** The nearest place to a point, if it is within that place's reach. The triangles are made when first asked for. */
export function findPlace(places: readonly Place[]): (x: number, y: number) => number | null {
  let triangles: Delaunay<Place> | null = null;
  let last = 0;
  return (x, y) => {
    if (places.length === 0) return null;
    triangles ??= Delaunay.from(
      places,
      (place) => place.x,
      (place) => place.y,
    );
    last = triangles.find(x, y, last);
    const place = places[last];
    if (!place) {
      last = 0;
      return null;
    }
    return Math.hypot(place.x - x, place.y - y) <= place.reach ? last : null;
  };
}

/** The place that a key leads to: the next along or across, or the ends. Null for other keys. */
export function nextPlace(places: readonly Place[], from: number | null, key: string): number | null {
  const steps: Readonly<Record<string, readonly ['x' | 'y', number]>> = {
    ArrowRight: ['x', 1],
    ArrowLeft: ['x', -1],
    ArrowUp: ['y', -1],
    ArrowDown: ['y', 1],
    Home: ['x', Number.NEGATIVE_INFINITY],
    End: ['x', Number.POSITIVE_INFINITY],
  };
  const step = steps[key];
  if (!step || places.length === 0) return null;
  const [axis, by] = step;
  const other = axis === 'x' ? 'y' : 'x';
  const order = [...places.keys()].sort(
    (a, b) => places[a]![axis] - places[b]![axis] || places[a]![other] - places[b]![other] || a - b,
  );
  if (from === null || from >= places.length)
    return order[by > 0 && Number.isFinite(by) ? 0 : by < 0 ? 0 : order.length - 1] ?? null;
  const at = Math.min(order.length - 1, Math.max(0, order.indexOf(from) + by));
  return order[at] ?? null;
}

/** The places in a frame, whichever corner it was drawn from. */
export function placesWithin(
  places: readonly Place[],
  frame: { readonly fromX: number; readonly fromY: number; readonly toX: number; readonly toY: number },
): Place[] {
  const [left, right] = [Math.min(frame.fromX, frame.toX), Math.max(frame.fromX, frame.toX)];
  const [top, bottom] = [Math.min(frame.fromY, frame.toY), Math.max(frame.fromY, frame.toY)];
  return places.filter(({ x, y }) => x >= left && x <= right && y >= top && y <= bottom);
}
