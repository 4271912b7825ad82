import type { Mark, PictureTable, Place, PlaceText } from '../pictures/Picture.ts';

/** What a kind of slide gives: the frame round it is the same for all. Places and marks are units of the whole slide. */
export interface SlideBody {
  /** What the slide is called where the director has given it no title. */
  readonly title: string;
  /** What it says, or why there is nothing to see. Cut to two lines of the slide, whole in the text alternative. */
  readonly sentence: string;
  /** Into how many lines it is cut on the slide; two without it. */
  readonly sentenceLines?: 1 | 2;
  /** The marks say it already, so that it is not drawn above them. */
  readonly isSentenceInMarks?: boolean;
  /** Further sentences of the text alternative. */
  readonly description?: string;
  readonly marks: readonly Mark[];
  readonly notes?: readonly string[];
  readonly table: () => PictureTable;
  readonly places?: readonly Place[];
  readonly placeText?: (place: number) => PlaceText;
}

const NO_TABLE: PictureTable = { columns: [], rows: [] };

/** A slide that has nothing to show, and says why. */
export function emptySlide(title: string, sentence: string): SlideBody {
  return { title, sentence, marks: [], table: () => NO_TABLE };
}
