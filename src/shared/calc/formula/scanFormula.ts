import { quoted } from '../../text/quoted.ts';
import { FORMULA_LIMITS } from './formulaLimits.ts';

export type Scan =
  | { readonly ok: true /** The text with every kind of space as a plain one. */; readonly text: string }
  | { readonly ok: false; readonly sentence: string };

/** What people and other programs write, and what to write instead; looked up by the characters found. */
const INSTEAD: readonly (readonly [RegExp, string])[] = [
  [/^%/, 'write a percentage as a decimal, 0.05 for 5%'],
  [/^=/, 'write == to compare; a formula assigns nothing and begins without ='],
  [/^<>/, 'write != for unequal'],
  [/^!/, 'write not before a condition, or != for unequal'],
  [/^&/, 'write and between conditions'],
  [/^\|/, 'write or between conditions'],
  [/^~/, 'write not before a condition'],
  [/^['`\u2018\u2019\u201c\u201d\u00ab\u00bb]/, 'write texts between straight double quotes, "like this"'],
  [/^\$/, 'write amounts of money without the dollar sign'],
  [/^;/, 'write a comma between the parts of a function'],
  [/^:/, 'there are no ranges; name each part'],
  [/^\?/, 'write if(condition, then, otherwise)'],
  [/^[[\]{}]/, 'there are no lists or tables; group with parentheses'],
  [/^\./, 'a point belongs only inside a number; names have no parts'],
  [/^#/, 'there are no comments'],
  [/^\\/, 'take the backslash out'],
  [/^[\u2212\u2013\u2014]/, 'write the minus sign of the keyboard, -'],
  [/^[\u00d7\u22c5\u00b7]/, 'write * to multiply'],
  [/^\u00f7/, 'write / to divide'],
  [/^\u2264/, 'write <= for at most'],
  [/^\u2265/, 'write >= for at least'],
  [/^\u2260/, 'write != for unequal'],
  [/^\p{L}/u, 'write measure("…") around a name that is not plain letters, digits and underscores'],
];

/** Words that mean something to other languages; as a column they are reached by measure("…"). */
const FOREIGN_WORDS: Readonly<Record<string, string>> = {
  true: 'a condition stands for itself, such as enrollment > 300',
  false: 'a condition stands for itself, such as enrollment > 300',
  null: 'a blank has no name',
  undefined: 'a blank has no name',
  nan: 'only exact numbers are used',
  infinity: 'only exact numbers are used',
  mod: 'there are no remainders',
  xor: 'use and, or and not',
  to: 'there are no units',
  in: 'write oneOf(level, "ES", "MS")',
  end: 'there are no ranges',
};

type Kind = 'number' | 'text' | 'name' | 'operator' | 'prefix' | 'open' | 'close' | 'comma';
interface Token {
  readonly kind: Kind;
  readonly text: string;
  readonly at: number;
}

/** A token inside a sentence; a text brings its own quotes. */
const shownToken = (token: Token | null): string =>
  token?.kind === 'text' ? quoted(token.text.slice(1, -1)) : quoted(token?.text ?? '');

class Refusal {
  readonly sentence: string;
  constructor(at: number, reason: string) {
    this.sentence = `Character ${at + 1}: ${reason}.`;
  }
}

const SPACE = /\s/;
const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)/y;
const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
const OPERATOR = /==|!=|<=|>=|<(?!>)|>|[-+*/^]/y;
const TEXT = /"([^"\\]*)"/y;

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function readNumber(text: string, at: number, found: string): Token | Refusal {
  const next = text[at + found.length] ?? '';
  if (/[A-Za-z_]/.test(next)) {
    const whole = /^[\w.]+(?:[-+]\d+)?/.exec(text.slice(at))?.[0] ?? found;
    const notation = /^[\d.]+e/i.test(whole) || /^0[xbo]/i.test(whole);
    const advice = notation ? 'write the number out in digits' : 'write * between a number and a name';
    return new Refusal(at, `${quoted(whole)} is not a number; ${advice}`);
  }
  if (next === '.') return new Refusal(at + found.length, 'a number has only one decimal point');
  const [whole = '', part = ''] = found.split('.');
  if (
    (whole + part).replace(/^0+/, '').length > FORMULA_LIMITS.literalDigits ||
    part.length > FORMULA_LIMITS.literalDigits
  ) {
    return new Refusal(
      at,
      `${quoted(found)} has more than ${FORMULA_LIMITS.literalDigits} digits; write a shorter number`,
    );
  }
  return { kind: 'number', text: found, at };
}

