import { formatCompactMoney } from '../text/formatNumber.ts';
import { type Html, html, joinHtml } from './html.ts';
import type { Statement } from './Statement.ts';

/** Apart from one another in brightness too, so that a copy in black and white can be read. */
const COLOURS = ['#1d4f91', '#5b93d3', '#2f7d5b', '#8cc3a4', '#b0702a', '#e3b879', '#6b4f96', '#b7a3d6'];
const OTHER = '#9aa4b1';
const TOP_UP = '#17754a';
const SHOWN = 7;
const WIDTH = 700;
const LEFT = 74;
const ROOM = WIDTH - LEFT - 76;

interface Piece {
  readonly name: string;
  readonly cents: number;
  readonly colour: string;
}

function piecesOf({ formula, grants, topUpCents }: Statement): Piece[] {
  const sources = [...formula, ...grants].filter(({ amountCents }) => amountCents > 0);
  const largest = new Set([...sources].sort((a, b) => b.amountCents - a.amountCents).slice(0, SHOWN));
  const shown = sources.length <= SHOWN + 1 ? sources : sources.filter((source) => largest.has(source));
  const pieces = shown.map(({ name, amountCents }, at) => ({
    name,
    cents: amountCents,
    colour: COLOURS[at] as string,
  }));
  const rest = sources.filter((source) => !shown.includes(source));
  if (rest.length > 0) {
    const cents = rest.reduce((sum, { amountCents }) => sum + amountCents, 0);
    pieces.push({ name: `${rest.length} smaller sources`, cents, colour: OTHER });
  }
  if (topUpCents > 0) pieces.push({ name: 'Top-up to the floor', cents: topUpCents, colour: TOP_UP });
  return pieces;
}

/** This year as one bar, next year as one of the same scale made of its sources; what is given up is hatched away. */
export function statementPicture(statement: Statement): Html {
  const { currentCents, totalCents, deductionCents } = statement;
  const pieces = piecesOf(statement);
  const paid = pieces.reduce((sum, { cents }) => sum + cents, 0);
  const hasCurrent = currentCents > 0;
  const most = Math.max(paid, hasCurrent ? currentCents : 0);
  if (most <= 0) return html``;
  const width = (cents: number): string => ((ROOM * cents) / most).toFixed(1);
  let at = 0;
  const bars = pieces.map(({ cents, colour }) => {
    const bar = html`<rect x="${(LEFT + (ROOM * at) / most).toFixed(1)}" y="27" width="${width(cents)}" height="17" fill="${colour}"/>`;
    at += cents;
    return bar;
  });
  const given =
    deductionCents > 0
      ? html`<rect x="${(LEFT + (ROOM * Math.max(0, at - deductionCents)) / most).toFixed(1)}" y="27" width="${width(Math.min(deductionCents, at))}" height="17" fill="#fff" fill-opacity=".72" stroke="#a64d08" stroke-dasharray="2 2"/>`
      : html``;
  const label = `This year ${hasCurrent ? formatCompactMoney(currentCents) : 'no budget'}, next year ${formatCompactMoney(totalCents)}.`;
  const current = hasCurrent
    ? html`<rect x="${LEFT}" y="4" width="${width(currentCents)}" height="17" fill="#c3cad3"/>
<text x="${(LEFT + (ROOM * currentCents) / most + 5).toFixed(1)}" y="16.5">${formatCompactMoney(currentCents)}</text>`
    : html`<text x="${LEFT}" y="16.5">no budget this year</text>`;
  const keys = pieces.map(
    ({ name, colour }) =>
      html`<li><svg width="9" height="9" aria-hidden="true"><rect width="9" height="9" fill="${colour}"/></svg>${short(name)}</li>`,
  );
  const gives =
    deductionCents > 0
      ? html`<li><svg width="9" height="9" aria-hidden="true"><rect x=".5" y=".5" width="8" height="8" fill="#fff" stroke="#a64d08" stroke-dasharray="2 2"/></svg>Given up</li>`
      : html``;
  return html`<figure class="picture">
<svg viewBox="0 0 ${WIDTH} 48" role="img" aria-label="${label}">
<text class="axis" x="0" y="16.5">This year</text><text class="axis" x="0" y="39.5">Next year</text>
${current}
${joinHtml(bars)}${given}
<text x="${(LEFT + (ROOM * at) / most + 5).toFixed(1)}" y="39.5">${formatCompactMoney(totalCents)}</text>
</svg>
<figcaption><ul class="keys">${joinHtml(keys)}${gives}</ul></figcaption>
</figure>`;
}

const short = (name: string): string => (name.length > 34 ? `${name.slice(0, 33).trimEnd()}…` : name);
