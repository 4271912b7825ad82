import type { SourceResult } from '../../shared/calc/results.ts';
import { setTableAmount } from '../../shared/changes/amounts.ts';
import type { SheetColumn, SheetRow } from '../grid/SheetColumn.ts';
import { amountTarget, schoolTarget, sourceTarget, totalTarget } from '../sheets/explainTargets.ts';
import { moneyWidth } from '../sheets/moneyWidth.ts';
import type { DocumentState } from '../state/DocumentState.ts';

/** The three kinds of columns of the grants sheet, in their order. */
export interface GrantSources {
  readonly typed: readonly SourceResult[];
  readonly computed: readonly SourceResult[];
  readonly committed: readonly SourceResult[];
}

/** Which sources have columns: grants by typed amounts, grants computed by a formula, and locks with a table. */
export function grantSources(document: DocumentState): GrantSources {
  const { sources } = document.calculation.results;
  return {
    typed: sources.filter((one) => one.status === 'grant' && one.method === 'table'),
    computed: sources.filter((one) => one.status === 'grant' && one.method !== 'table'),
    committed: sources.filter((one) => one.status === 'lock' && one.method === 'table'),
  };
}

const width = (source: SourceResult): number =>
  Math.max(moneyWidth(source.amountCents), Math.min(230, 28 + source.name.length * 7));

/** Columns of the grants sheet. Which sources there are is read once; their numbers are read at each painting. */
export function grantColumns(document: DocumentState): SheetColumn[] {
  const { model, calculation } = document;
  const { typed, computed, committed } = grantSources(document);
  const at = (row: SheetRow): number => calculation.schoolIndex(row.key);
  return [
    { id: 'code', header: 'Code', kind: 'code', width: 84, pinned: 'left', quiet: true, value: (row) => row.key },
    {
      id: 'name',
      header: 'School',
      kind: 'text',
      width: 200,
      pinned: 'left',
      value: (row) => model.table('school').get(row.key)?.name ?? '',
      total: () => 'All schools',
    },
    ...typed.map((source) => typedColumn(document, source, 'Grants, typed')),
    ...computed.map((source) => computedColumn(document, source)),
    {
      id: 'grants',
      header: 'All grants',
      kind: 'money',
      width: moneyWidth(calculation.results.totals.grants),
      strong: true,
      value: (row) => calculation.results.grants[at(row)] ?? null,
      before: (row, then) => then.at('grants', row.key, at(row)),
      total: () => calculation.results.totals.grants,
      explain: (row) => schoolTarget(at(row), 'grants'),
      explainTotal: () => totalTarget('grants'),
    },
    ...committed.map((source) => typedColumn(document, source, 'Commitments of locked sources')),
  ];
}

function typedColumn(document: DocumentState, source: SourceResult, group: string): SheetColumn {
  const { model, scenarioId, calculation } = document;
  const result = () => calculation.results.sources[calculation.sourceIndex(source.code)];
  const typed = (row: SheetRow): number | null =>
    model.get('tableAmount', scenarioId, source.code, row.key)?.amountCents ?? null;
  const isReached = (row: SheetRow): boolean => result()?.eligible[calculation.schoolIndex(row.key)] === 1;
  return {
    id: `source:${source.code}`,
    header: source.name,
    group,
    kind: 'money',
    width: width(source),
    headerTooltip: source.name,
    blank: true,
    value: typed,
    // An amount outside the source's eligibility is paid as typed, so it stays open to be taken back.
    editable: (row) => isReached(row) || typed(row) !== null,
    refusal: () => `${source.name} does not reach this school. Change who gets it on Sources.`,
    tint: (row) => (typed(row) !== null && !isReached(row) ? 'warn' : null),
    edit: (row, value) =>
      setTableAmount(model, scenarioId, source.code, row.key, typeof value === 'number' ? value : null),
    total: () => result()?.schoolsCents ?? null,
    explainTotal: () => sourceTarget(calculation.sourceIndex(source.code), 'schools'),
  };
}

function computedColumn(document: DocumentState, source: SourceResult): SheetColumn {
  const { calculation } = document;
  const index = (): number => calculation.sourceIndex(source.code);
  const at = (row: SheetRow): number => calculation.schoolIndex(row.key);
  return {
    id: `source:${source.code}`,
    header: source.name,
    group: 'Grants, computed',
    kind: 'money',
    width: width(source),
    headerTooltip: source.name,
    value: (row) => {
      const result = calculation.results.sources[index()];
      return result?.eligible[at(row)] === 1 ? (result.amounts[at(row)] ?? null) : null;
    },
    before: (row, then) => then.at(`source:${source.code}`, row.key, at(row)),
    refusal: () => `${source.name} is computed. Change its formula or rates on Sources.`,
    total: () => calculation.results.sources[index()]?.schoolsCents ?? null,
    explain: (row) => amountTarget(at(row), index()),
    explainTotal: () => sourceTarget(index(), 'schools'),
  };
}