function readName(found: string, at: number, isValueExpected: boolean): Token | Refusal {
  if (found === 'not') return { kind: 'prefix', text: found, at };
  if ((found === 'and' || found === 'or') && isValueExpected) {
    return new Refusal(
      at,
      `${quoted(found)} stands between two conditions, as in enrollment > 300 ${found} level == "ES"`,
    );
  }
  if (found === 'and' || found === 'or') return { kind: 'operator', text: found, at };
  const folded = found.toLowerCase();
  if ((folded === 'and' || folded === 'or') && isValueExpected) return readName(folded, at, true);
  const isCapitalWord = folded === 'and' || folded === 'or' || folded === 'not';
  if (isCapitalWord) {
    return new Refusal(at, `${quoted(found)} is written in small letters, ${folded}`);
  }
  const foreign = Object.hasOwn(FOREIGN_WORDS, folded) ? FOREIGN_WORDS[folded] : undefined;
  if (foreign) {
    return new Refusal(
      at,
      `${quoted(found)} is not part of the formula language; ${foreign}. A column of that name is measure("${found}")`,
    );
  }
  return { kind: 'name', text: found, at };
}

function readToken(text: string, at: number, isValueExpected: boolean): Token | Refusal {
  const number = match(NUMBER, text, at);
  if (number) return readNumber(text, at, number);
  const name = match(NAME, text, at);
  if (name) {
    const next = text.codePointAt(at + name.length);
    if (next !== undefined && next > 127 && /\p{L}/u.test(String.fromCodePoint(next))) {
      return new Refusal(
        at + name.length,
        `${quoted(String.fromCodePoint(next))} cannot stand in a plain name; write measure("…") around the name`,
      );
    }
    return readName(name, at, isValueExpected);
  }
  const operator = match(OPERATOR, text, at);
  if (operator) {
    const isPrefix = isValueExpected && (operator === '-' || operator === '+');
    return { kind: isPrefix ? 'prefix' : 'operator', text: operator, at };
  }
  const character = String.fromCodePoint(text.codePointAt(at) as number);
  if (character === '"') {
    const found = match(TEXT, text, at);
    if (found) return { kind: 'text', text: found, at };
    const close = text.indexOf('"', at + 1);
    return new Refusal(
      at,
      close < 0 ? 'a text begins here and is never closed; add a "' : 'a text may not hold a backslash',
    );
  }
  if (character === '(') return { kind: 'open', text: character, at };
  if (character === ')') return { kind: 'close', text: character, at };
  if (character === ',') return { kind: 'comma', text: character, at };
  const rest = text.slice(at);
  const advice = INSTEAD.find(([pattern]) => pattern.test(rest))?.[1] ?? 'take it out';
  return new Refusal(
    at,
    `${quoted(rest.startsWith('<>') ? '<>' : character)} is not part of the formula language; ${advice}`,
  );
}

/**
 * Checks one token against the one before it and keeps the parentheses that are open; `calls` tells for each whether
 * it belongs to a function.
 */
function place(
  token: Token,
  before: Token | null,
  isValueExpected: boolean,
  open: Token[],
  calls: boolean[],
): Refusal | null {
  const shown = shownToken(token);
  switch (token.kind) {
    case 'number':
    case 'text':
    case 'name':
      if (isValueExpected) return null;
      return new Refusal(
        token.at,
        `${shown} follows ${shownToken(before)} with nothing between them; write * to multiply, or a comma between the parts of a function`,
      );
    case 'open':
      if (!isValueExpected && before?.kind !== 'name') {
        return new Refusal(
          token.at,
          `"(" follows ${shownToken(before)} with nothing between them; write * to multiply`,
        );
      }
      open.push(token);
      calls.push(before?.kind === 'name');
      return null;
    case 'close': {
      const isEmptyCall = before?.kind === 'open' && calls.at(-1) === true;
      if (open.length === 0) return new Refusal(token.at, 'this ")" closes nothing; take it out');
      if (isValueExpected && !isEmptyCall) return missing(token.at, before);
      open.pop();
      calls.pop();
      return null;
    }
    case 'comma':
      if (isValueExpected) return missing(token.at, before);
      if (calls.at(-1) !== true) {
        return new Refusal(
          token.at,
          'a comma stands only between the parts of a function; write numbers without thousands marks',
        );
      }
      return null;
    case 'operator':
      return isValueExpected ? missing(token.at, before) : null;
    case 'prefix':
      if (isValueExpected) return null;
      return new Refusal(
        token.at,
        `${shown} follows ${shownToken(before)} with nothing between them; write and or or between conditions`,
      );
  }
}

