import type { Calculation } from '../../shared/calc/Calculation.ts';
import { orderedLevers, orderedSlides } from '../../shared/changes/sessions.ts';
import type { BoardSessionRow, LeverRow, SlideRow } from '../../shared/model/rows.ts';
import type { Picture } from '../../shared/pictures/Picture.ts';
import { drawSlide } from '../../shared/slides/drawSlide.ts';
import type { SlideContext } from '../../shared/slides/SlideContext.ts';
import { type LeverTarget, leverKey, targetOf } from '../../shared/whatIf/leverTargets.ts';
import { WhatIf } from '../../shared/whatIf/WhatIf.ts';
import type { ProjectorKey, ShownFrame } from '../projector/ShownFrame.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import { Store } from '../state/Store.ts';
import { type FrameClock, FramePacer, screenClock } from './FramePacer.ts';
import { Glide, type Move } from './Glide.ts';
import { LiveScene } from './LiveScene.ts';
import { pictureFrame, sentenceFrame } from './slideFrames.ts';

/** Where the presentation stands in the window: all of it, at its foot beside the sheets, or the slide alone. */
export type PresentView = 'console' | 'bar' | 'oneScreen';

/** What a presentation needs of its surroundings. */
export interface Stage {
  readonly post: (frame: ShownFrame) => void;
  readonly clock?: FrameClock;
  readonly nowMs?: () => number;
  /** Whether jumps may be shown as movement. */
  readonly moves?: () => boolean;
}

/** Told with each frame; what is not of a frame is told by the session itself. */
export class FrameStore extends Store {
  tell(): void {
    this.notify();
  }
}

/** The first frame of a glide shows movement already. */
const FIRST_FRAME_MS = 16;
/** After an edit of the document the what-if is made anew when the person has stopped typing. */
const REST_MS = 400;

/**
 * A board session as it is presented: which slide, which levers, what is seen. A lever moves a copy of the scenario
 * (`WhatIf`), the slide is drawn from it, and the frame goes to the projector before this window paints it.
 *
 * It follows the document: an edit, an undo or another scenario shown is on the slide with the next frame. Each
 * scenario keeps its own what-if, so looking at another one loses nothing.
 */
export class LiveSession extends Store {
  readonly document: DocumentState;
  readonly sessionId: number;
  readonly frames = new FrameStore();
  readonly #stage: Stage;
  readonly #pacer: FramePacer;
  readonly #scene: LiveScene;
  readonly #whatIfs = new Map<number, { readonly whatIf: WhatIf; isStale: boolean }>();
  readonly #stop: () => void;
  readonly startedAt = Date.now();
  #slideId: number;
  #view: PresentView;
  #isBlank = false;
  #frame: ShownFrame | null = null;
  #revision = 0;
  #glide: Glide | null = null;
  /** The lever that is on its way by a step of its own. */
  #stepping: string | null = null;
  #followed = '';
  #isFollowing = true;
  #rest: ReturnType<typeof setTimeout> | undefined;
  /** The revision of the what-if that was marked or applied last. */
  #keptAt = new WeakMap<WhatIf, number>();

  constructor(document: DocumentState, sessionId: number, slideId: number | null, view: PresentView, stage: Stage) {
    super();
    this.document = document;
    this.sessionId = sessionId;
    this.#stage = stage;
    this.#view = view;
    this.#slideId = slideId ?? orderedSlides(document.model, sessionId)[0]?.id ?? 0;
    this.#scene = new LiveScene(document);
    this.#pacer = new FramePacer(() => this.#produce(), stage.clock ?? screenClock);
    this.#followed = this.#documentKey();
    this.#stop = document.subscribe(() => this.#followDocument());
    this.#pacer.ask();
  }

  /** Undefined once it was deleted; the presentation then ends. */
  get session(): BoardSessionRow | undefined {
    return this.document.model.get('boardSession', this.sessionId);
  }

  get slides(): readonly SlideRow[] {
    return orderedSlides(this.document.model, this.sessionId);
  }

  get levers(): readonly LeverRow[] {
    return orderedLevers(this.document.model, this.sessionId);
  }

