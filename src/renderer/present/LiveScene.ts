import { seeTogether } from '../../shared/audience/SeenDistrict.ts';
import type { Calculation } from '../../shared/calc/Calculation.ts';
import { orderedSlides } from '../../shared/changes/sessions.ts';
import type { BoardSessionRow, LeverRow } from '../../shared/model/rows.ts';
import { audienceOf } from '../../shared/session/Audience.ts';
import { movedWords } from '../../shared/slides/movedWords.ts';
import { type Seen, type SlideContext, whatIfOf } from '../../shared/slides/SlideContext.ts';
import { scenariosOfSlides } from '../../shared/slides/scenariosOfSlides.ts';
import type { MovedLever } from '../../shared/whatIf/WhatIf.ts';
import type { DocumentState } from '../state/DocumentState.ts';

/** Before an audience: what exactly is wrong is for the sheet to say. */
const UNREADABLE = 'What may be seen of this session cannot be read, so nothing of it is shown.';

const TIME = { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' } as const;

/**
 * What slides are drawn from while a session is presented, as its audience sees it. Which schools are seen is decided
 * for all scenarios together that any slide names, so that nothing can be had by turning from one to another. The
 * parts stay the same objects from frame to frame: slides remember by them what they know of the start.
 */
export class LiveScene {
  readonly #document: DocumentState;
  #session: BoardSessionRow | null = null;
  #calculations: readonly Calculation[] = [];
  #seen: readonly Seen[] = [];
  #named: { readonly key: string; readonly ids: readonly number[] } = { key: '', ids: [] };

  constructor(document: DocumentState) {
    this.#document = document;
  }

  /** A sentence where what the session hides cannot be read; then nothing of it may be shown. */
  context(
    session: BoardSessionRow,
    scenario: number,
    now: Calculation | null,
    moved: readonly MovedLever[],
    levers: readonly LeverRow[],
  ): SlideContext | string {
    const document = this.#document;
    try {
      const others = this.#othersThan(scenario, session);
      const start = document.calculationOf(scenario);
      const calculations = [start, ...(now ? [now] : []), ...others.map((id) => document.calculationOf(id))];
      const isSame =
        session === this.#session &&
        calculations.length === this.#calculations.length &&
        calculations.every((each, at) => each === this.#calculations[at]);
      if (!isSame) {
        this.#seen = seeTogether(calculations, audienceOf(session));
        this.#calculations = calculations;
        this.#session = session;
      }
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      this.#session = null;
      return UNREADABLE;
    }
    const [start, second] = this.#seen;
    if (!start) return 'There is no scenario to show.';
    const others = this.#named.ids;
    const from = now ? 2 : 1;
    const name = start.scenarioName(scenario);
    return {
      model: document.model,
      now: now && second ? second : start,
      start,
      of: (id) => {
        const at = others.indexOf(id);
        return id === scenario ? start : at < 0 ? null : (this.#seen[from + at] ?? null);
      },
      moved: movedWords(document.model, moved, levers, start),
      footer: {
        scenario: moved.length > 0 ? whatIfOf(name) : name,
        time: new Date().toLocaleString('en-US', TIME),
        isDraft: moved.length > 0 || start.calculation.plan.scenario.status === 'draft',
      },
    };
  }

  /** Which others there are is looked up when something was made, not for each frame. */
  #othersThan(scenario: number, session: BoardSessionRow): readonly number[] {
    const { model, commitRevision, structureRevision } = this.#document;
    const key = `${scenario} ${session.id} ${commitRevision} ${structureRevision}`;
    if (this.#named.key !== key) {
      this.#named = {
        key,
        ids: scenariosOfSlides(model, orderedSlides(model, session.id)).filter((id) => id !== scenario),
      };
    }
    return this.#named.ids;
  }
}
