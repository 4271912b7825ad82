import type { Picture } from '../../shared/pictures/Picture.ts';
import { wrapText } from '../../shared/pictures/textWidth.ts';
import { SLIDE_HEIGHT, SLIDE_WIDTH } from '../../shared/slides/sheet.ts';
import type { ShownFrame } from '../projector/ShownFrame.ts';

type About = Pick<ShownFrame, 'revision' | 'slide' | 'slides' | 'appearance' | 'isBlank'>;

/** A picture as a frame. Of a blank one nothing is sent, not even what it would be called. */
export function pictureFrame(about: About, picture: Picture): ShownFrame {
  const { width, height } = picture;
  if (about.isBlank) return { ...about, title: '', sentence: '', width, height, marks: [] };
  const { title, description, marks } = picture;
  return { ...about, title, sentence: description, width, height, marks };
}

const SIZE = 48;

/** A sentence where there is nothing to draw. */
export function sentenceFrame(about: About, sentence: string): ShownFrame {
  const lines = wrapText(sentence, SLIDE_WIDTH - 240, SIZE);
  const top = SLIDE_HEIGHT / 2 - ((lines.length - 1) * SIZE * 1.4) / 2;
  const marks = lines.map((text, at) => ({
    kind: 'text' as const,
    x: SLIDE_WIDTH / 2,
    y: top + at * SIZE * 1.4,
    text,
    size: SIZE,
    ink: 'ink2' as const,
    anchor: 'middle' as const,
  }));
  return { ...about, title: sentence, sentence, width: SLIDE_WIDTH, height: SLIDE_HEIGHT, marks };
}
