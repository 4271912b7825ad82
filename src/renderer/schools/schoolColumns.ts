import { setCurrentBudget } from '../../shared/changes/enrollment.ts';
import { renameSchool, setMeasure, setSchoolLevel, setTag } from '../../shared/changes/schools.ts';
import type { SchoolColumnRow } from '../../shared/model/rows.ts';
import { LIMITS } from '../../shared/model/units.ts';
import type { CellValue, SheetColumn, SheetRow } from '../grid/SheetColumn.ts';
import { schoolTarget, totalTarget } from '../sheets/explainTargets.ts';
import { moneyWidth } from '../sheets/moneyWidth.ts';
import { nameProblem } from '../sheets/nameProblem.ts';
import { pinnedVersions } from '../sheets/pinnedVersions.ts';
import type { DocumentState } from '../state/DocumentState.ts';

const text = (value: CellValue): string => (value === null ? '' : String(value));

/**
 * Columns of the schools sheet: who the school is, its pupils, what it has this year, then the district's further
 * columns. This year's budget stands here because it is one row per school, as all of this sheet is.
 */
export function schoolColumns(document: DocumentState): SheetColumn[] {
  const { model } = document;
  const versions = pinnedVersions(document);
  const school = (row: SheetRow) => model.table('school').get(row.key);
  const budget = (row: SheetRow) => model.get('currentBudget', versions.current, row.key);
  const results = () => document.calculation.results;
  const at = (row: SheetRow): number => document.calculation.schoolIndex(row.key);
  return [
    {
      id: 'code',
      header: 'Code',
      kind: 'code',
      width: 84,
      pinned: 'left',
      quiet: true,
      value: (row) => row.key,
      refusal: () => 'A school keeps its code, because its numbers are kept by it. Add a school with the right code.',
    },
    {
      id: 'name',
      header: 'School',
      kind: 'text',
      width: 200,
      pinned: 'left',
      value: (row) => school(row)?.name ?? '',
      edit: (row, value) => nameProblem(text(value), 'A school') ?? renameSchool(model, row.key, text(value)),
      total: () => 'District',
    },
    {
      id: 'level',
      header: 'Level',
      kind: 'choice',
      width: 108,
      value: (row) => school(row)?.level ?? '',
      choices: () => model.ordered('level').map(({ code, name }) => ({ value: code, label: name })),
      edit: (row, value) => setSchoolLevel(model, row.key, text(value)),
    },
    {
      id: 'pupils',
      header: 'Pupils',
      kind: 'count',
      width: 78,
      headerTooltip: 'All pupils, over all levels. Typed on Enrollment.',
      value: (row) => results().pupils[at(row)] ?? null,
      total: () => results().totals.pupils,
      explain: (row) => schoolTarget(at(row), 'pupils'),
      explainTotal: () => totalTarget('pupils'),
      refusal: () => 'Pupils are typed on the Enrollment sheet.',
    },
    {
      id: 'current',
      header: 'Amount',
      group: 'This year’s budget',
      kind: 'money',
      width: moneyWidth(results().totals.current),
      blank: true,
      value: (row) => budget(row)?.amountCents ?? null,
      edit: (row, value) =>
        typeof value === 'number'
          ? setCurrentBudget(model, versions.current, row.key, {
              amountCents: value,
              pupils: budget(row)?.pupils ?? null,
            })
          : setCurrentBudget(model, versions.current, row.key, null),
      total: () => results().totals.current,
      explainTotal: () => totalTarget('current'),
    },
    {
      id: 'current-pupils',
      header: 'For pupils',
      group: 'This year’s budget',
      kind: 'count',
      width: 88,
      blank: true,
      headerTooltip: 'The pupils this year’s budget was for. Leave it empty where it is not known.',
      value: (row) => budget(row)?.pupils ?? null,
      edit: (row, value) => {
        const held = budget(row);
        if (!held) return 'Type this year’s budget first, then the pupils it was for.';
        const pupils = typeof value === 'number' ? value : null;
        return setCurrentBudget(model, versions.current, row.key, { amountCents: held.amountCents, pupils });
      },
    },
    {
      id: 'current-per-pupil',
      header: 'Per pupil',
      group: 'This year’s budget',
      kind: 'money',
      width: 88,
      quiet: true,
      summable: false,
      value: (row) => {
        const held = budget(row);
        return held?.pupils ? Math.round((held.amountCents * 100) / held.pupils) : null;
      },
    },
    ...[...model.ordered('schoolColumn')]
      .sort(measuresFirst)
      .map((column) => furtherColumn(document, column, versions.measures)),
  ];
}

/** Columns of one kind stand together under one heading, each kind in the district's order. */
const measuresFirst = (left: SchoolColumnRow, right: SchoolColumnRow): number =>
  Number(left.kind === 'tag') - Number(right.kind === 'tag') || left.position - right.position;

function furtherColumn(document: DocumentState, { name, kind }: SchoolColumnRow, version: number): SheetColumn {
  const { model } = document;
  const common = {
    id: `${kind}:${name}`,
    header: name.replaceAll('_', ' '),
    width: Math.max(88, 26 + name.length * 7),
  };
  if (kind === 'measure') {
    return {
      ...common,
      group: 'Measures',
      kind: 'decimal',
      blank: true,
      headerTooltip: `A number of each school. Rules and formulas call it ${name}.`,
      value: (row) => model.get('measure', version, row.key, name)?.value ?? null,
      edit: (row, value) => setMeasure(model, version, row.key, name, value === null ? null : text(value)),
    };
  }
  return {
    ...common,
    group: 'Tags',
    kind: 'text',
    blank: true,
    headerTooltip: `A text of each school. Rules call it ${name}.`,
    value: (row) => model.get('tag', row.key, name)?.value ?? null,
    edit: (row, value) =>
      text(value).length > LIMITS.nameLength
        ? `A tag has at most ${LIMITS.nameLength} characters.`
        : setTag(model, row.key, name, text(value)),
  };
}
