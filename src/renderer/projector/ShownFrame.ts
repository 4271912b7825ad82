import type { Mark } from '../../shared/pictures/Picture.ts';

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
  readonly marks: readonly Mark[];
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
