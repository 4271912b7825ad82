import type { Calculation } from '../../shared/calc/Calculation.ts';
import { orderedSlides } from '../../shared/changes/sessions.ts';
import type { BoardSessionRow, LeverRow } from '../../shared/model/rows.ts';
import type { SlideContext } from '../../shared/slides/SlideContext.ts';
import { SlideScene } from '../../shared/slides/SlideScene.ts';
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
  readonly #scene = new SlideScene();
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
    const others = this.#othersThan(scenario, session);
    try {
      return this.#scene.context({
        ...{ model: document.model, session, scenario, now, moved, levers },
        start: document.calculationOf(scenario),
        others: others.map((id) => [id, document.calculationOf(id)]),
        time: new Date().toLocaleString('en-US', TIME),
      });
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      return UNREADABLE;
    }
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
