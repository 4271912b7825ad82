import { formatChange, formatCount, formatMoney, MINUS } from '../text/formatNumber.ts';
import { fitStatement, linePages, type StatementFit } from './fitStatement.ts';
import { type Html, html, joinHtml, NOTHING } from './html.ts';
import type { Statement, StatementFloor, StatementSource } from './Statement.ts';
import { statementPicture } from './statementPicture.ts';

/** What is around a statement: the logo, the day, and where it stands in a run. */
export interface StatementPlace {
  /** A `data:` address of the district's picture; null without one. */
  readonly logo: string | null;
  /** `November 21, 2026`. */
  readonly date: string;
  /** The number of the statement's first page, and of all pages of the run. */
  readonly firstPage: number;
  readonly pageCount: number;
}

/** One school's statement as one `article`, with as many `section`s as it has pages. */
export function statementHtml(statement: Statement, place: StatementPlace, fit = fitStatement(statement)): Html {
  const pages = [firstPage(statement, place, fit)];
  if (fit.first !== 'lines') {
    for (const [at, sources] of linePages([...statement.formula, ...statement.grants]).entries()) {
      pages.push(linesPage(statement, place, sources, at + 1, fit.pages));
    }
  }
  return html`<article class="statement" aria-label="${statement.school.name}">
${joinHtml(pages, '\n')}
</article>`;
}

function firstPage(statement: Statement, place: StatementPlace, fit: StatementFit): Html {
  return html`<section class="page ${fit.density}">
${header(statement, place)}
${keyFigures(statement)}
${statementPicture(statement)}
${linesTable(statement, fit)}
${statement.floor ? floorBox(statement, statement.floor) : NOTHING}
${reading(statement)}
${footer(statement, place, 0)}
</section>`;
}

const STATUS: Readonly<Record<Statement['scenario']['status'], string>> = {
  draft: 'DRAFT',
  proposed: 'PROPOSED',
  adopted: 'ADOPTED',
};

function header({ districtName, fiscalYear, school, scenario }: Statement, { logo }: StatementPlace): Html {
  const year = fiscalYear === '' ? '' : ` · Fiscal year ${fiscalYear}`;
  const isStamped = scenario.stamp !== '';
  const told =
    scenario.status === 'draft'
      ? 'not decided yet; amounts may change'
      : scenario.status === 'proposed'
        ? 'proposed to the board; amounts may change'
        : '';
  return html`<header class="head">
${logo === null ? NOTHING : html`<img class="logo" src="${logo}" alt="Logo of ${districtName}" />`}
<div class="who">
<p class="district clip">${districtName}${year}</p>
<h1 class="clip">${school.name}</h1>
<p class="school">School ${school.code} · ${school.levels}</p>
</div>
<div class="status ${scenario.status}">
<p class="mark">${STATUS[scenario.status]}</p>
<p class="clip">${scenario.name}</p>
<p>${isStamped ? scenario.stamp : told}${scenario.seal === '' ? NOTHING : html`<br /><span class="seal">Stamp ${scenario.seal}</span>`}</p>
</div>
</header>`;
}

function keyFigures(statement: Statement): Html {
  const {
    currentCents,
    totalCents,
    changeCents,
    changePercent,
    perPupilCents,
    currentPerPupilCents,
    pupils,
    pupilsThen,
  } = statement;
  const has = (value: number): boolean => Number.isFinite(value);
  const direction = changeCents > 0 ? 'up' : changeCents < 0 ? 'down' : 'same';
  const row = (label: string, now: string, next: string, change: string, name: string): Html =>
    html`<tr><th scope="row">${label}</th><td data-figure="${name}-now">${now}</td><td data-figure="${name}-next">${next}</td><td data-figure="${name}-change">${change}</td></tr>`;
  const none = '–';
  const money = (cents: number): string =>
    has(cents) ? `$${formatMoney(cents)}`.replace(`$${MINUS}`, `${MINUS}$`) : none;
  const changed = has(changeCents)
    ? `${signedDollars(changeCents)}${changePercent === '' ? '' : ` (${changePercent})`}`
    : 'new: no budget this year';
  const perPupilChange =
    has(perPupilCents) && has(currentPerPupilCents) ? signedDollars(perPupilCents - currentPerPupilCents) : none;
  const pupilsChange = has(pupilsThen) ? `${pupils > pupilsThen ? '+' : ''}${formatCount(pupils - pupilsThen)}` : none;
  return html`<table class="figures ${direction}">
<caption>This year and next year</caption>
<thead><tr><th scope="col"><span class="hidden">Figure</span></th><th scope="col">This year</th><th scope="col">Next year</th><th scope="col">Change</th></tr></thead>
<tbody>
${row('Budget', money(currentCents), money(totalCents), changed, 'total')}
${row('Per pupil', money(currentPerPupilCents), money(perPupilCents), perPupilChange, 'per-pupil')}
${row('Pupils', has(pupilsThen) ? formatCount(pupilsThen) : none, formatCount(pupils), pupilsChange, 'pupils')}
</tbody>
</table>`;
}

