import type { Calculation } from '../calc/Calculation.ts';
import { explain } from '../calc/explain/explain.ts';
import { eligibilityProfiles, perPupilMatrices } from '../calc/perPupilMatrix.ts';
import type { Explanation } from '../calc/results.ts';
import type { RationaleSubject } from '../model/rows.ts';
import { differences } from '../scenarios/differences.ts';
import { shockSubject, signedPercent } from '../scenarios/shockWords.ts';
import { type Html, html, joinHtml, NOTHING } from '../statements/html.ts';
import { htmlPage, longDate, type Paper } from '../statements/page.ts';
import { logoAddress } from '../statements/statementsPage.ts';
import { formatCount, formatMoney, formatPercent } from '../text/formatNumber.ts';
import { bookTable, cellTable, rateText, weightText } from './bookTables.ts';
import {
  centralSentence,
  counted,
  dollars,
  eligibilitySentence,
  formulaNotes,
  methodWords,
  ORIGINS,
  roundingSentence,
  STATUSES,
} from './bookWords.ts';
import { exemptionRows, floorSentences, minimumRows } from './floorWords.ts';
import { formulaBookCss } from './formulaBookCss.ts';
import { GLOSSARY } from './glossary.ts';
import { rationalePlaces } from './rationales.ts';

export interface FormulaBookOptions {
  readonly paper: Paper;
  /** ISO time. */
  readonly at: string;
  readonly styleNonce?: string;
}

interface Chapter {
  readonly id: string;
  readonly name: string;
  readonly body: Html;
}

/**
 * The formula book: every rule of the model in plain language, with the numbers it gives and the reason where the
 * district has written one. Nothing in it is typed for the book but the reasons; the rest follows from the model.
 */
export function formulaBookPage(calculation: Calculation, options: FormulaBookOptions): string {
  const { model, plan } = calculation;
  const districtName = model.get('district', 'name')?.value.trim() || 'School district';
  const year = model.get('district', 'fiscal_year')?.value.trim() ?? '';
  const { scenario } = plan;
  const chapters = chaptersOf(calculation);
  const logo = logoAddress(model);
  const adoption = scenario.status === 'adopted' ? model.get('adoption', scenario.id) : undefined;
  const told = adoption
    ? `Adopted ${longDate(adoption.at)}${adoption.by === '' ? '' : ` by ${adoption.by}`} · stamp ${adoption.resultsSha256.slice(0, 12)}`
    : scenario.status === 'draft'
      ? 'Not decided yet; rules and amounts may change'
      : 'Proposed to the board; rules and amounts may change';
  const body = html`<main>
<header class="cover">${logo === null ? NOTHING : html`<img class="logo" src="${logo}" alt="Logo of ${districtName}" />`}<div>
<p class="district">${districtName}${year === '' ? '' : ` · Fiscal year ${year}`}</p>
<h1>How schools are funded</h1>
<p>Formula book of the scenario “${scenario.name}” <span class="mark ${scenario.status}">${scenario.status.toUpperCase()}</span></p>
<p class="dim">${told} · printed ${longDate(options.at)}</p>
</div></header>
${why(calculation, 'district', '')}
<nav aria-label="Chapters"><ol>${joinHtml(chapters.map(({ id, name }) => html`<li><a href="#${id}">${name}</a></li>`))}</ol></nav>
${joinHtml(
  chapters.map(
    (chapter) =>
      html`<section aria-labelledby="${chapter.id}"><h2 id="${chapter.id}">${chapter.name}</h2>${chapter.body}</section>`,
  ),
  '\n',
)}
</main>`;
  const footer = `${districtName}${year === '' ? '' : ` · ${year}`} · Formula book${scenario.status === 'draft' ? ' · DRAFT' : ''}`;
  return htmlPage(
    {
      title: `Formula book · ${districtName}${year === '' ? '' : ` · ${year}`}${scenario.status === 'draft' ? ' · Draft' : ''}`,
      css: formulaBookCss(options.paper, footer),
      paper: options.paper,
      ...(options.styleNonce === undefined ? {} : { styleNonce: options.styleNonce }),
    },
    body,
  );
}

