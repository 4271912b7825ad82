import type {
  BarMark,
  Mark,
  PathMark,
  Picture,
  PointsMark,
  SegmentsMark,
  TextMark,
} from '../../shared/pictures/Picture.ts';

/** Points as one list of numbers, x y r and so on: it crosses to the projector at once, however many they are. */
export interface PackedPoints extends Omit<PointsMark, 'at'> {
  readonly at: Float32Array;
}
export interface PackedGroup {
  readonly kind: 'group';
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly marks: readonly PackedMark[];
}
export type PackedMark = PathMark | BarMark | TextMark | SegmentsMark | PackedPoints | PackedGroup;

/** What the projector paints: marks alone, with nothing behind them that could be pointed at, opened or read out. */
export interface ShownFrame {
  /** Grows with each frame of a presentation. */
  readonly revision: number;
  /** Of the slide, counted from 0, and how many there are. */
  readonly slide: number;
  readonly slides: number;
  readonly appearance: 'light' | 'dark';
  readonly isBlank: boolean;
  readonly title: string;
  /** For people who do not see the picture. */
  readonly sentence: string;
  readonly width: number;
  readonly height: number;
  readonly marks: readonly PackedMark[];
}

/** What the window says to the projector. */
export type ToProjector =
  | { readonly kind: 'frame'; readonly frame: ShownFrame }
  /** An answer to `there`: somebody is at the controls. */
  | { readonly kind: 'here' }
  | { readonly kind: 'ended' }
  /** The window was closed or reloaded in the middle of a presentation. */
  | { readonly kind: 'gone' };

export type ProjectorKey = 'next' | 'previous' | 'first' | 'last' | 'blank' | 'escape';

/** What the projector says to the window. */
export type ToWindow =
  /** A projector has come and wants the frame of now. */
  | { readonly kind: 'hello' }
  /** Now and then: is the window still there? */
  | { readonly kind: 'there' }
  | { readonly kind: 'key'; readonly key: ProjectorKey }
  | { readonly kind: 'painted'; readonly revision: number }
  | { readonly kind: 'bye' };

export const channelName = (id: string): string => `allot-projector-${id}`;

/** The marks of a picture in the form in which they are sent and painted. */
export const packMarks = (marks: Picture['marks']): PackedMark[] => marks.map(packMark);

function packMark(mark: Mark): PackedMark {
  if (mark.kind === 'group') {
    const { kind, x, y, scale } = mark;
    return { kind, x, y, scale, marks: packMarks(mark.marks) };
  }
  if (mark.kind !== 'points') return mark;
  const { at, ...look } = mark;
  const numbers = new Float32Array(3 * at.length);
  for (let point = 0; point < at.length; point++) {
    const { x, y, r } = at[point]!;
    numbers[3 * point] = x;
    numbers[3 * point + 1] = y;
    numbers[3 * point + 2] = r;
  }
  return { ...look, at: numbers };
}
