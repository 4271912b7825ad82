import type { Ink } from './inks.ts';

export type Shape = 'circle' | 'square' | 'triangle' | 'diamond' | 'cross' | 'kite';
/** What lies over the colour of an area, so that it is known in grey as well. */
export type Pattern = 'plain' | 'hatch' | 'dots' | 'steep';

export interface PathMark {
  readonly kind: 'path';
  readonly d: string;
  readonly stroke?: Ink;
  readonly width?: number;
  readonly fill?: Ink;
  readonly opacity?: number;
  /** Lengths of strokes and gaps: `5 4`. */
  readonly dash?: string;
}
export interface BarMark {
  readonly kind: 'bar';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill?: Ink;
  readonly stroke?: Ink;
  readonly pattern?: Pattern;
  readonly dash?: string;
  readonly opacity?: number;
}
export interface TextMark {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly ink: Ink;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly isBold?: boolean;
  /** A rim in the colour of the ground, so that it is read over points and lines. */
  readonly hasHalo?: boolean;
}
/**
 * Points of one look are one mark: thousands of them are then one element, repainted within a frame. Middle and radius
 * of each, `x y r`, and so on; the last lies on top.
 */
export interface PointsMark {
  readonly kind: 'points';
  readonly shape: Shape;
  readonly ink: Ink;
  readonly isSolid: boolean;
  readonly opacity?: number;
  readonly at: Float32Array;
}
/** Straight lines of one look, from where to where: `x0 y0 x1 y1`, and so on. Of thousands each is drawn by itself. */
export interface SegmentsMark {
  readonly kind: 'segments';
  readonly stroke: Ink;
  readonly width: number;
  readonly opacity: number;
  readonly at: Float32Array;
}
/** Marks of a sheet of their own, moved and then enlarged together: a picture within a slide. */
export interface GroupMark {
  readonly kind: 'group';
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly marks: readonly Mark[];
}
export type Mark = PathMark | BarMark | TextMark | PointsMark | SegmentsMark | GroupMark;

/** The part of a picture between its axes. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Something of a picture that can be pointed at: a school, a bar. */
export interface Place {
  readonly x: number;
  readonly y: number;
  /** How far the pointer may be from it, in pixels. */
  readonly reach: number;
  /** Codes of the schools that it stands for. */
  readonly schools: readonly string[];
}

/** What is told of a place. */
export interface PlaceText {
  readonly title: string;
  readonly lines: readonly (readonly [label: string, value: string])[];
}

export interface TableColumn {
  readonly label: string;
  /** How its numbers are read by people; a column without it holds text. */
  readonly write?: (value: number) => string;
}

/** The numbers behind a picture. NaN is a value that does not exist. */
export interface PictureTable {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/**
 * A picture, described once and drawn twice: in the window, and as a file. Places of marks are pixels of a sheet of
 * `width` × `height`; nothing in it knows of a screen.
 */
export interface Picture {
  /** `need-and-spending`; part of file names. */
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  /** What it says, in one sentence; or why there is nothing to draw. */
  readonly sentence: string;
  /** What a person who does not see it has to know: the sentence of the picture, and what it shows. */
  readonly description: string;
  readonly width: number;
  readonly height: number;
  readonly frame: Frame;
  readonly marks: readonly Mark[];
  readonly places: readonly Place[];
  readonly placeText: (place: number) => PlaceText;
  readonly notes: readonly string[];
  readonly table: () => PictureTable;
}

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}