/** `1,500` typed as a part of a function would silently be two parts, 1 and 500. */
function hidesThousands(source: string, comma: number): boolean {
  return (
    /(?:^|[^\w.])\d{1,3}(?:,\d{3})*$/.test(source.slice(0, comma)) &&
    /^,\d{3}(?![\d.\w])|^,\d{3}\.\d/.test(source.slice(comma))
  );
}

function missing(at: number, before: Token | null): Refusal {
  const where = before ? `after ${shownToken(before)}` : 'at the beginning';
  return new Refusal(at, `a number, name or text is missing ${where}`);
}

/**
 * Reads the text of a formula character by character before the parser sees it. Everything outside the language is
 * refused here with its place: percent signs, units, ranges, assignments, implicit multiplication, foreign quotes and
 * so on. It also bounds length and nesting, so that no text can exhaust the parser, which is recursive.
 */
export function scanFormula(source: string): Scan {
  const refuse = (sentence: string): Scan => ({ ok: false, sentence });
  if (source.length > FORMULA_LIMITS.length) {
    return refuse(
      `The formula is ${source.length.toLocaleString('en-US')} characters long; at most ${FORMULA_LIMITS.length.toLocaleString('en-US')} are allowed.`,
    );
  }
  const open: Token[] = [];
  const calls: boolean[] = [];
  let before: Token | null = null;
  // Signs and `not` before the part being read, and those before each parenthesis that is open.
  let prefixes = 0;
  const outerPrefixes: number[] = [];
  let text = '';
  let at = 0;
  while (at < source.length) {
    if (SPACE.test(source[at] as string)) {
      text += ' ';
      at++;
      continue;
    }
    const isValueExpected: boolean =
      before === null ||
      before.kind === 'operator' ||
      before.kind === 'prefix' ||
      before.kind === 'open' ||
      before.kind === 'comma';
    const token = readToken(source, at, isValueExpected);
    if (token instanceof Refusal) return refuse(token.sentence);
    if (token.kind === 'comma' && calls.at(-1) === true && hidesThousands(source, at)) {
      const advice = 'write numbers without thousands marks, and a space after a comma that separates parts';
      return refuse(new Refusal(at, `this comma looks like a thousands mark; ${advice}`).sentence);
    }
    const refusal = place(token, before, isValueExpected, open, calls);
    if (refusal) return refuse(refusal.sentence);
    if (token.kind === 'open') {
      outerPrefixes.push(prefixes);
      prefixes = 0;
    } else if (token.kind === 'close') prefixes = outerPrefixes.pop() ?? 0;
    else if (token.kind === 'prefix') prefixes++;
    else if (token.kind === 'operator' || token.kind === 'comma') prefixes = 0;
    const depth = open.length + prefixes + outerPrefixes.reduce((sum, each) => sum + each, 0);
    if (depth > FORMULA_LIMITS.depth) {
      return refuse(
        new Refusal(
          at,
          `the formula is nested more than ${FORMULA_LIMITS.depth} deep; split it or take parentheses out`,
        ).sentence,
      );
    }
    text += token.text;
    at += token.text.length;
    before = token;
  }
  if (before === null) return refuse('The formula is empty.');
  if (before.kind !== 'close' && before.kind !== 'number' && before.kind !== 'name' && before.kind !== 'text') {
    return refuse(missing(source.length, before).sentence);
  }
  const unclosed = open.at(-1);
  if (unclosed) return refuse(new Refusal(unclosed.at, 'this "(" is never closed; add a ")"').sentence);
  return { ok: true, text };
}