function chaptersOf(calculation: Calculation): Chapter[] {
  const chapters: (Chapter | null)[] = [
    { id: 'overview', name: 'Where the money comes from', body: overview(calculation) },
    { id: 'pupils', name: 'Levels, needs and pupils', body: pupils(calculation) },
    { id: 'sources', name: 'Every source and its rule', body: sources(calculation) },
    weights(calculation),
    perPupil(calculation),
    { id: 'floors', name: 'Floors and who pays for them', body: floors(calculation) },
    scenarioChapter(calculation),
    example(calculation),
    {
      id: 'glossary',
      name: 'Words',
      body: html`<dl>${joinHtml(GLOSSARY.map(([word, meaning]) => html`<dt>${word}</dt><dd>${meaning}</dd>`))}</dl>`,
    },
    missing(calculation),
  ];
  return chapters.filter((chapter) => chapter !== null);
}

/** The reason the district has written, or nothing; what is missing is listed at the end. */
function why({ model }: Calculation, subject: RationaleSubject, code: string): Html {
  const text = model.get('rationale', subject, code)?.text.trim() ?? '';
  return text === '' ? NOTHING : html`<div class="why"><strong>Why</strong>${text}</div>`;
}

function overview({ results, sourceRows }: Calculation): Html {
  const used = new Set(results.sources.map(({ status }) => status));
  const meanings = (['unlock', 'grant', 'lock'] as const)
    .filter((status) => used.has(status))
    .map((status) => html`<li><strong>${STATUSES[status].name}</strong>: ${STATUSES[status].meaning}.</li>`);
  const { tieOut } = results;
  const rows = results.sources.map((source, at) => [
    source.name,
    `${ORIGINS[sourceRows[at]!.origin]}, ${source.restriction}`,
    STATUSES[source.status].name,
    formatMoney(source.amountCents),
    formatMoney(source.centralCents),
    formatMoney(source.schoolsCents),
    formatMoney(source.leftCents),
  ]);
  return html`<p>For every source, what stays central, what reaches schools and what is left add up to its amount, to the cent.</p>
<ul>${joinHtml(meanings)}</ul>
${bookTable({
  caption: 'Sources in dollars',
  columns: ['Source', 'Origin', 'Status', 'Amount', 'Central', 'Schools', 'Left'],
  rows,
  numbersFrom: 3,
  total: [
    'All sources',
    '',
    '',
    ...[tieOut.revenueCents, tieOut.centralCents, tieOut.schoolsCents, tieOut.leftCents].map(formatMoney),
  ],
})}`;
}

function pupils(calculation: Calculation): Html {
  const { levels, needs, plan, schools, results } = calculation;
  const cells = new Float64Array(levels.length * needs.length);
  for (const [line, cell] of plan.counts.cell.entries()) cells[cell]! += plan.counts.count[line]!;
  const notes = needs.map(({ code }) => why(calculation, 'need', code));
  return html`<p>The district plans for ${formatCount(results.totals.pupils)} pupils in ${counted(schools.length, 'school')}. ${needs[0]?.name ?? 'The first need'} counts every pupil once; a pupil with several needs counts once under each of them.</p>
${cellTable(calculation, 'Pupils by level and need', (cell) => (cells[cell] === 0 ? '' : formatCount(cells[cell]!)))}
${joinHtml(needs.flatMap((need, at) => (String(notes[at]) === '' ? [] : [html`<h3>${need.name}</h3>${notes[at] as Html}`])))}`;
}

