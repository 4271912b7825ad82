export type Theme = 'system' | 'light' | 'dark';

const KEY = 'allot-theme';

/** The theme is the person's and not the document's, so it is kept by the browser and not in the file. */
export function readTheme(): Theme {
  try {
    const held = localStorage.getItem(KEY);
    return held === 'light' || held === 'dark' ? held : 'system';
  } catch {
    return 'system';
  }
}

/** Puts the theme on the page, where the style sheet's custom properties follow it. */
export function showTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // A browser that keeps nothing still shows the theme until the window is closed.
  }
}

/** Whether the page is dark now, whichever way that was decided. */
export function isDark(theme: Theme): boolean {
  return theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
}
