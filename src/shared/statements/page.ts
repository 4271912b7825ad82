import { type Html, html, NOTHING, trusted } from './html.ts';

export type Paper = 'letter' | 'a4';

/** What a page says of itself, whatever is on it. */
export interface PageOptions {
  readonly title: string;
  readonly css: string;
  readonly paper: Paper;
  /** Put on the style sheet where a policy of the window asks for it; a file has none. */
  readonly styleNonce?: string;
}

/**
 * The page lets nothing in: no script, no picture or style from elsewhere, no form. A file that a district puts on its
 * site, or a parent opens from a mail, shows what it holds and does nothing.
 */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** One self-contained file: style sheet inside, pictures inside, no scripts, nothing remote. */
export function htmlPage(options: PageOptions, body: Html): string {
  const { title, css, paper, styleNonce } = options;
  const nonce = styleNonce === undefined ? NOTHING : html` nonce="${styleNonce}"`;
  const policy =
    styleNonce === undefined ? html`<meta http-equiv="Content-Security-Policy" content="${POLICY}">` : NOTHING;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
${policy}
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style${nonce}>${trusted(css)}</style>
</head>
<body class="${paper}">
${body}
</body>
</html>
`;
  return String(page);
}

/** Text between quotes in a style sheet: everything but letters and digits as an escape. */
export function cssString(text: string): string {
  const escaped = [...text.toWellFormed()]
    .map((character) =>
      /[A-Za-z0-9 ]/.test(character) ? character : `\\${(character.codePointAt(0) as number).toString(16)} `,
    )
    .join('');
  return `"${escaped}"`;
}

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** The day of an ISO time as people write it: `November 21, 2026`. Anything else stays as it is. */
export function longDate(iso: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  const month = MONTHS[Number(match?.[2]) - 1];
  return match && month ? `${month} ${Number(match[3])}, ${match[1]}` : iso;
}
