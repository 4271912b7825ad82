import type { Statement, StatementSource } from './Statement.ts';

/** How closely the lines of a page are set. */
export type Density = 'roomy' | 'normal' | 'dense';

/** How a statement goes onto pages. */
export interface StatementFit {
  readonly density: Density;
  /**
   * What the table of the first page shows: all lines; the amount of each source, its lines following on pages of their
   * own; or, where even the sources are too many, formula and grants in one row each.
   */
  readonly first: 'lines' | 'sources' | 'totals';
  readonly pages: number;
}

/** Rows that the table of the first page has room for, by density. The smaller of the papers, Letter, decides for both. */
const ROWS: Readonly<Record<Density, number>> = { roomy: 23, normal: 30, dense: 42 };
/** Rows on a page that holds nothing but lines. */
export const ROWS_OF_LINES = 50;
/** A label longer than this breaks into a second line; the rest of it is cut off in print, never on the screen. */
const LABEL_LENGTH = 52;

/** Rows a source takes: its own, and one for each line; a source of one line has it in its own row. */
export function rowsOfSource({ name, how, restriction, lines }: StatementSource): number {
  const length = name.length + how.length + (restriction === 'restricted' ? 14 : 2);
  const own = length > LABEL_LENGTH + 26 ? 2 : 1;
  if (lines.length <= 1) return own;
  return own + lines.reduce((rows, { label }) => rows + (label.length > LABEL_LENGTH ? 2 : 1), 0);
}

/** Further rows below the figures: floors and long names leave less room for lines. */
function rowsTaken(statement: Statement): number {
  const { floor, school, districtName, scenario, topUpCents, deductionCents, lockedCents, grants, notReaching } =
    statement;
  let rows = 0;
  if (floor) rows += 2 + floor.parts.length + Math.ceil(floor.sentences.join(' ').length / 130);
  if (school.name.length > 45) rows += 3;
  if (districtName.length > 60) rows += 1;
  if (scenario.name.length + scenario.stamp.length > 90) rows += 2;
  rows += [topUpCents, deductionCents, lockedCents, grants.length].filter((each) => each !== 0).length;
  rows += Math.ceil(notReaching.join(', ').length / 130);
  return rows;
}

/**
 * Chooses how closely a statement is set so that it takes one page: roomy, normal or dense. Where even dense lines do
 * not fit, the first page gives the amount of each source and says that the lines follow on the next page.
 */
export function fitStatement(statement: Statement): StatementFit {
  const sources = [...statement.formula, ...statement.grants];
  const rows = sources.reduce((sum, source) => sum + rowsOfSource(source), 0);
  const taken = rowsTaken(statement);
  const fitting = (count: number): Density | undefined =>
    (['roomy', 'normal', 'dense'] as const).find((density) => count + taken <= ROWS[density]);
  const density = fitting(rows);
  if (density) return { density, first: 'lines', pages: 1 };
  const pages = 1 + linePages(sources).length;
  const summary = sources.reduce((sum, source) => sum + rowsOfSource({ ...source, lines: [] }), 0);
  const ofSources = fitting(summary);
  if (ofSources) return { density: ofSources, first: 'sources', pages };
  return { density: 'dense', first: 'totals', pages };
}

/** The sources on pages of lines. A source longer than a page goes on, under its name, on the next. */
export function linePages(sources: readonly StatementSource[]): StatementSource[][] {
  const pages: StatementSource[][] = [];
  let page: StatementSource[] = [];
  let room = ROWS_OF_LINES;
  const turn = (): void => {
    if (page.length > 0) pages.push(page);
    page = [];
    room = ROWS_OF_LINES;
  };
  for (const source of sources) {
    let rest = source.lines;
    if (rowsOfSource(source) > room && room < ROWS_OF_LINES / 2) turn();
    do {
      const own = rowsOfSource({ ...source, lines: [] });
      if (room < own + 2) turn();
      let taken = 0;
      let used = own;
      while (taken < rest.length) {
        const more = (rest[taken] as { label: string }).label.length > LABEL_LENGTH ? 2 : 1;
        if (used + more > room) break;
        used += more;
        taken++;
      }
      page.push({ ...source, lines: rest.slice(0, taken) });
      rest = rest.slice(taken);
      room -= used;
    } while (rest.length > 0);
  }
  turn();
  return pages;
}
