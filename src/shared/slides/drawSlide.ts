import { AllotError } from '../contract/errors.ts';
import type { SlideRow } from '../model/rows.ts';
import type { Picture, Place } from '../pictures/Picture.ts';
import { readSlideOptions, type SlideOptions } from '../session/SlideField.ts';
import { isSlideKind, SLIDE_NAMES, type SlideKind } from '../session/slideKinds.ts';
import { decilesSlide } from './decilesSlide.ts';
import { formulaSlide } from './formulaSlide.ts';
import { headlineSlide } from './headlineSlide.ts';
import { matrixSlide } from './matrixSlide.ts';
import { netLineSlide } from './netLineSlide.ts';
import { emptySlide, type SlideBody } from './SlideBody.ts';
import type { SlideContext } from './SlideContext.ts';
import { scatterSlide } from './scatterSlide.ts';
import { scenariosSlide } from './scenariosSlide.ts';
import { schoolSlide } from './schoolSlide.ts';
import { BODY, SLIDE_HEIGHT, SLIDE_WIDTH } from './sheet.ts';
import { SLIDE_FIELDS } from './slideFields.ts';
import { frameMarks } from './slideFrame.ts';
import { textSlide } from './textSlide.ts';
import { tieOutSlide } from './tieOutSlide.ts';
import { tradeOffSlide } from './tradeOffSlide.ts';
import { winnersSlide } from './winnersSlide.ts';
import { yearsSlide } from './yearsSlide.ts';

/** `title` is the director's own, or empty. */
type DrawBody = (options: SlideOptions, context: SlideContext, title: string) => SlideBody;

const BODIES: Readonly<Record<SlideKind, DrawBody>> = {
  headline: headlineSlide,
  winnersAndLosers: winnersSlide,
  school: schoolSlide,
  scenarios: scenariosSlide,
  needAndSpending: scatterSlide,
  deciles: decilesSlide,
  netLine: netLineSlide,
  matrix: matrixSlide,
  tradeOff: tradeOffSlide,
  years: yearsSlide,
  tieOut: tieOutSlide,
  formula: formulaSlide,
  text: textSlide,
};

/**
 * A slide as a picture of 1600 × 900, the same for the window, the projector and every file. Whatever a session holds —
 * a school that is gone, a need that is hidden, a kind of a later version — the picture says what is missing.
 */
export function drawSlide(slide: Pick<SlideRow, 'kind' | 'title' | 'options'>, context: SlideContext): Picture {
  const own = slide.title.trim();
  const body = bodyOf(slide, context, own);
  const title = own || body.title;
  // Nobody points at a slide while a lever moves it.
  let places: readonly Place[] | null = null;
  return {
    id: `slide-${isSlideKind(slide.kind) ? slide.kind : 'unknown'}`,
    title,
    subtitle: context.footer.scenario,
    sentence: body.sentence,
    description: [body.sentence, body.description ?? ''].filter((part) => part !== '').join(' '),
    width: SLIDE_WIDTH,
    height: SLIDE_HEIGHT,
    frame: BODY,
    marks: [...frameMarks(title, body, context), ...body.marks],
    get places() {
      places ??= body.places ?? [];
      return places;
    },
    placeText: body.placeText ?? (() => ({ title, lines: [] })),
    notes: body.notes ?? [],
    table: body.table,
  };
}

/** Whether a slide has only the sentence that says why: no school chosen yet, or not for this audience. */
export function isEmptySlide(slide: Pick<SlideRow, 'kind' | 'title' | 'options'>, context: SlideContext): boolean {
  const own = slide.title.trim();
  const body = bodyOf(slide, context, own);
  // A title alone, also one that is the first line of the text, is a page between parts.
  const isTitlePage = slide.kind === 'text' && (own !== '' || body.isSentenceInMarks === true);
  return body.marks.length === 0 && !isTitlePage;
}

function bodyOf(
  { kind, options }: Pick<SlideRow, 'kind' | 'options'>,
  context: SlideContext,
  title: string,
): SlideBody {
  if (!isSlideKind(kind)) return emptySlide('Slide', 'This version of the program does not know this kind of slide.');
  try {
    return BODIES[kind](readSlideOptions(SLIDE_FIELDS[kind], options), context, title);
  } catch (error) {
    // What a slide asks for may be gone from the district; the error says so to a person.
    if (error instanceof AllotError) return emptySlide(SLIDE_NAMES[kind], error.message);
    throw error;
  }
}
