import { refuse } from '../WorkbookUnreadable.ts';

/** What a reader hears while a part is scanned. Names come without their namespace prefix. */
export interface XmlListener {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
}

const broken = 'its contents are broken; open it in a spreadsheet program and save it again as .xlsx.';
const DEEPEST = 64;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Resolves the five named references and numbered ones. There are no others without a document type. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&([^;&\s]{0,12};?)/g, (_, reference: string) => {
    if (!reference.endsWith(';')) return refuse(broken);
    const name = reference.slice(0, -1);
    const number = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name);
    if (number) {
      const code = number[1] ? Number.parseInt(number[1], 16) : Number(number[2]);
      return code <= 0x10ffff ? String.fromCodePoint(code) : refuse(broken);
    }
    return Object.hasOwn(NAMED, name) ? (NAMED[name] as string) : refuse(broken);
  });
}

/** The value of an attribute in the raw attribute text of a tag, or null. */
export function attribute(attributes: string, name: string): string | null {
  let from = 0;
  for (;;) {
    const at = attributes.indexOf(name, from);
    if (at < 0) return null;
    from = at + name.length;
    const before = at === 0 ? ' ' : (attributes[at - 1] as string);
    if (before !== ' ' && before !== '\n' && before !== '\t' && before !== '\r') continue;
    const match = /^\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(attributes.slice(from, from + 4_000));
    if (match) return unescapeXml(match[1] ?? match[2] ?? '');
  }
}

/** The end of a tag that began at `from`; a `>` inside a quoted attribute does not end it. */
function tagEnd(xml: string, from: number): number {
  let end = xml.indexOf('>', from);
  let checked = from;
  while (end >= 0) {
    let quote = '';
    for (let at = checked; at < end; at++) {
      const character = xml[at] as string;
      if (quote) {
        if (character === quote) quote = '';
      } else if (character === '"' || character === "'") quote = character;
    }
    if (!quote) return end;
    const closing = xml.indexOf(quote, end);
    if (closing < 0) return -1;
    checked = closing + 1;
    end = xml.indexOf('>', checked);
  }
  return -1;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Reads one part of a workbook from beginning to end in one pass. A document type is refused, since it is the only way
 * in which XML can grow, name files or ask the network; tags must match, so that half a file is noticed.
 */
export function scanXml(xml: string, listener: XmlListener): void {
  const open: string[] = [];
  let at = 0;
  let sawElement = false;
  for (;;) {
    const start = xml.indexOf('<', at);
    if (start < 0) break;
    if (start > at && open.length > 0) listener.text(unescapeXml(xml.slice(at, start)));
    const next = xml[start + 1];
    if (next === '!' || next === '?') {
      at = skipMarkup(xml, start, open.length > 0 ? listener : null);
      continue;
    }
    const end = tagEnd(xml, start + 1);
    if (end < 0) refuse(broken);
    at = end + 1;
    if (next === '/') {
      const name = xml.slice(start + 2, end).trim();
      if (open.pop() !== name) refuse(broken);
      listener.close(localName(name));
      continue;
    }
    const isEmpty = xml[end - 1] === '/';
    const inside = xml.slice(start + 1, isEmpty ? end - 1 : end);
    const nameEnd = inside.search(/\s/);
    const name = nameEnd < 0 ? inside : inside.slice(0, nameEnd);
    if (name === '' || (open.length === 0 && sawElement)) refuse(broken);
    sawElement = true;
    listener.open(localName(name), nameEnd < 0 ? '' : inside.slice(nameEnd));
    if (isEmpty) listener.close(localName(name));
    else if (open.push(name) > DEEPEST) refuse(broken);
  }
  if (open.length > 0 || !sawElement) refuse(broken);
}

/** Passes over a comment, a processing instruction or a CDATA section, whose text is told. Returns where it ends. */
function skipMarkup(xml: string, start: number, listener: XmlListener | null): number {
  const kinds = [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
    ['<?', '?>'],
  ] as const;
  for (const [opening, closing] of kinds) {
    if (!xml.startsWith(opening, start)) continue;
    const end = xml.indexOf(closing, start + opening.length);
    if (end < 0) refuse(broken);
    if (opening === '<![CDATA[') listener?.text(xml.slice(start + opening.length, end));
    return end + closing.length;
  }
  return refuse('it contains a document type, which no spreadsheet program writes.');
}
