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

/** Height of a row, in points; the style sheet sets them so (statementCss.ts). */
const ROW: Readonly<Record<Density, number>> = { roomy: 15.6, normal: 12.4, dense: 9.65 };
/** What the first page has in height: Letter, the lower of the papers, less a little for letters wider than usual. */
const PAGE = 718;
/** Header, figures, bars, headings of the table and footer, with what is between them. */
const FIXED: Readonly<Record<Density, number>> = { roomy: 232, normal: 222, dense: 207 };
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

const linesOf = (text: string, length: number): number => Math.ceil(text.length / length);

/** The height of all but the rows of sources, in points. Lengths of lines are counted in letters, on the safe side. */
function heightAround(statement: Statement, density: Density): number {
  const { floor, school, districtName, scenario, howToRead, notReaching, formula, grants } = statement;
  let height = FIXED[density];
  if (school.name.length > 40) height += 21;
  if (districtName.length > 55) height += 12;
  height += 10 * (linesOf(scenario.name, 40) + linesOf(scenario.stamp, 40) - 1);
  const names = [...formula, ...grants].slice(0, 9).map(({ name }) => name.slice(0, 34).padEnd(9));
  height += 9.5 * linesOf(names.join('     '), 115);
  height +=
    12 + 10.3 * linesOf([...howToRead, ...notReaching.slice(0, 6).map((name) => name.slice(0, 40))].join(' '), 128);
  if (floor) {
    const rows =
      floor.topUpCents > 0 ? floor.parts.length + 3 : linesOf(floor.parts.map(({ label }) => label).join(), 95);
    height += 32 + 10.8 * (rows + linesOf(floor.sentences.join(' '), 118));
  }
  return height;
}

/** Rows of sums below the sources. */
function rowsOfSums({ grants, topUpCents, deductionCents, lockedCents }: Statement): number {
  const several = grants.length > 0 || topUpCents !== 0 || deductionCents !== 0;
  const given = [grants.length, topUpCents, deductionCents, lockedCents].filter((each) => each !== 0).length;
  return 1.2 + given + (several ? 1 : 0);
}

/**
 * Chooses how closely a statement is set so that it takes one page: roomy, normal or dense. Where even dense lines do
 * not fit, the first page gives the amount of each source and says that the lines follow on the next page.
 */
export function fitStatement(statement: Statement): StatementFit {
  const sources = [...statement.formula, ...statement.grants];
  const sums = rowsOfSums(statement);
  const fitting = (rows: number): Density | undefined =>
    (['roomy', 'normal', 'dense'] as const).find(
      (density) => heightAround(statement, density) + (rows + sums) * ROW[density] <= PAGE,
    );
  const density = fitting(sources.reduce((rows, source) => rows + rowsOfSource(source), 0));
  if (density) return { density, first: 'lines', pages: 1 };
  const pages = 1 + linePages(sources).length;
  const ofSources = fitting(1 + sources.reduce((rows, source) => rows + rowsOfSource({ ...source, lines: [] }), 0));
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
