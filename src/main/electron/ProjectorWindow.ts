import { BrowserWindow, type Display, screen } from 'electron';
import { confineContents, projectorPreferences, WINDOW_ORIGIN } from './security.ts';

/** Of a projector that has no screen of its own: 16 to 9, as the slides are. */
const WIDTH = 1280;
const HEIGHT = 720;

/** The page of the projector; which frames are its own, it reads from the fragment. */
export const projectorAddress = (channel: string): string => `${WINDOW_ORIGIN}/projector.html#${channel}`;

/**
 * The window of the projector: a picture and nothing else. It has no preload, so nothing in it can ask main for
 * anything, and it is never among the windows that are answered (see `isOwnSender`). It stands in full screen on a
 * screen where the program's own window is not, or else beside that window in a size of its own.
 */
export class ProjectorWindow {
  readonly #main: () => BrowserWindow | null;
  #window: BrowserWindow | null = null;
  #channel = '';

  constructor(main: () => BrowserWindow | null) {
    this.#main = main;
  }

  open(channel: string): 'second' | 'same' {
    const other = this.#otherDisplay();
    if (this.#window && this.#channel === channel) {
      if (this.#window.isMinimized()) this.#window.restore();
      this.#window.showInactive();
    } else {
      this.close();
      this.#window = this.#create(other);
      this.#channel = channel;
      void this.#window.loadURL(projectorAddress(channel));
    }
    return other ? 'second' : 'same';
  }

  close(): void {
    const window = this.#window;
    this.#window = null;
    if (window && !window.isDestroyed()) window.destroy();
  }

  #create(display: Display | null): BrowserWindow {
    const place = display ? { ...display.bounds, fullscreen: true } : { width: WIDTH, height: HEIGHT };
    const window = new BrowserWindow({
      title: 'Allot projector',
      ...place,
      show: false,
      backgroundColor: '#ffffff',
      autoHideMenuBar: true,
      webPreferences: projectorPreferences(),
    });
    confineContents(window.webContents);
    // Its menu would run commands of the program's own window, from before the audience.
    window.removeMenu();
    // The keys stay with the person at the controls.
    window.once('ready-to-show', () => window.showInactive());
    window.once('closed', () => {
      if (this.#window === window) this.#window = null;
    });
    return window;
  }

  /** A display that does not hold the program's own window; null where there is one display only. */
  #otherDisplay(): Display | null {
    const main = this.#main();
    const own = main ? screen.getDisplayMatching(main.getBounds()) : screen.getPrimaryDisplay();
    return screen.getAllDisplays().find(({ id }) => id !== own.id) ?? null;
  }
}
