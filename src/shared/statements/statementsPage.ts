import type { Calculation } from '../calc/Calculation.ts';
import type { Model } from '../model/Model.ts';
import { buildStatement } from './buildStatement.ts';
import { fitStatement } from './fitStatement.ts';
import { type Html, joinHtml } from './html.ts';
import { htmlPage, longDate, type Paper } from './page.ts';
import { statementCss } from './statementCss.ts';
import { statementHtml } from './statementHtml.ts';

export interface StatementsOptions {
  readonly paper: Paper;
  /** ISO time of printing. */
  readonly at: string;
  /** Set where a page of the window shows it: the nonce its policy asks for. */
  readonly styleNonce?: string;
}

/** Where a part of a run begins, and how many pages the run has. */
export interface RunPlace {
  readonly firstPage: number;
  readonly pageCount: number;
  /** The title of the whole run. */
  readonly title?: string;
}

/** The district's logo as a `data:` address, or null. */
export function logoAddress(model: Model): string | null {
  const logo = model.get('picture', 'logo');
  // Checked when it is chosen; a document edited elsewhere is not trusted for it.
  if (!logo || !/^[A-Za-z0-9+/]+={0,2}$/.test(logo.data)) return null;
  return `data:${logo.mediaType};base64,${logo.data}`;
}

/** How many pages a school's statement takes. */
export function countPages(calculation: Calculation, school: number): number {
  return fitStatement(buildStatement(calculation, school)).pages;
}

/** `Statements · Example Unified · 2026-27`, or with the name of the one school. */
export function statementsTitle(calculation: Calculation, schools: readonly number[]): string {
  const { model, scenarioId } = calculation;
  const name = model.get('district', 'name')?.value.trim() || 'School district';
  const year = model.get('district', 'fiscal_year')?.value.trim() ?? '';
  const only = schools.length === 1 ? calculation.schools[schools[0] as number]?.name : undefined;
  const status = model.get('scenario', scenarioId)?.status === 'draft' ? ' · Draft' : '';
  return `Budget statement${only === undefined ? 's' : ` of ${only}`} · ${name}${year === '' ? '' : ` · ${year}`}${status}`;
}

/** The articles of some schools, in the given order. */
function articles(
  calculation: Calculation,
  schools: readonly number[],
  options: StatementsOptions,
  place: RunPlace,
): Html[] {
  const logo = logoAddress(calculation.model);
  const date = longDate(options.at);
  let page = place.firstPage;
  return schools.map((school) => {
    const statement = buildStatement(calculation, school);
    const fit = fitStatement(statement);
    const article = statementHtml(statement, { logo, date, firstPage: page, pageCount: place.pageCount }, fit);
    page += fit.pages;
    return article;
  });
}

/** The statements of some schools as one self-contained HTML file. Without a place in a longer run it is a run itself. */
export function statementsPage(
  calculation: Calculation,
  schools: readonly number[],
  options: StatementsOptions,
  place?: RunPlace,
): string {
  const { paper, styleNonce } = options;
  const own: RunPlace = place ?? {
    firstPage: 1,
    pageCount: schools.reduce((sum, school) => sum + countPages(calculation, school), 0),
  };
  return htmlPage(
    {
      title: place?.title ?? statementsTitle(calculation, schools),
      css: statementCss(paper),
      paper,
      ...(styleNonce === undefined ? {} : { styleNonce }),
    },
    joinHtml(articles(calculation, schools, options, own), '\n'),
  );
}
