import { seeTogether } from '../audience/SeenDistrict.ts';
import type { Calculation } from '../calc/Calculation.ts';
import type { Model } from '../model/Model.ts';
import type { BoardSessionRow, LeverRow } from '../model/rows.ts';
import { audienceOf } from '../session/Audience.ts';
import type { MovedLever } from '../whatIf/WhatIf.ts';
import { movedWords } from './movedWords.ts';
import { type Seen, type SlideContext, whatIfOf } from './SlideContext.ts';

/** What the slides of a session are drawn from, before it is known what of it may be seen. */
export interface SceneParts {
  readonly model: Model;
  readonly session: BoardSessionRow;
  readonly scenario: number;
  /** The scenario as it stands. */
  readonly start: Calculation;
  /** The what-if; null where no lever can be moved. */
  readonly now: Calculation | null;
  /** Further scenarios that slides name (see `scenariosOfSlides`). */
  readonly others: readonly (readonly [scenario: number, calculation: Calculation])[];
  readonly moved: readonly MovedLever[];
  readonly levers: readonly LeverRow[];
  /** Whether something has moved of which no lever tells. */
  readonly hasMoved?: boolean;
  readonly time: string;
}

/**
 * Brings the parts of a session together as its audience sees them: one for the sheet, one for the projector, one for
 * each packet. Which schools are seen is decided for all calculations together, always in the order start, what-if,
 * others, which decides who covers a small school: held side by side, what is presented and what is handed out must not
 * find one covered here and another there. What is seen stays the same objects while the calculations do, for slides
 * remember by them.
 */
export class SlideScene {
  #session: BoardSessionRow | null = null;
  #calculations: readonly Calculation[] = [];
  #seen: readonly Seen[] = [];

  /** Throws where it cannot be read what the session hides; nothing of it may be shown then. */
  context({ model, session, scenario, start, now, others, moved, levers, hasMoved, time }: SceneParts): SlideContext {
    this.#see(session, [start, ...(now ? [now] : []), ...others.map(([, calculation]) => calculation)]);
    const [seenStart, second] = this.#seen as readonly [Seen, ...Seen[]];
    const byId = new Map(others.map(([id], at) => [id, this.#seen[(now ? 2 : 1) + at]]));
    const name = seenStart.scenarioName(scenario);
    const isWhatIf = hasMoved ?? moved.length > 0;
    return {
      model,
      now: now && second ? second : seenStart,
      start: seenStart,
      of: (id) => (id === scenario ? seenStart : (byId.get(id) ?? null)),
      moved: movedWords(model, moved, levers, seenStart),
      footer: {
        scenario: isWhatIf ? whatIfOf(name) : name,
        time,
        isDraft: isWhatIf || start.plan.scenario.status === 'draft',
      },
    };
  }

  #see(session: BoardSessionRow, calculations: readonly Calculation[]): void {
    const isSame =
      session === this.#session &&
      calculations.length === this.#calculations.length &&
      calculations.every((each, at) => each === this.#calculations[at]);
    if (isSame) return;
    this.#session = null;
    this.#seen = seeTogether(calculations, audienceOf(session));
    this.#calculations = calculations;
    this.#session = session;
  }
}