function sources(calculation: Calculation): Html {
  const { results, model, sourceRows } = calculation;
  return joinHtml(
    results.sources.map((source, at) => {
      const { decision } = calculation.sourceStates[at]!.decided;
      const { sentence, formula } = methodWords(calculation, at);
      const rounding = roundingSentence(source);
      const isByRule = source.method === 'proportional' || source.method === 'per_school';
      const notes = formulaNotes(model, [isByRule ? (decision.formula ?? '') : '', decision.eligibility]);
      return html`<section aria-label="${source.name}"><h3>${source.name} <span class="dim">${source.code}</span></h3>
<p class="dim">${ORIGINS[sourceRows[at]!.origin]}, ${source.restriction} · ${dollars(source.amountCents)} · ${STATUSES[source.status].name.toLowerCase()}</p>
<p>${centralSentence(decision, source)} ${sentence}${source.method === 'none' || source.method === 'table' ? '' : ` ${eligibilitySentence(model, decision.eligibility, source)}`}</p>
${source.stopped ? html`<p><strong>${source.stopped.sentence}</strong></p>` : NOTHING}
${formula === '' ? NOTHING : html`<pre>${formula}</pre>`}
${notes === '' ? NOTHING : html`<p class="dim">${notes}</p>`}
${rounding === '' ? NOTHING : html`<p>${rounding}</p>`}
${source.method === 'shares' ? sharesTable(calculation, source.code) : NOTHING}
${source.rates ? cellTable(calculation, 'Rate per pupil in dollars', (cell) => rateText(source.rates?.[cell])) : NOTHING}
${why(calculation, 'source', source.code)}</section>`;
    }),
    '\n',
  );
}

function sharesTable({ model, levels, needs, scenarioId }: Calculation, code: string): Html {
  const percent = (level: string, need: string): string => {
    const units = model.get('share', scenarioId, code, level, need)?.percent ?? 0;
    return units === 0 ? '–' : formatPercent(units);
  };
  return bookTable({
    caption: 'Shares of the pool: of each level, and of each need within its level',
    columns: ['Level', 'Of the pool', ...needs.map(({ name }) => name)],
    rows: levels.map((level) => [
      level.name,
      percent(level.code, ''),
      ...needs.map(({ code: need }) => percent(level.code, need)),
    ]),
    numbersFrom: 1,
  });
}

function weights(calculation: Calculation): Chapter | null {
  const { plan, results, sourceStates, model, scenarioId } = calculation;
  const sets = model.ordered('weightSet').filter(({ scenario }) => scenario === scenarioId);
  if (sets.length === 0) return null;
  const body = joinHtml(
    sets.map(({ weightSet }) => {
      const set = plan.weightSets.get(weightSet);
      const using = results.sources.filter((_, at) => sourceStates[at]!.usesSet(weightSet)).map(({ name }) => name);
      return html`<h3>${weightSet}</h3><p class="dim">${using.length === 0 ? 'No source uses it.' : `Used by ${using.join('; ')}.`}</p>
${cellTable(calculation, `Weights of ${weightSet}`, (cell) => weightText(set?.weights[cell] ?? 0, set?.typed[cell] === 1))}
${why(calculation, 'weight_set', weightSet)}`;
    }),
    '\n',
  );
  return { id: 'weights', name: 'Weights', body };
}

/** The matrices that carry the most schools; a district with many rules of eligibility has very many. */
const MATRICES = 4;

function perPupil(calculation: Calculation): Chapter | null {
  const matrices = perPupilMatrices(calculation);
  if (matrices.length === 0 || eligibilityProfiles(calculation.results.sources, 1).length === 0) return null;
  const shown = [...matrices].sort((left, right) => right.schools.length - left.schools.length).slice(0, MATRICES);
  const more = matrices.length - shown.length;
  const tables = shown.map((matrix) =>
    cellTable(
      calculation,
      `${counted(matrix.schools.length, 'school')}, reached by ${matrix.sources.map((code) => calculation.model.table('source').get(code)?.name ?? code).join('; ')}`,
      (cell) => rateText(matrix.rates[cell]),
    ),
  );
  const body = html`<p>The rates of all sources that pay by pupil, added up. Schools that different sources reach have different tables.</p>${joinHtml(tables)}${more > 0 ? html`<p class="dim">${counted(more, 'further table')}, each for fewer schools, ${more === 1 ? 'is' : 'are'} on the sheet Per-pupil matrix of the model.</p>` : NOTHING}`;
  return { id: 'per-pupil', name: 'What a pupil brings, all sources together', body };
}

