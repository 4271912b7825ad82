import { orderedLevers, orderedSlides } from '../../shared/changes/sessions.ts';
import type { BoardSessionRow, LeverRow, SlideRow } from '../../shared/model/rows.ts';
import { drawSlide } from '../../shared/slides/drawSlide.ts';
import type { SlideContext } from '../../shared/slides/SlideContext.ts';
import { type FrameClock, FramePacer, screenClock } from '../projector/FramePacer.ts';
import type { ProjectorKey, ShownFrame } from '../projector/ShownFrame.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import { Store } from '../state/Store.ts';
import { LiveScene } from './LiveScene.ts';
import { LiveWhatIf, type Movement } from './LiveWhatIf.ts';
import { pictureFrame, sentenceFrame } from './slideFrames.ts';

/** Where the presentation stands in the window: all of it, at its foot beside the sheets, or the slide alone. */
export type PresentView = 'console' | 'bar' | 'oneScreen';

/** What a presentation needs of its surroundings. */
export interface Stage extends Movement {
  readonly post: (frame: ShownFrame) => void;
  readonly clock?: FrameClock;
}

/** Told with each frame; what is not of a frame is told by the session itself. */
export class FrameStore extends Store {
  tell(): void {
    this.notify();
  }
}

/** After an edit of the document the what-if is made anew when the person has stopped typing. */
const REST_MS = 400;

/**
 * A board session as it is presented: which slide, which levers, what is seen. A lever moves a copy of the scenario
 * (`WhatIf`), the slide is drawn from it, and the frame goes to the projector before this window paints it.
 *
 * It follows the document: an edit, an undo or another scenario shown is on the slide with the next frame. Each
 * scenario keeps its own what-if, so looking at another one loses nothing.
 */
export class LiveSession extends LiveWhatIf {
  readonly sessionId: number;
  readonly frames = new FrameStore();
  readonly #stage: Stage;
  readonly #pacer: FramePacer;
  readonly #scene: LiveScene;
  readonly #stop: () => void;
  readonly startedAt = Date.now();
  #slideId: number;
  #view: PresentView;
  #isBlank = false;
  #isOver = false;
  #frame: ShownFrame | null = null;
  #revision = 0;
  #followed = '';
  #isFollowing = true;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(document: DocumentState, sessionId: number, slideId: number | null, view: PresentView, stage: Stage) {
    super(document, stage);
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
    // Turning the page brings the picture back, and not for a moment the one before.
    const wasBlank = this.#isBlank;
    this.#isBlank = false;
    if (key === 'first') this.goToSlide(0);
    else if (key === 'last') this.goToSlide(this.slides.length - 1);
    else this.turn(key === 'next' ? 1 : -1);
    if (wasBlank) this.setBlank(false);
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

  /** The same frame again, for a projector that has just come. */
  postAgain(): void {
    if (this.#frame) this.#stage.post(this.#frame);
  }

  /** A slide as it would be shown now: the next one, for the person at the controls. */
  drawOther(slide: SlideRow): ShownFrame {
    return this.#frameOf(slide);
  }

  end(): void {
    this.#isOver = true;
    this.#stop();
    clearTimeout(this.#rest);
  }

  protected override askFrame(): void {
    this.#pacer.ask();
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
    this.leaveBehind();
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
    // What was asked for before the end is nobody's any more.
    if (this.#isOver) return;
    this.goOn();
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
    return pictureFrame(this.#about(), drawSlide(slide, context));
  }

  #context(): SlideContext | string {
    const { session, scenarioId } = this;
    if (!session) return 'This session is no longer in the document.';
    const whatIf = this.shown;
    return this.#scene.context(session, scenarioId, whatIf?.calculation ?? null, whatIf?.moved ?? [], this.levers);
  }
}
