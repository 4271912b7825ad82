import type { Session, WebContents, WebFrameMain, WebPreferences } from 'electron';

/** The window's only origin; `src/main/electron/protocol.ts` serves it. */
export const WINDOW_ORIGIN = 'app://allot';
export const WINDOW_ADDRESS = `${WINDOW_ORIGIN}/index.html`;

/**
 * What the window's process may do: show our page, and nothing of the computer. Most of these are Electron's
 * defaults; they are written down so that a change of a default, or of ours, fails a test.
 */
export function windowPreferences(preload: string): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    spellcheck: false,
    devTools: true,
  };
}

/** The same for the projector, which needs nothing of us but its page: without the preload there is no way to ask. */
export function projectorPreferences(): WebPreferences {
  const { preload: _none, ...rest } = windowPreferences('');
  return rest;
}

/** The one place that decides whose messages are heard: the main frame of a window of ours, showing our origin. */
export function isOwnSender(frame: WebFrameMain | null, ownContents: readonly WebContents[]): boolean {
  if (frame === null || frame.parent !== null || frame.origin !== WINDOW_ORIGIN) return false;
  return ownContents.some((contents) => !contents.isDestroyed() && contents.mainFrame === frame);
}

/**
 * No page of ours needs the camera, the position, notifications or the like; every such wish is refused unasked. Only
 * to fill the screen is granted, to a page of ours, for the projector.
 */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const isOurs = details.isMainFrame && details.requestingUrl.startsWith(`${WINDOW_ORIGIN}/`);
    answer(permission === 'fullscreen' && isOurs);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
}

/** Cuts every request that leaves the program: whatever a page asked for, only `app:` and the developer tools pass. */
export function denyNetwork(session: Session): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    const allowed = ['app:', 'devtools:', 'data:', 'blob:'].some((scheme) => details.url.startsWith(scheme));
    answer({ cancel: !allowed });
  });
}

/** A window shows our page for as long as it lives: it goes nowhere, opens nothing, and embeds nothing. */
export function confineContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    // The preview of a page to print is a frame whose page comes with it; it leads nowhere.
    if (event.isMainFrame || event.url !== 'about:srcdoc') event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
