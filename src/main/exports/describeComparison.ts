import type { Calculation } from '../../shared/calc/Calculation.ts';
import {
  type ComparedMeasure,
  type ComparedSums,
  compareScenarios,
  FIGURE_NAMES,
} from '../../shared/scenarios/compareScenarios.ts';
import { differences } from '../../shared/scenarios/differences.ts';
import { groupingOf } from '../../shared/scenarios/groupings.ts';
import { plainCount, plainMoney } from '../../shared/text/formatNumber.ts';
import { column } from './sheetOrder.ts';
import type { ColumnKind, DescribedColumn, DescribedSheet } from './WorkbookDescription.ts';

/** Scenarios side by side, as the window shows them. */
export interface ComparisonAsked {
  /** In the order of their columns. */
  readonly calculations: readonly Calculation[];
  /** Place of the base among them. */
  readonly base: number;
  readonly measure: ComparedMeasure;
  /** Key of a grouping. */
  readonly group: string;
}

const nameOf = ({ model, scenarioId }: Calculation): string => model.get('scenario', scenarioId)?.name ?? '';

const measureName = (measure: ComparedMeasure, { model }: Calculation): string =>
  typeof measure === 'string' ? FIGURE_NAMES[measure] : (model.get('source', measure.source)?.name ?? measure.source);

/**
 * Three sheets: each school with its value in every scenario and its difference from the base, the district's own row
 * last; the same summed over the district and by group, with gainers and losers; and in words what the scenarios
 * decide otherwise than the base. A file of one table holds the first.
 */
export function describeComparison(asked: ComparisonAsked): readonly [DescribedSheet, DescribedSheet, DescribedSheet] {
  const { calculations, base, measure, group } = asked;
  const reference = calculations[base]!;
  const grouping = groupingOf(reference, group);
  const comparison = compareScenarios(calculations, measure, base, [grouping]);
  const names = calculations.map(nameOf);
  const what = measureName(measure, reference);
  const kind: ColumnKind = measure === 'pupils' ? 'count' : 'money';
  const plain = (value: number): string =>
    Number.isNaN(value) ? '' : kind === 'count' ? plainCount(value) : plainMoney(value);
  const others = comparison.columns.flatMap((each, at) => (at === base ? [] : [{ ...each, name: names[at]! }]));

  const schools: DescribedSheet = {
    name: 'side by side',
    columns: [
      ...['school', 'name', 'level'].map((header) => column(header)),
      ...names.map((name) => column(`${name}: ${what}`, kind)),
      ...others.map(({ name }) => column(`${name} less ${names[base]}`, kind)),
    ],
    rows: [
      ...reference.schools.map(({ code, name, level }, at) => [
        ...[code, name, reference.model.get('level', level)?.name ?? level],
        ...comparison.columns.map(({ values }) => plain(values[at]!)),
        ...others.map((each) => plain(each.differences[at]!)),
      ]),
      [
        ...['', 'District', ''],
        ...comparison.columns.map(({ sums }) => plain(sums.total)),
        ...others.map(({ sums }) => plain(sums.difference)),
      ],
    ],
  };

  // Per pupil values are not added over schools, so of them only how many gain and lose is told.
  const isSummed = measure !== 'perPupil';
  const sumColumns = (name: string, isBase: boolean): DescribedColumn[] => [
    column(`${name}: ${what}`, kind),
    ...(isBase
      ? []
      : [
          column(`${name} less ${names[base]}`, kind),
          column(`${name}: gainers`, 'count'),
          ...(isSummed ? [column(`${name}: gained`, kind)] : []),
          column(`${name}: losers`, 'count'),
          ...(isSummed ? [column(`${name}: lost`, kind)] : []),
        ]),
  ];
  const sumCells = (sums: ComparedSums, isBase: boolean): string[] => [
    plain(sums.total),
    ...(isBase
      ? []
      : [
          plain(sums.difference),
          String(sums.gainers),
          ...(isSummed ? [plain(sums.gained)] : []),
          String(sums.losers),
          ...(isSummed ? [plain(sums.lost)] : []),
        ]),
  ];
  const groups = [
    { label: 'District', of: comparison.columns.map(({ sums }) => sums) },
    ...grouping.labels.map((label, at) => ({ label, of: comparison.columns.map((each) => each.groups[0]![at]!) })),
  ];
  const totals: DescribedSheet = {
    name: 'totals',
    columns: [
      column(grouping.name.toLowerCase()),
      column('schools', 'count'),
      ...names.flatMap((name, at) => sumColumns(name, at === base)),
    ],
    rows: groups.map(({ label, of }) => [
      label,
      String(of[0]!.schools),
      ...of.flatMap((sums, at) => sumCells(sums, at === base)),
    ]),
  };

  const differs: DescribedSheet = {
    name: 'what differs',
    columns: [column('scenario'), column(`against ${names[base]}`)],
    rows: others.flatMap(({ scenarioId, name }) =>
      differences(reference.model, scenarioId, reference.scenarioId).map(({ sentence }) => [name, sentence]),
    ),
  };
  return [schools, totals, differs];
}
