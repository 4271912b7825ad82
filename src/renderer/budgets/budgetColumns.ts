import type { SourceResult } from '../../shared/calc/results.ts';
import { WHOLE_PERCENT } from '../../shared/model/units.ts';
import type { SheetColumn } from '../grid/SheetColumn.ts';
import { floorTarget } from '../sheets/explainTargets.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import type { ResultColumn } from '../state/ResultsSnapshot.ts';
import { explainAmount, explainPerPupil, explainSchool } from './explainBudget.ts';
import { needShares } from './needShares.ts';
import { perPupilCents } from './perPupilCents.ts';

export type BudgetFace = 'total' | 'source' | 'perPupil';

type MoneyColumn = Exclude<ResultColumn, 'pupils' | 'perPupil' | 'topUp' | 'deduction'>;

/** Builds the columns of the budgets sheet for one document. Cells read the results; nothing is copied. */
class BudgetColumns {
  readonly #document: DocumentState;

  constructor(document: DocumentState) {
    this.#document = document;
  }

  get #results() {
    return this.#document.calculation.results;
  }

  school(): SheetColumn[] {
    const { calculation, model } = this.#document;
    return [
      {
        id: 'name',
        header: 'School',
        kind: 'text',
        width: 174,
        pinned: 'left',
        value: (row) => calculation.schools[row.index]?.name ?? '',
        total: () => 'District',
      },
      {
        id: 'level',
        header: 'Level',
        kind: 'text',
        width: 88,
        quiet: true,
        value: (row) => model.get('level', calculation.schools[row.index]?.level ?? '')?.name ?? '',
      },
      {
        id: 'pupils',
        header: 'Pupils',
        kind: 'count',
        width: 60,
        value: (row) => this.#results.pupils[row.index] ?? null,
        total: () => this.#results.totals.pupils,
        explain: (row) => explainSchool(row.index, 'pupils'),
        explainTotal: () => ({ kind: 'total', figure: 'pupils' }),
      },
    ];
  }

  code(): SheetColumn {
    return { id: 'code', header: 'Code', kind: 'code', width: 70, quiet: true, value: (row) => row.key };
  }

  /** The share of pupils in the second need category: for most districts, poverty. */
  need(): SheetColumn[] {
    const { calculation } = this.#document;
    const need = calculation.needs[1];
    if (!need) return [];
    const shares = needShares(this.#document, 1);
    return [
      {
        id: 'need',
        header: need.name,
        kind: 'percent',
        width: 72,
        quiet: true,
        headerTooltip: `Share of pupils counted as ${need.name}`,
        value: (row) => shares.at(row.index),
        total: () => shares.district(),
      },
    ];
  }

  money(id: MoneyColumn, header: string, width: number, more: Partial<SheetColumn> = {}): SheetColumn {
    return {
      id,
      header,
      kind: 'money',
      width,
      value: (row) => this.#results[id][row.index] ?? null,
      total: () => this.#results.totals[id],
      before: (row, then) => then.at(id, row.key, row.index),
      explain: (row) => explainSchool(row.index, id),
      explainTotal: () => ({ kind: 'total', figure: id }),
      ...more,
    };
  }

  /** What lifts schools to their floors and what others give up for it; without a floor there are no such columns. */
  floors(): SheetColumn[] {
    if (!this.#results.topUps.isOn) return [];
    const column = (id: 'topUp' | 'deduction', header: string, headerTooltip: string): SheetColumn => {
      const sign = id === 'topUp' ? 1 : -1;
      return {
        id,
        header,
        kind: 'money',
        width: 108,
        signed: true,
        headerTooltip,
        value: (row) => sign * (this.#results[id][row.index] ?? 0),
        total: () => sign * this.#results.totals[id],
        before: (row, then) => {
          const cents = then.at(id, row.key, row.index);
          return cents === null ? null : sign * cents;
        },
        explain: (row) => floorTarget(row.index, id),
        explainTotal: () => ({ kind: 'payer' }),
      };
    };
    return [
      column('topUp', 'Top-up', 'What lifts the school to its floor'),
      column('deduction', 'Given up', 'What the school gives up to pay top-ups'),
    ];
  }

  perPupil(): SheetColumn {
    return {
      id: 'perPupil',
      header: 'Per pupil',
      kind: 'money',
      width: 84,
      summable: false,
      value: (row) => this.#results.perPupil[row.index] ?? null,
      total: () => perPupilCents(this.#results.totals.total, this.#results.totals.pupils),
      before: (row, then) => then.at('perPupil', row.key, row.index),
      explain: (row) => explainSchool(row.index, 'perPupil'),
    };
  }

  changePercent(): SheetColumn {
    const share = (change: number, current: number): number | null =>
      Number.isNaN(change) || !(current > 0) ? null : Math.round((change / current) * WHOLE_PERCENT);
    return {
      id: 'changePercent',
      header: '%',
      kind: 'percent',
      width: 66,
      signed: true,
      places: 1,
      summable: false,
      headerTooltip: 'Change as a share of the current budget',
      value: (row) =>
        share(this.#results.change[row.index] ?? Number.NaN, this.#results.current[row.index] ?? Number.NaN),
      total: () => share(this.#results.totals.change, this.#results.totals.current),
    };
  }

  source(source: SourceResult, at: number): SheetColumn {
    const result = (): SourceResult | undefined => this.#results.sources[at];
    return {
      id: `source:${source.code}`,
      header: source.name,
      group: source.status === 'lock' ? 'Locked' : source.restriction === 'restricted' ? 'Restricted' : 'Unrestricted',
      kind: 'money',
      width: 122,
      headerTooltip: `${source.name} (${source.code})`,
      quiet: source.status === 'lock',
      value: (row) => result()?.amounts[row.index] ?? null,
      total: () => result()?.schoolsCents ?? null,
      before: (row, then) => then.at(`source:${source.code}`, row.key, row.index),
      explain: (row) => explainAmount(row.index, at),
      explainTotal: () => ({ kind: 'source', source: at, figure: 'schools' }),
    };
  }

  /** A column of money divided by the school's pupils. */
  divided(id: MoneyColumn, header: string, more: Partial<SheetColumn> = {}): SheetColumn {
    return {
      id: `per-pupil-${id}`,
      header,
      kind: 'money',
      width: 108,
      summable: false,
      value: (row) => perPupilCents(this.#results[id][row.index] ?? Number.NaN, this.#results.pupils[row.index] ?? 0),
      total: () => perPupilCents(this.#results.totals[id], this.#results.totals.pupils),
      before: (row, then) => {
        const cents = then.at(id, row.key, row.index);
        return cents === null ? null : perPupilCents(cents, this.#results.pupils[row.index] ?? 0);
      },
      explain: (row) => explainPerPupil(this.#document, row.index, id),
      ...more,
    };
  }
}

/** The columns of one face of the school budgets. */
export function budgetColumns(document: DocumentState, face: BudgetFace): SheetColumn[] {
  const build = new BudgetColumns(document);
  const { sources, totals } = document.calculation.results;
  const hasLocked =
    sources.some((source) => source.status === 'lock' && source.method === 'table') || totals.locked !== 0;
  const first = [...build.school(), ...build.need()];
  const floors = build.floors();
  const change = [
    build.money('current', 'Current', 118, { quiet: true }),
    build.money('change', 'Change', 116, { signed: true, headerTooltip: 'Total less the current budget' }),
  ];
  if (face === 'source') {
    const order = { Unrestricted: 0, Restricted: 1, Locked: 2 } as Record<string, number>;
    const columns = sources
      .map((source, at) => ({ source, column: build.source(source, at) }))
      .filter(({ source }) => source.status !== 'lock' || source.method === 'table')
      .map(({ column }) => column)
      .sort((left, right) => (order[left.group ?? ''] ?? 0) - (order[right.group ?? ''] ?? 0));
    return [
      ...first,
      ...columns,
      ...floors,
      build.code(),
      build.money('total', 'Total', 122, { strong: true, pinned: 'right' }),
    ];
  }
  if (face === 'perPupil') {
    return [
      ...first,
      build.divided('formula', 'Formula'),
      build.divided('grants', 'Grants'),
      { ...build.perPupil(), header: 'Total', width: 108, strong: true },
      build.divided('unrestricted', 'Unrestricted'),
      build.divided('restricted', 'Restricted'),
      ...(hasLocked ? [build.divided('locked', 'Locked', { quiet: true })] : []),
      ...(hasLocked ? [build.divided('allIn', 'All in')] : []),
      build.money('total', 'Total budget', 122, { quiet: true }),
      build.code(),
    ];
  }
  return [
    ...first,
    build.money('formula', 'Formula', 120),
    build.money('grants', 'Grants', 112),
    ...floors,
    build.money('total', 'Total', 122, {
      strong: true,
      headerTooltip: floors.length > 0 ? 'Formula and grants with top-up, less what is given up' : 'Formula and grants',
    }),
    build.perPupil(),
    ...change,
    build.changePercent(),
    build.money('unrestricted', 'Unrestricted', 118, { quiet: true }),
    build.money('restricted', 'Restricted', 112, { quiet: true }),
    ...(hasLocked
      ? [
          build.money('locked', 'Locked', 104, {
            quiet: true,
            headerTooltip: 'Committed by locked tables; outside the total',
          }),
          build.money('allIn', 'All in', 118, { quiet: true, headerTooltip: 'Total and locked commitments' }),
        ]
      : []),
    build.code(),
  ];
}
