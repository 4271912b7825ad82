import { type KeyboardEvent, type PointerEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Picture, PictureSize } from '../../shared/pictures/Picture.ts';
import { findPlace, nextPlace, placesWithin } from './findPlace.ts';
import { PictureDrawing } from './PictureDrawing.tsx';
import { PictureTip } from './PictureTip.tsx';
import './pictures.css';

export interface PictureViewProps {
  readonly picture: Picture;
  readonly onSize: (size: PictureSize) => void;
  /** What Enter and a click do with a place; without it places only tell. */
  readonly onOpen?: (schools: readonly string[]) => void;
  /** Told at the foot of the tip: `Enter goes to the school`. */
  readonly openHint?: string;
  /** A frame was drawn around places; null where it held none. */
  readonly onBrush?: (schools: readonly string[] | null) => void;
}

interface Brush {
  readonly fromX: number;
  readonly fromY: number;
  readonly toX: number;
  readonly toY: number;
}

/** So far the pointer may move before a click becomes a frame. */
const BRUSH_FROM = 5;

/**
 * A picture in the window. Pointing at a place tells it; the arrow keys go from place to place, left and right along
 * the axis, up and down by amount; Enter or a click opens it; dragging a frame picks the schools in it; Esc lets go.
 */
export function PictureView({ picture, onSize, onOpen, openHint, onBrush }: PictureViewProps) {
  const id = useId();
  const stage = useRef<HTMLElement>(null);
  const [active, setActive] = useState<number | null>(null);
  const [isByKey, setByKey] = useState(false);
  const [brush, setBrush] = useState<Brush | null>(null);
  const pressed = useRef<{ x: number; y: number } | null>(null);
  useMeasured(stage, onSize);
  const find = useMemo(() => findPlace(picture.places), [picture.places]);
  const place = active === null ? undefined : picture.places[active];
  const told = useMemo(
    () => (active === null || !picture.places[active] ? null : picture.placeText(active)),
    [picture, active],
  );

  const spot = (event: PointerEvent<HTMLElement>): { x: number; y: number } => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const move = (event: PointerEvent<HTMLElement>): void => {
    const at = spot(event);
    const from = pressed.current;
    if (from && onBrush && (brush || Math.hypot(at.x - from.x, at.y - from.y) > BRUSH_FROM)) {
      setBrush({ fromX: from.x, fromY: from.y, toX: at.x, toY: at.y });
      setActive(null);
      return;
    }
    setByKey(false);
    setActive(find(at.x, at.y));
  };
  const press = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return;
    pressed.current = spot(event);
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const release = (event: PointerEvent<HTMLElement>): void => {
    const from = pressed.current;
    pressed.current = null;
    if (brush) {
      const inside = placesWithin(picture.places, brush);
      setBrush(null);
      onBrush?.(inside.length > 0 ? inside.flatMap(({ schools }) => schools) : null);
      return;
    }
    if (!from) return;
    const at = find(from.x, from.y);
    if (at !== null) onOpen?.(picture.places[at]?.schools ?? []);
    else if (event.type === 'pointerup') onBrush?.(null);
  };
  const letGo = (): void => {
    pressed.current = null;
    setBrush(null);
    setActive(null);
  };
  const key = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape' && (active !== null || brush)) {
      event.stopPropagation();
      letGo();
    } else if (event.key === 'Enter' && place) onOpen?.(place.schools);
    else {
      const next = nextPlace(picture.places, active, event.key);
      if (next === null) return;
      setByKey(true);
      setActive(next);
    }
    event.preventDefault();
  };
  const words = told ? `${told.title}. ${told.lines.map(([label, value]) => `${label} ${value}`).join(', ')}.` : '';
  return (
    <figure
      ref={stage}
      className="picture"
      role="application"
      aria-roledescription="picture"
      aria-label={picture.title}
      aria-describedby={`${id}-words`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move among its places.
      tabIndex={0}
      data-testid={`picture-${picture.id}`}
      onPointerMove={move}
      onPointerDown={press}
      onPointerUp={release}
      onPointerLeave={() => setActive(null)}
      onPointerCancel={letGo}
      onBlur={() => setActive(null)}
      onKeyDown={key}
    >
      <PictureDrawing picture={picture} prefix={`p${id.replaceAll(/\W/g, '')}`} />
      {place || brush ? (
        <svg className="picture-over" width={picture.width} height={picture.height} aria-hidden="true">
          {place ? (
            <circle className="picture-ring" cx={place.x} cy={place.y} r={Math.min(place.reach, 16) - 1} />
          ) : null}
          {brush ? (
            <rect
              className="picture-brush"
              x={Math.min(brush.fromX, brush.toX)}
              y={Math.min(brush.fromY, brush.toY)}
              width={Math.abs(brush.toX - brush.fromX)}
              height={Math.abs(brush.toY - brush.fromY)}
            />
          ) : null}
        </svg>
      ) : null}
      {place && told ? (
        <PictureTip text={told} place={place} size={picture} hint={onOpen ? openHint : undefined} />
      ) : null}
      <figcaption id={`${id}-words`} className="visually-hidden">
        {picture.description} Arrow keys go from one to the next{onOpen ? `; ${openHint ?? 'Enter opens it'}` : ''}.
      </figcaption>
      <p className="visually-hidden" aria-live="polite">
        {isByKey ? words : ''}
      </p>
    </figure>
  );
}

/** Pictures are drawn for the room they have, so that letters keep their size. */
function useMeasured(stage: { readonly current: HTMLElement | null }, onSize: (size: PictureSize) => void): void {
  const latest = useRef(onSize);
  latest.current = onSize;
  useEffect(() => {
    const element = stage.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      const { clientWidth, clientHeight } = element;
      if (clientWidth > 0 && clientHeight > 0) latest.current({ width: clientWidth, height: clientHeight });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [stage]);
}
