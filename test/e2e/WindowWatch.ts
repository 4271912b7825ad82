import type { Page } from '@playwright/test';

const OWN_ADDRESS = /^(http:\/\/127\.0\.0\.1[:/]|app:\/\/allot\/|data:|blob:|about:)/;

/**
 * What went wrong behind a window while a test looked at it: any error on its console (AG Grid reports misused options
 * there and goes on), any exception, any breach of the content policy, any request to somewhere else.
 */
export class WindowWatch {
  readonly problems: string[] = [];
  private hostIsGone = false;

  follow(page: Page): void {
    this.hostIsGone = false;
    page.on('console', (message) => {
      const text = message.text();
      if (this.hostIsGone && text.includes('net::ERR_')) return;
      // The preview of a printed page runs no scripts, not even those of axe, which tries in every frame.
      if (text.startsWith("Blocked script execution in 'about:srcdoc'")) return;
      if (message.type() === 'error' || /AG Grid/.test(text)) this.problems.push(`console: ${text}`);
    });
    page.on('pageerror', (error) => this.problems.push(`exception: ${error.message}`));
    page.on('request', (request) => {
      if (!OWN_ADDRESS.test(request.url())) this.problems.push(`request to ${request.url()}`);
    });
  }

  /** From now on a window may fail to reach its host, because the test took the host away. */
  expectHostGone(): void {
    this.hostIsGone = true;
  }
}