function signedDollars(cents: number): string {
  const text = formatChange(cents);
  if (text.startsWith('+') || text.startsWith(MINUS)) return `${text.slice(0, 1)}$${text.slice(1)}`;
  return `$${text}`;
}

const COLUMNS = html`<thead><tr><th scope="col">Source and who counts</th><th scope="col">Count</th><th scope="col">Weight</th><th scope="col">Rate in $</th><th scope="col">Amount in $</th></tr></thead>`;

function linesTable(statement: Statement, fit: StatementFit): Html {
  const { formula, grants, formulaCents, grantsCents, topUpCents, deductionCents, totalCents, lockedCents } = statement;
  const shown = (sources: readonly StatementSource[]): Html => {
    if (fit.first === 'totals') return NOTHING;
    return joinHtml(sources.map((source) => sourceRows(fit.first === 'lines' ? source : { ...source, lines: [] })));
  };
  const total = (label: string, cents: number, name: string, kind = 'sum'): Html =>
    html`<tr class="${kind}"><th scope="row" colspan="4">${label}</th><td data-figure="${name}">${formatMoney(cents)}</td></tr>`;
  const follow =
    fit.first === 'lines'
      ? NOTHING
      : html`<p class="follow">The lines of each source follow on ${fit.pages === 2 ? 'the next page' : `the next ${fit.pages - 1} pages`}.</p>`;
  const parts: Html[] = [];
  if (grants.length > 0 || topUpCents !== 0 || deductionCents !== 0)
    parts.push(total('From the formula', formulaCents, 'formula'));
  const after: Html[] = [];
  if (grants.length > 0) after.push(total('Grants', grantsCents, 'grants'));
  if (topUpCents !== 0) after.push(total('Top-up to the floor', topUpCents, 'top-up'));
  if (deductionCents !== 0) after.push(total('Given up for other schools’ floors', -deductionCents, 'deduction'));
  after.push(total('Budget next year', totalCents, 'total', 'total'));
  if (lockedCents !== 0)
    after.push(total('Committed centrally for this school, not in its budget', lockedCents, 'locked', 'beside'));
  return html`<table class="lines">
<caption>Where next year’s budget comes from</caption>
${COLUMNS}
${shown(formula)}
${parts.length > 0 ? html`<tbody>${joinHtml(parts)}</tbody>` : NOTHING}
${shown(grants)}
<tbody class="totals">${joinHtml(after)}</tbody>
</table>
${follow}`;
}

function sourceRows(source: StatementSource): Html {
  const { name, how, restriction, lines, amountCents, code } = source;
  const only = lines.length === 1 ? lines[0] : undefined;
  const of = only && only.count !== '' ? (only.label === 'Points' ? ' points' : '') : '';
  const note = [
    ...(restriction === 'restricted' ? ['restricted'] : []),
    ...(only && only.count !== '' && of === '' ? [`${how}, ${only.label}`] : [how]),
  ].join(', ');
  const told = html`${name} <span class="how">${note}</span>`;
  const label = name.length + note.length > 60 ? html`<span class="clip">${told}</span>` : told;
  const head = only
    ? html`<tr class="source"><th scope="row">${label}</th><td>${only.count}${of}</td><td>${only.weight}</td><td>${only.rate}</td><td data-source="${code}">${formatMoney(amountCents)}</td></tr>`
    : html`<tr class="source"><th scope="rowgroup" colspan="4">${label}</th><td data-source="${code}">${formatMoney(amountCents)}</td></tr>`;
  const rows = only
    ? []
    : lines.map(
        (line) =>
          html`<tr class="line"><th scope="row">${clipped(line.label)}</th><td>${line.count}</td><td>${line.weight}</td><td>${line.rate}</td><td data-line="${code}">${formatMoney(line.amountCents)}</td></tr>`,
      );
  return html`<tbody>${head}${joinHtml(rows)}</tbody>`;
}

