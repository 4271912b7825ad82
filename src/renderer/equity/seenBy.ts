import { type SeenDistrict, seeTogether } from '../../shared/audience/SeenDistrict.ts';
import type { Calculation } from '../../shared/calc/Calculation.ts';
import { type Audience, SEES_EVERYTHING } from '../../shared/session/Audience.ts';
import type { SeenBy } from '../pictures/Onlookers.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import type { EquityView } from './EquityView.ts';

const SEED_KEY = 'equityNameSeed';

/**
 * What the board lets be seen. The public sees no small schools, and names or numbers as they are chosen; scenarios keep
 * their names, for nobody is asked here which to show.
 */
export function audienceOnBoard(
  document: DocumentState,
  { minimumPupils, names }: EquityView,
  seenBy: SeenBy,
): Audience {
  if (seenBy === 'me') return SEES_EVERYTHING;
  return {
    minimumPupils,
    schoolNames: names,
    scenarioNames: 'shown',
    hidden: new Set(),
    nameSeed: names === 'anonymous' ? nameSeedOf(document) : 0,
  };
}

/**
 * Drawn by lot once and kept with the document, so that a school keeps its number from picture to picture; where there
 * is a board session, the numbers are those of the first one.
 */
function nameSeedOf(document: DocumentState): number {
  const { session, model } = document;
  const kept = Number(session.get(SEED_KEY) ?? Number.NaN);
  if (Number.isSafeInteger(kept)) return kept;
  let seed = drawn.get(document);
  if (seed === undefined) {
    const [first] = [...model.table('boardSession').values()].sort((a, b) => a.position - b.position || a.id - b.id);
    seed = first?.nameSeed ?? crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
    drawn.set(document, seed);
    // A picture is being drawn: what watches the preferences is told once that is done.
    queueMicrotask(() => session.setNow(SEED_KEY, String(seed)));
  }
  return seed;
}

const drawn = new WeakMap<DocumentState, number>();

interface Held {
  readonly key: string;
  readonly calculations: readonly Calculation[];
  readonly seen: readonly SeenDistrict[];
}
const held = new WeakMap<DocumentState, readonly Held[]>();

/** Calculations that are shown together, as an audience sees them; the same ones while nobody chooses otherwise. */
export function seeOnBoard(
  document: DocumentState,
  calculations: readonly Calculation[],
  audience: Audience,
): readonly SeenDistrict[] {
  const { minimumPupils, schoolNames, nameSeed } = audience;
  const key = `${minimumPupils} ${schoolNames} ${nameSeed}`;
  const known = held.get(document) ?? [];
  const found = known.find(
    (each) =>
      each.key === key &&
      each.calculations.length === calculations.length &&
      each.calculations.every((calculation, at) => calculation === calculations[at]),
  );
  if (found) return found.seen;
  const seen = seeTogether(calculations, audience);
  held.set(document, [{ key, calculations, seen }, ...known].slice(0, GROUPS_HELD));
  return seen;
}

/** One for the board, one for a file that goes to others. */
const GROUPS_HELD = 3;
