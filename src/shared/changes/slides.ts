import type { Model, RowOp } from '../model/Model.ts';
import type { SlideRow } from '../model/rows.ts';
import { LIMITS } from '../model/units.ts';
import { readSlideOptions } from '../session/SlideField.ts';
import { isSlideKind, SLIDE_NAMES } from '../session/slideKinds.ts';
import { SLIDE_FIELDS } from '../slides/slideFields.ts';
import { GONE, type MadeRow, nextId, of, orderedSlides, placed, reordered, slideName } from './boardSessions.ts';
import { type Change, removeRow, setRow } from './Change.ts';

const full = `A board session holds at most ${LIMITS.slides} slides. Remove one first.`;

/** A new slide behind another one, or at the end; its options are the defaults of its kind. */
export function addSlide(model: Model, session: number, kind: string, after?: number): MadeRow | string {
  if (!model.get('boardSession', session)) return GONE.session;
  if (!isSlideKind(kind)) return 'There is no such kind of slide.';
  const row = { session, kind, title: '', options: '{}', notes: '' };
  return insert(model, row, after, `Add slide ${SLIDE_NAMES[kind]}`);
}

/** The same slide once more, behind it. */
export function duplicateSlide(model: Model, id: number): MadeRow | string {
  const held = model.get('slide', id);
  if (!held) return GONE.slide;
  return insert(model, held, id, `Duplicate slide ${slideName(held)}`);
}

function insert(
  model: Model,
  row: Omit<SlideRow, 'id' | 'position'>,
  after: number | undefined,
  label: string,
): MadeRow | string {
  const slides = orderedSlides(model, row.session);
  if (slides.length >= LIMITS.slides) return full;
  const id = nextId(model.table('slide'));
  const at = slides.findIndex((slide) => slide.id === after);
  const place = at < 0 ? slides.length : at + 1;
  const slide: SlideRow = { ...row, id, position: place };
  const ops = placed(model, 'slide', [...slides.slice(0, place), slide, ...slides.slice(place)]);
  return { id, change: of(label, ops) };
}

/** What of a slide can be chosen. Another kind takes the options that both have; the rest are the new kind's defaults. */
export type SlideFields = Partial<Pick<SlideRow, 'title' | 'options' | 'notes' | 'kind'>>;

const WORDS = { title: 'title', options: 'what it shows', notes: 'notes', kind: 'kind' } as const;

export function editSlide(model: Model, id: number, fields: SlideFields): Change | string {
  const held = model.get('slide', id);
  if (!held) return GONE.slide;
  const { title = '', options = '', notes = '', kind = held.kind } = fields;
  if (!isSlideKind(kind) && kind !== held.kind) return 'There is no such kind of slide.';
  if (title.length > LIMITS.nameLength) return `A slide's title has at most ${LIMITS.nameLength} characters.`;
  if (notes.length > LIMITS.noteLength) {
    return `Notes of a slide have at most ${LIMITS.noteLength.toLocaleString('en-US')} characters.`;
  }
  if (options.length > LIMITS.slideOptionsLength) return 'This slide has more chosen than it can hold. Choose less.';
  const row = { ...held, ...fields };
  const changed = (Object.keys(WORDS) as (keyof typeof WORDS)[]).filter((field) => row[field] !== held[field]);
  const what = changed.map((field) => WORDS[field]).join(', ');
  const shown = changed.length === 1 && changed[0] === 'title' && title !== '' ? ` → ${title}` : '';
  return of(`Slide ${slideName(held)}${what ? `: ${what}` : ''}${shown}`, setRow(model, 'slide', row));
}

/** What it takes for slides to go on showing a measure by year that gets another name. */
export function renameMeasureInSlides(model: Model, from: string, to: string): RowOp[] {
  return [...model.table('slide').values()].flatMap((row): readonly RowOp[] => {
    const fields = isSlideKind(row.kind) ? SLIDE_FIELDS[row.kind].filter(({ type }) => type === 'yearMeasure') : [];
    const chosen = readSlideOptions(fields, row.options);
    const keys = fields.map(({ key }) => key).filter((key) => chosen[key] === from);
    if (keys.length === 0) return [];
    const options = { ...JSON.parse(row.options), ...Object.fromEntries(keys.map((key) => [key, to])) };
    return setRow(model, 'slide', { ...row, options: JSON.stringify(options) });
  });
}

export function removeSlide(model: Model, id: number): Change | string {
  const held = model.get('slide', id);
  if (!held) return GONE.slide;
  return of(`Remove slide ${slideName(held)}`, removeRow(model, 'slide', String(id)));
}

/** Moves a slide to the place `to`, counted from 0. */
export function moveSlide(model: Model, id: number, to: number): Change | string {
  const held = model.get('slide', id);
  if (!held) return GONE.slide;
  const order = reordered(orderedSlides(model, held.session), id, to);
  return of(`Move slide ${slideName(held)}`, placed(model, 'slide', order));
}
