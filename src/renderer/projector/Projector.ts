import { ASK_EVERY_MS, Following, STATUS_SENTENCES } from './Following.ts';
import { FramePacer } from './FramePacer.ts';
import { contextOf, fitCanvas, paintFrame } from './paintFrame.ts';
import { projectorKey } from './projectorKeys.ts';
import { channelName, type ToProjector, type ToWindow } from './ShownFrame.ts';

/** A person who does not see the picture is told it once it stands still. */
const TOLD_AFTER_MS = 700;

/**
 * The page before the audience. It holds no document, no token and no way to the host: finished frames come over the
 * channel that its address names, and it paints the newest once per frame of the screen, as soon as it is there. Keys go
 * back over the channel.
 */
export class Projector {
  readonly #root: HTMLElement;
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  readonly #channel: BroadcastChannel;
  readonly #following = new Following();
  readonly #pacer = new FramePacer(() => this.#paint());
  #telling: ReturnType<typeof setTimeout> | undefined;

  constructor(root: HTMLElement, id: string) {
    this.#root = root;
    this.#canvas = root.querySelector('canvas') as HTMLCanvasElement;
    this.#context = contextOf(this.#canvas);
    this.#channel = new BroadcastChannel(channelName(id));
  }

  start(): void {
    this.#channel.onmessage = ({ data }: MessageEvent<ToProjector>) => {
      this.#following.hear(data, performance.now());
      // Somebody is at the controls again: what was shown last may no longer be so.
      if (data.kind === 'here' && this.#following.state !== 'following') this.#say({ kind: 'hello' });
      if (data.kind !== 'here') this.#pacer.ask();
    };
    setInterval(() => {
      this.#say({ kind: 'there' });
      this.#following.look(performance.now());
      this.#showState();
    }, ASK_EVERY_MS);
    new ResizeObserver(() => this.#pacer.ask()).observe(this.#canvas);
    addEventListener('keydown', (event) => this.#press(event));
    addEventListener('pagehide', () => this.#say({ kind: 'bye' }));
    this.#part('full-screen').addEventListener('click', () => void this.#fillScreen());
    document.addEventListener('fullscreenchange', () => {
      this.#part('full-screen').hidden = document.fullscreenElement !== null;
    });
    this.#say({ kind: 'hello' });
  }

  #say(message: ToWindow): void {
    this.#channel.postMessage(message);
  }

  #part(id: string): HTMLElement {
    return this.#root.querySelector(`#${id}`) as HTMLElement;
  }

  #paint(): void {
    const { frame } = this.#following;
    this.#showState();
    if (!frame) return;
    fitCanvas(this.#canvas, devicePixelRatio);
    paintFrame(this.#context, frame);
    const { dataset } = this.#root;
    dataset.revision = String(frame.revision);
    // Told when it has been handed over, so that the window sends no more than is painted.
    requestAnimationFrame(() => this.#say({ kind: 'painted', revision: frame.revision }));
    if (dataset.slide !== String(frame.slide)) dataset.slide = String(frame.slide);
    const look = frame.isBlank ? 'blank' : frame.appearance;
    if (dataset.look !== look) dataset.look = look;
    clearTimeout(this.#telling);
    this.#telling = setTimeout(() => this.#tell(), TOLD_AFTER_MS);
  }

  /** The picture in words. */
  #tell(): void {
    const { frame } = this.#following;
    const isSeen = frame !== null && !frame.isBlank;
    const title = isSeen ? frame.title : 'Allot projector';
    const sentence = isSeen ? frame.sentence : '';
    if (this.#part('title').textContent !== title) this.#part('title').textContent = title;
    if (this.#part('sentence').textContent !== sentence) this.#part('sentence').textContent = sentence;
    if (document.title !== title) document.title = title;
  }

  #showState(): void {
    const { state } = this.#following;
    if (this.#root.dataset.state === state) return;
    this.#root.dataset.state = state;
    this.#part('status').textContent = STATUS_SENTENCES[state];
    if (state === 'ended') this.#tell();
  }

  #press(event: KeyboardEvent): void {
    if (event.key.toLowerCase() === 'f' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      void this.#fillScreen();
      return;
    }
    const key = projectorKey(event);
    // Enter and Space on the one button are its own.
    const isOnButton = event.target instanceof HTMLButtonElement && (event.key === 'Enter' || event.key === ' ');
    if (!key || isOnButton) return;
    event.preventDefault();
    this.#say({ kind: 'key', key });
  }

  async #fillScreen(): Promise<void> {
    try {
      if (document.fullscreenElement) await document.exitFullscreen();
      else await this.#root.requestFullscreen({ navigationUI: 'hide' });
    } catch {
      // A screen that may not be filled shows the picture in the window as before.
    }
  }
}