function floors(calculation: Calculation): Html {
  const minimums = calculation.results.topUps.isOn ? minimumRows(calculation) : [];
  const exempt = calculation.results.topUps.isOn ? exemptionRows(calculation) : [];
  return html`<p>${floorSentences(calculation).join(' ')}</p>
${minimums.length > 0 ? bookTable({ caption: 'Minimum operational budgets', columns: ['Level or school', 'Minimum'], rows: minimums, numbersFrom: 1 }) : NOTHING}
${exempt.length > 0 ? bookTable({ caption: 'Schools exempt from floors', columns: ['School', 'Reason'], rows: exempt }) : NOTHING}
${why(calculation, 'floors', '')}`;
}

function scenarioChapter({ model, plan }: Calculation): Chapter | null {
  const { scenario } = plan;
  const base = scenario.basedOn === null ? undefined : model.get('scenario', scenario.basedOn);
  const shocks = [...model.table('shock').values()].filter((shock) => shock.scenario === scenario.id);
  const changes = base ? differences(model, scenario.id, base.id).map(({ sentence }) => sentence) : [];
  if (!base && shocks.length === 0 && scenario.description.trim() === '') return null;
  const body = html`${scenario.description.trim() === '' ? NOTHING : html`<p>${scenario.description.trim()}</p>`}
${shocks.length === 0 ? NOTHING : html`<p>It supposes:</p><ul>${joinHtml(shocks.map((shock) => html`<li>${shockSubject(model, shock)} ${signedPercent(shock.percent)}</li>`))}</ul>`}
${base ? (changes.length === 0 ? html`<p>It is based on “${base.name}” and decides nothing otherwise.</p>` : html`<p>It is based on “${base.name}” and changes:</p><ul>${joinHtml(changes.map((change) => html`<li>${change}</li>`))}</ul>`) : NOTHING}`;
  return { id: 'scenario', name: `What “${scenario.name}” changes`, body };
}

/** The school in the middle by budget, of those topped up where there are any: an example that shows every rule at work. */
function exampleSchool({ results, schools }: Calculation): number | null {
  const all = schools.map((_, school) => school);
  const toppedUp = all.filter((school) => results.topUp[school]! > 0);
  const among = (toppedUp.length > 0 ? toppedUp : all).sort(
    (left, right) => results.total[left]! - results.total[right]! || left - right,
  );
  return among[Math.floor(among.length / 2)] ?? null;
}

function example(calculation: Calculation): Chapter | null {
  const school = exampleSchool(calculation);
  if (school === null) return null;
  const row = calculation.schools[school]!;
  const steps = explain(calculation, { kind: 'school', school, figure: 'total' });
  const body = html`<p>${row.name} (${row.code}), step by step, as anyone can repeat it with a calculator. An arrow → stands where a line is cut or rounded; … where a number goes on.</p><ul class="steps">${stepHtml(steps, 0)}</ul>`;
  return { id: 'example', name: 'A worked example', body };
}

/**
 * The tree as nested lists. Down to the sources everything is shown; below that only the first of several, since the
 * others come about alike and their rates stand in the tables above.
 */
function stepHtml({ title, value, arithmetic, notes, steps }: Explanation, depth: number, isFirst = true): Html {
  const shown = depth < 2 || isFirst ? steps : [];
  const deeper = shown.map((step, at) =>
    stepHtml(step, depth + 1, depth === 1 ? isFirst && at === 0 : isFirst && depth < 2),
  );
  const below = deeper.length > 0 ? html`<ul>${joinHtml(deeper)}</ul>` : NOTHING;
  return html`<li><span>${title}</span> <span class="value">${value}</span><span class="arithmetic">${arithmetic}</span>${joinHtml(notes.map((note) => html`<span class="note">${note}</span>`))}${below}</li>`;
}

function missing({ model, scenarioId }: Calculation): Chapter | null {
  const places = rationalePlaces(model, scenarioId).filter(({ text }) => text.trim() === '');
  if (places.length === 0) return null;
  return {
    id: 'missing',
    name: 'No rationale written yet',
    body: html`<ul>${joinHtml(places.map(({ name }) => html`<li>${name}</li>`))}</ul>`,
  };
}