  /** Of the slide shown, counted from 0; −1 where there is none. */
  get slideAt(): number {
    return this.slides.findIndex(({ id }) => id === this.#slideId);
  }

  get slide(): SlideRow | null {
    return this.slides[this.slideAt] ?? null;
  }

  get view(): PresentView {
    return this.#view;
  }

  get isBlank(): boolean {
    return this.#isBlank;
  }

  /** What the projector shows now. */
  get frame(): ShownFrame | null {
    return this.#frame;
  }

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

  show(view: PresentView): void {
    if (view === this.#view) return;
    this.#view = view;
    this.notify();
  }

  /** Goes to a sheet, which is shown even where it was the one behind the controls. */
  showSheet(go: () => void): void {
    go();
    this.show('bar');
  }

  goToSlide(at: number): void {
    const { slides } = this;
    const slide = slides[Math.max(0, Math.min(at, slides.length - 1))];
    if (!slide || slide.id === this.#slideId) return;
    this.#slideId = slide.id;
    this.notify();
    this.#pacer.ask();
  }

  turn(by: 1 | -1): void {
    this.goToSlide(this.slideAt + by);
  }

  setBlank(isBlank: boolean): void {
    this.#isBlank = isBlank;
    this.notify();
    this.#pacer.ask();
  }

  /** Keys that both windows have. Esc is the window's own, since it may have something to ask. */
  press(key: Exclude<ProjectorKey, 'escape'>): void {
    if (key === 'blank') {
      this.setBlank(!this.#isBlank);
      return;
    }
    // Turning the page brings the picture back.
    if (this.#isBlank) this.setBlank(false);
    if (key === 'first') this.goToSlide(0);
    else if (key === 'last') this.goToSlide(this.slides.length - 1);
    else this.turn(key === 'next' ? 1 : -1);
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
    this.#pacer.ask();
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

  /** Does something to the document that the presentation does not follow until it is over: a scenario is added. */
  withoutFollowing(work: () => void): void {
    this.#isFollowing = false;
    try {
      work();
    } finally {
      this.#isFollowing = true;
      this.#followDocument();
    }
  }

  /** Everything on its way arrives at once. */
  arrive(): void {
    this.#finishGlide();
  }

  /** The same frame again, for a projector that has just come. */
  postAgain(): void {
    if (this.#frame) this.#stage.post(this.#frame);
  }

  /** A slide as it would be shown now: the next one, for the person at the controls. */
  drawOther(slide: SlideRow): ShownFrame {
    return this.#frameOf(slide);
  }

  end(): void {
    this.#stop();
    clearTimeout(this.#rest);
    this.#glide = null;
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
    if (this.#stage.moves && !this.#stage.moves()) arrive();
    else this.#glide = new Glide(moves, this.#nowMs() - FIRST_FRAME_MS, arrive);
    this.#pacer.ask();
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
    else this.#pacer.ask();
  }

  #finishGlide(): void {
    const glide = this.#glide;
    this.#glide = null;
    this.#stepping = null;
    if (!glide) return;
    glide.finish();
    this.#pacer.ask();
  }

  #nowMs(): number {
    return this.#stage.nowMs?.() ?? performance.now();
  }

  #documentKey(): string {
    const { scenarioId, revision, commitRevision, structureRevision } = this.document;
    return `${scenarioId} ${revision} ${commitRevision} ${structureRevision}`;
  }

  #followDocument(): void {
    if (!this.#isFollowing) return;
    const key = this.#documentKey();
    if (key === this.#followed) return;
    this.#followed = key;
    this.#finishGlide();
    for (const [id, held] of this.#whatIfs) {
      held.isStale = true;
      if (!this.document.model.get('scenario', id)) this.#whatIfs.delete(id);
    }
    const { slides } = this;
    if (this.slideAt < 0) this.#slideId = slides[0]?.id ?? 0;
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#catchUp(), REST_MS);
    this.#pacer.ask();
    this.notify();
  }

  #catchUp(): void {
    void this.whatIf;
    this.#pacer.ask();
  }

  #produce(): void {
    const glide = this.#glide;
    if (glide) {
      const { whatIf } = this;
      const hasArrived = glide.at(this.#nowMs(), (target, value) => whatIf.set(target, value));
      if (hasArrived) {
        this.#glide = null;
        this.#stepping = null;
      } else this.#pacer.ask();
    }
    const { slide } = this;
    this.#revision += 1;
    this.#frame = slide ? this.#frameOf(slide) : sentenceFrame(this.#about(), 'This session has no slides yet.');
    this.#stage.post(this.#frame);
    this.frames.tell();
  }

  #about(): Pick<ShownFrame, 'revision' | 'slide' | 'slides' | 'appearance' | 'isBlank'> {
    return {
      revision: this.#revision,
      slide: this.slideAt,
      slides: this.slides.length,
      appearance: this.session?.appearance ?? 'light',
      isBlank: this.#isBlank,
    };
  }

  #frameOf(slide: SlideRow): ShownFrame {
    const context = this.#context();
    if (typeof context === 'string') return sentenceFrame(this.#about(), context);
    return pictureFrame(this.#about(), this.#draw(slide, context));
  }

  #draw(slide: SlideRow, context: SlideContext): Picture {
    return drawSlide(slide, context);
  }

  #context(): SlideContext | string {
    const { session, scenarioId } = this;
    if (!session) return 'This session is no longer in the document.';
    const held = this.#held();
    const isMoved = held.whatIf.moved.length > 0;
    // While somebody types, a copy that no lever has moved need not be made anew: it is the scenario itself.
    const whatIf = held.isStale && !isMoved ? null : this.whatIf;
    return this.#scene.context(session, scenarioId, whatIf?.calculation ?? null, whatIf?.moved ?? [], this.levers);
  }
}
