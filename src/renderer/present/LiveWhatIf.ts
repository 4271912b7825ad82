import type { Calculation } from '../../shared/calc/Calculation.ts';
import { type LeverTarget, leverKey, targetOf } from '../../shared/whatIf/leverTargets.ts';
import { WhatIf } from '../../shared/whatIf/WhatIf.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import { Store } from '../state/Store.ts';
import { Glide, type Move } from './Glide.ts';

/** How a lever is shown to go where it is put. */
export interface Movement {
  readonly nowMs?: () => number;
  /** Whether jumps may be shown as movement. */
  readonly moves?: () => boolean;
}

/** The first frame of a glide shows movement already. */
const FIRST_FRAME_MS = 16;

/**
 * The levers of a presentation: one what-if for each scenario that was looked at, and the way of a lever from where it
 * stood to where it was put. It asks for a frame whenever something has moved.
 */
export abstract class LiveWhatIf extends Store {
  readonly document: DocumentState;
  readonly #movement: Movement;
  readonly #whatIfs = new Map<number, { readonly whatIf: WhatIf; isStale: boolean }>();
  #glide: Glide | null = null;
  /** The lever that is on its way by a step of its own. */
  #stepping: string | null = null;
  /** The revision of a what-if that was marked or applied last. */
  readonly #keptAt = new WeakMap<WhatIf, number>();

  constructor(document: DocumentState, movement: Movement) {
    super();
    this.document = document;
    this.#movement = movement;
  }

  protected abstract askFrame(): void;

  /** The scenario the what-if starts from: the one the window shows. */
  get scenarioId(): number {
    return this.document.scenarioId;
  }

  get whatIf(): WhatIf {
    const held = this.#held();
    if (held.isStale) {
      held.whatIf.rebase(this.document.model);
      held.isStale = false;
    }
    return held.whatIf;
  }

  /** Of the what-if as it is shown. */
  get calculation(): Calculation {
    const held = this.#held();
    return held.isStale && held.whatIf.moved.length === 0 ? this.document.calculation : held.whatIf.calculation;
  }

  get isMoved(): boolean {
    return this.#held().whatIf.moved.length > 0;
  }

  /** Whether levers are moved that are neither marked nor applied. */
  get hasUnkept(): boolean {
    const { whatIf } = this.#held();
    return whatIf.moved.length > 0 && this.#keptAt.get(whatIf) !== whatIf.revision;
  }

  /** Where a lever stands or is on its way to; a sentence where it has nothing to move. */
  aim(lever: LeverTarget): number | string {
    const key = leverKey(lever);
    const move = this.#glide?.moves.find(({ target }) => leverKey(target) === key);
    return move ? move.to : this.#held().whatIf.value(lever);
  }

  /** Where the scenario has a lever. */
  startOf(lever: LeverTarget): number | string {
    return this.#held().whatIf.startValue(lever);
  }

  /**
   * What is to be shown now; null where that is the scenario itself. While somebody types, a copy that no lever has
   * moved need not be made anew.
   */
  protected get shown(): WhatIf | null {
    const held = this.#held();
    return held.isStale && held.whatIf.moved.length === 0 ? null : this.whatIf;
  }

  /** A slider is taken hold of: what stands now is what Back returns to. */
  takeHold(): void {
    this.#finishGlide();
    this.whatIf.hold();
  }

  /** A slider is dragged: the lever is where it is put, with the next frame. */
  drag(lever: LeverTarget, value: number): void {
    this.#finishGlide();
    this.whatIf.set(targetOf(lever), value);
    this.askFrame();
  }

  /** A lever is put elsewhere at once, by a key or a number: it is seen to go there. Steps in a row are one move. */
  jump(lever: LeverTarget, value: number): void {
    const { whatIf } = this;
    const target = targetOf(lever);
    const from = whatIf.value(target);
    if (typeof from === 'string' || this.aim(target) === value) return;
    const key = leverKey(target);
    if (this.#stepping === key) this.#glide = null;
    else this.takeHold();
    this.#start([{ target, from, to: value }], () => whatIf.set(target, value));
    if (this.#glide) this.#stepping = key;
  }

  /** Back to the state before the last move; false where there is none. */
  back(): boolean {
    this.#finishGlide();
    const { whatIf } = this;
    if (!whatIf.canGoBack) return false;
    this.#goThrough(() => whatIf.back());
    return true;
  }

  /** All levers to where the scenario has them. */
  toStart(): void {
    this.#finishGlide();
    const { whatIf } = this;
    if (whatIf.moved.length > 0) this.#goThrough(() => whatIf.reset());
  }

  get canGoBack(): boolean {
    return this.#held().whatIf.canGoBack;
  }

  /** What stands now was kept: marked as a scenario, or applied to this one. */
  keep(): void {
    const { whatIf } = this;
    this.#keptAt.set(whatIf, whatIf.revision);
  }

  /** Everything on its way arrives at once. */
  arrive(): void {
    this.#finishGlide();
  }

  /** The document has moved: copies are made anew when they are next wanted. */
  protected leaveBehind(): void {
    this.#finishGlide();
    for (const [id, held] of this.#whatIfs) {
      held.isStale = true;
      if (!this.document.model.get('scenario', id)) this.#whatIfs.delete(id);
    }
  }

  /** Levers on their way go on by a frame. */
  protected goOn(): void {
    const glide = this.#glide;
    if (!glide) return;
    const { whatIf } = this;
    if (glide.at(this.#nowMs(), (target, value) => whatIf.set(target, value))) this.#drop();
    else this.askFrame();
  }

  #drop(): void {
    this.#glide = null;
    this.#stepping = null;
  }

  #held(): { readonly whatIf: WhatIf; isStale: boolean } {
    const { scenarioId, document } = this;
    let held = this.#whatIfs.get(scenarioId);
    if (!held) {
      held = { whatIf: new WhatIf(document.model, scenarioId), isStale: false };
      this.#whatIfs.set(scenarioId, held);
    }
    return held;
  }

  #start(moves: readonly Move[], arrive: () => void): void {
    if (this.#movement.moves?.() === false) arrive();
    else this.#glide = new Glide(moves, this.#nowMs() - FIRST_FRAME_MS, arrive);
    this.askFrame();
  }

  /** The what-if goes to another state at once; what is seen is the way there. */
  #goThrough(go: () => void): void {
    const { whatIf } = this;
    const before = whatIf.moved;
    go();
    const targets = new Map([...before, ...whatIf.moved].map(({ target }) => [leverKey(target), target]));
    const moves: Move[] = [];
    for (const [key, target] of targets) {
      const from = before.find((moved) => leverKey(moved.target) === key)?.to ?? whatIf.startValue(target);
      const to = whatIf.value(target);
      if (typeof from === 'number' && typeof to === 'number' && from !== to) moves.push({ target, from, to });
    }
    if (moves.length > 0) this.#start(moves, () => whatIf.settle());
    else this.askFrame();
  }

  #finishGlide(): void {
    const glide = this.#glide;
    this.#drop();
    if (!glide) return;
    glide.finish();
    this.askFrame();
  }

  #nowMs(): number {
    return this.#movement.nowMs?.() ?? performance.now();
  }
}
