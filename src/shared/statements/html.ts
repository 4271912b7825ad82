const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/**
 * Characters that have no place in a page: control characters other than line breaks and tabs, which HTML forbids, and
 * marks that turn the direction of the text around them, with which a name could make a number read backwards.
 */
const UNWELCOME = /[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;

/** Text as text, wherever it stands in a page: between tags or in an attribute in quotes. */
export function escapeHtml(text: string): string {
  return text
    .toWellFormed()
    .replace(UNWELCOME, '\ufffd')
    .replace(/[&<>"'`]/g, (character) => ENTITIES[character] as string);
}

declare const MARKUP: unique symbol;

/** Text that is HTML already. Only the functions of this file make it, so that a name cannot slip in unescaped. */
export type Html = string & { readonly [MARKUP]: true };

export type HtmlPart = Html | string | number | null | readonly Html[];

/** HTML, wrapped so that it can be told from text at run time as well as by the compiler. */
class Markup extends String {}

function partOf(part: HtmlPart): string {
  if (part === null) return '';
  if (Array.isArray(part)) return part.map(partOf).join('');
  if ((part as unknown) instanceof Markup) return String(part);
  return escapeHtml(String(part));
}

function marked(text: string): Html {
  return new Markup(text) as unknown as Html;
}

/** A template whose parts are escaped unless they were made by this function: html`<td>${school.name}</td>`. */
export function html(texts: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  let out = texts[0] ?? '';
  for (const [at, part] of parts.entries()) out += partOf(part) + (texts[at + 1] ?? '');
  return marked(out);
}

export const NOTHING: Html = marked('');

/** Own constant text that is HTML already, such as a style sheet. Never for anything a person typed. */
export const trusted = (text: string): Html => marked(text);

export function joinHtml(parts: readonly Html[], between = ''): Html {
  return marked(parts.map(String).join(between));
}
