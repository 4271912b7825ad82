import { type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { duplicateSlide, moveSlide, orderedSlides, removeSlide, slideName } from '../../shared/changes/sessions.ts';
import type { BoardSessionRow, SlideRow } from '../../shared/model/rows.ts';
import { useDocument, useWindowOnce } from '../state/hooks.ts';
import { AddSlide } from './AddSlide.tsx';
import { dropPlace } from './dropPlace.ts';
import { sessionViewOf } from './SessionView.ts';
import { SlideThumbnail } from './SlideThumbnail.tsx';
import { kindName } from './slideWords.ts';
import { useSessionChange } from './useSessionChange.ts';

export interface SlideListProps {
  readonly session: BoardSessionRow;
  readonly shown: SlideRow | null;
  /** Enter goes to what the slide shows, F2 to its title. */
  readonly onEdit: (what: 'options' | 'title') => void;
}

/** A line between two slides: where the dragged one would come to stand. */
interface DropLine {
  readonly at: number;
  readonly isBelow: boolean;
}

/**
 * The slides of a session in their order. Arrow keys choose, Alt with them moves, Delete removes, Ctrl+D duplicates; a
 * slide can be dragged.
 */
export function SlideList({ session, shown, onEdit }: SlideListProps) {
  const document = useDocument();
  const window = useWindowOnce();
  const view = sessionViewOf(document);
  const { make, add } = useSessionChange();
  const list = useRef<HTMLDivElement>(null);
  const [line, setLine] = useState<DropLine | null>(null);
  const dragged = useRef<number | null>(null);
  const slides = orderedSlides(document.model, session.id);
  const at = slides.findIndex(({ id }) => id === shown?.id);

  const shownId = shown?.id;
  useEffect(() => {
    list.current?.querySelector(`[data-slide="${shownId}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [shownId]);

  const choose = (place: number): void => {
    const next = slides[Math.max(0, Math.min(place, slides.length - 1))];
    if (next) view.chooseSlide(next.id);
  };
  const move = (from: number, to: number): void => {
    const slide = slides[from];
    if (!slide || to < 0 || to >= slides.length || to === from) return;
    make((model) => moveSlide(model, slide.id, to));
    view.chooseSlide(slide.id);
  };
  const duplicate = (): void => {
    if (!shown) return;
    const id = add((model) => duplicateSlide(model, shown.id));
    if (id !== null) view.chooseSlide(id);
  };
  const remove = (): void => {
    if (!shown) return;
    const next = slides[at + 1] ?? slides[at - 1];
    if (!make((model) => removeSlide(model, shown.id))) return;
    if (next) view.chooseSlide(next.id);
    window.say(`Slide ${at + 1}, “${slideName(shown)}”, is deleted. Undo brings it back.`);
    list.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const { key } = event;
    const isModified = event.ctrlKey || event.metaKey;
    const by = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
    if (by !== 0 && event.altKey) move(at, at + by);
    else if (by !== 0) choose(at + by);
    else if (key === 'Home') choose(0);
    else if (key === 'End') choose(slides.length - 1);
    else if (key === 'Delete') remove();
    else if (key === 'Enter') onEdit('options');
    else if (key === 'F2') onEdit('title');
    else if (isModified && key.toLowerCase() === 'd') duplicate();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const over = (event: DragEvent<HTMLElement>, to: number): void => {
    if (dragged.current === null) return;
    event.preventDefault();
    const box = event.currentTarget.getBoundingClientRect();
    const isBelow = event.clientY > box.top + box.height / 2;
    setLine((held) => (held?.at === to && held.isBelow === isBelow ? held : { at: to, isBelow }));
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    const from = dragged.current;
    if (from !== null && line) move(from, dropPlace(from, line.at, line.isBelow));
    endDrag();
  };
  const endDrag = (): void => {
    dragged.current = null;
    setLine(null);
  };
  return (
    <>
      <div
        ref={list}
        className="slide-list"
        role="listbox"
        tabIndex={0}
        aria-label={`Slides of ${session.name}`}
        aria-activedescendant={shown ? `slide-${shown.id}` : undefined}
        data-testid="session-slides"
        onKeyDown={onKeyDown}
      >
        {slides.map((slide, place) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names the option it stands on.
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the list.
          <div
            key={slide.id}
            id={`slide-${slide.id}`}
            role="option"
            aria-selected={slide.id === shown?.id}
            data-slide={slide.id}
            className={`slide-line${line?.at === place ? (line.isBelow ? ' slide-drop-below' : ' slide-drop-above') : ''}`}
            draggable
            onClick={() => view.chooseSlide(slide.id)}
            onDoubleClick={() => onEdit('title')}
            onDragStart={(event) => {
              dragged.current = place;
              event.dataTransfer.effectAllowed = 'move';
              event.dataTransfer.setData('text/plain', slideName(slide));
            }}
            onDragOver={(event) => over(event, place)}
            onDragEnd={endDrag}
            onDrop={drop}
          >
            <span className="slide-place">{place + 1}</span>
            <SlideThumbnail session={session} slide={slide} />
            <span className="slide-name">{slideName(slide)}</span>
            {slide.title.trim() === '' ? null : <span className="slide-kind">{kindName(slide.kind)}</span>}
          </div>
        ))}
        {slides.length === 0 ? <p className="hint slide-none">No slide yet. Add the first below.</p> : null}
      </div>
      <div className="slide-actions">
        <AddSlide session={session} after={shown?.id} />
        <span className="grow" />
        <button
          type="button"
          className="button button-small"
          aria-label="Duplicate the slide"
          title="Duplicate (Ctrl+D)"
          disabled={!shown}
          onClick={duplicate}
        >
          <DuplicateIcon />
        </button>
        <button
          type="button"
          className="button button-small"
          aria-label="Move the slide up"
          title="Move up (Alt+↑)"
          disabled={at <= 0}
          onClick={() => move(at, at - 1)}
        >
          ↑
        </button>
        <button
          type="button"
          className="button button-small"
          aria-label="Move the slide down"
          title="Move down (Alt+↓)"
          disabled={at < 0 || at === slides.length - 1}
          onClick={() => move(at, at + 1)}
        >
          ↓
        </button>
        <button
          type="button"
          className="button button-small button-danger"
          aria-label="Delete the slide"
          title="Delete (Del)"
          disabled={!shown}
          onClick={remove}
        >
          ✕
        </button>
      </div>
    </>
  );
}

const DuplicateIcon = () => (
  <svg
    width="13"
    height="13"
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.5"
    aria-hidden="true"
  >
    <path d="M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3" strokeLinejoin="round" />
  </svg>
);
