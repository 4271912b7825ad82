import type { PictureSize, Place, PlaceText } from '../../shared/pictures/Picture.ts';

export interface PictureTipProps {
  readonly text: PlaceText;
  readonly place: Place;
  readonly size: PictureSize;
  readonly hint: string | undefined;
}

const GAP = 14;

/** The numbers of a place beside it, on the side where there is room. */
export function PictureTip({ text, place, size, hint }: PictureTipProps) {
  const isLeft = place.x > size.width / 2;
  const isAbove = place.y > size.height / 2;
  return (
    <div
      className="picture-tip"
      aria-hidden="true"
      style={{
        ...(isLeft ? { right: size.width - place.x + GAP } : { left: place.x + GAP }),
        ...(isAbove ? { bottom: size.height - place.y + GAP } : { top: place.y + GAP }),
      }}
    >
      <strong>{text.title}</strong>
      <dl>
        {text.lines.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {hint ? <small>{hint}</small> : null}
    </div>
  );
}
