import { createElement, memo, type ReactNode } from 'react';
import type { Paint } from '../../shared/pictures/inks.ts';
import type { Picture } from '../../shared/pictures/Picture.ts';
import { patternNodes, type SvgNode, svgNodes } from '../../shared/pictures/svgNodes.ts';

/** Names of colours are tokens of `pictures.css`, so that a picture follows light and dark without being drawn anew. */
const windowPaint: Paint = (ink) => `var(--picture-${ink})`;

export interface PictureDrawingProps {
  readonly picture: Picture;
  /** Different for each drawing of a page. */
  readonly prefix: string;
}

/** The marks of a picture as SVG. Points of one look are one path, so an edit replaces a dozen attributes. */
export const PictureDrawing = memo(function PictureDrawing({ picture, prefix }: PictureDrawingProps) {
  return (
    <svg
      className="picture-drawing"
      width={picture.width}
      height={picture.height}
      viewBox={`0 0 ${picture.width} ${picture.height}`}
      aria-hidden="true"
    >
      {drawNode(patternNodes(prefix, windowPaint), 0)}
      {picture.marks.flatMap((mark) => svgNodes(mark, prefix, windowPaint)).map(drawNode)}
    </svg>
  );
});

function drawNode({ tag, attributes, text, children }: SvgNode, at: number): ReactNode {
  return createElement(tag, { key: at, ...attributes }, text ?? children?.map(drawNode));
}