/** Only a label that breaks into several lines is cut; each wrapping costs a tag in print. */
const clipped = (label: string): Html =>
  label.length > 40 ? html`<span class="clip">${label}</span>` : html`${label}`;

function floorBox(statement: Statement, floor: StatementFloor): Html {
  const { parts, floorCents, comparisonCents, sentences, topUpCents } = floor;
  const hasFloor = Number.isFinite(floorCents);
  const rows = parts.map(
    ({ label, amountCents }) => html`<tr><th scope="row">${label}</th><td>${formatMoney(amountCents)}</td></tr>`,
  );
  const highest =
    parts.length > 1
      ? html`<tr><th scope="row">The floor: the higher of the two</th><td data-figure="floor">${formatMoney(floorCents)}</td></tr>`
      : NOTHING;
  const table = html`<table class="floor-table"><caption class="hidden">The floor in dollars</caption><thead class="hidden"><tr><th scope="col">Figure</th><th scope="col">Amount in $</th></tr></thead><tbody>${joinHtml(rows)}${highest}<tr><th scope="row">Amount compared with it</th><td data-figure="comparison">${formatMoney(comparisonCents)}</td></tr>${topUpCents > 0 ? html`<tr><th scope="row">Top-up</th><td>${formatMoney(topUpCents)}</td></tr>` : NOTHING}</tbody></table>`;
  return html`<section class="floor" aria-label="Floor of ${statement.school.name}"><p class="heading">Floor: what the school cannot fall below</p>
${hasFloor && topUpCents > 0 ? table : hasFloor ? html`<p>The floor is <span data-figure="floor">$${formatMoney(floorCents)}</span>: ${parts.length > 1 ? 'the highest of ' : ''}${parts.map(({ label }) => lower(label)).join(' and ')}.</p>` : NOTHING}
<p>${sentences.join(' ')}</p></section>`;
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function reading({ howToRead, notReaching }: Statement): Html {
  const none = notReaching.length === 0 ? NOTHING : html` Nothing comes from: ${listed(notReaching)}.`;
  return html`<section class="reading" aria-label="How to read this page"><p class="heading">How to read this page</p><p>${howToRead.join(' ')}${none}</p></section>`;
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 6).map((name) => (name.length > 40 ? `${name.slice(0, 39)}…` : name));
  return names.length > 6 ? `${shown.join('; ')}; and ${names.length - 6} more` : shown.join('; ');
}

function footer({ school, fiscalYear, districtName }: Statement, place: StatementPlace, at: number): Html {
  const year = fiscalYear === '' ? '' : ` · ${fiscalYear}`;
  return html`<footer><span class="clip">${school.code} · ${districtName}${year}</span><span>${place.date}</span><span>Page ${(place.firstPage + at).toLocaleString('en-US')} of ${place.pageCount.toLocaleString('en-US')}</span></footer>`;
}

function linesPage(
  statement: Statement,
  place: StatementPlace,
  sources: readonly StatementSource[],
  at: number,
  pages: number,
): Html {
  return html`<section class="page dense">
<header class="head again"><div class="who"><p class="clip name">${statement.school.name}</p><p class="school">School ${statement.school.code} · lines of each source, ${at + 1} of ${pages}</p></div><div class="status ${statement.scenario.status}"><p class="mark">${STATUS[statement.scenario.status]}</p></div></header>
<table class="lines"><caption>Lines of each source</caption>
${COLUMNS}
${joinHtml(sources.map(sourceRows))}
</table>
${footer(statement, place, at)}
</section>`;
}
