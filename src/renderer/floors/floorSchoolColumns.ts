import { setExemption, setSchoolMinimum } from '../../shared/changes/floors.ts';
import type { MinimumKind, SchoolMinimumRow } from '../../shared/model/rows.ts';
import { parsePositiveMoney } from '../../shared/text/parseNumber.ts';
import type { SheetColumn, SheetRow } from '../grid/SheetColumn.ts';
import { floorTarget } from '../sheets/explainTargets.ts';
import type { DocumentState } from '../state/DocumentState.ts';

/** Each school's own minimum and exemption, beside the floor that follows. */
export function floorSchoolColumns(document: DocumentState): SheetColumn[] {
  const { model, scenarioId, calculation } = document;
  const results = () => calculation.results;
  const held = (row: SheetRow): SchoolMinimumRow | undefined => model.get('schoolMinimum', scenarioId, row.key);
  const own = (row: SheetRow, kind: MinimumKind): number | null =>
    held(row)?.kind === kind ? (held(row)?.value ?? null) : null;
  const edit = (row: SheetRow, kind: MinimumKind, value: number | null) => {
    const other = held(row);
    const keeps = value === null && other !== undefined && other.kind !== kind;
    const next = keeps ? { kind: other.kind, value: other.value } : value === null ? null : { kind, value };
    return setSchoolMinimum(model, scenarioId, row.key, next);
  };
  const money = (id: string, header: string, column: () => Float64Array, more: Partial<SheetColumn>): SheetColumn => ({
    id,
    header,
    kind: 'money',
    width: 122,
    value: (row) => column()[row.index] ?? null,
    ...more,
  });
  return [
    {
      id: 'name',
      header: 'School',
      kind: 'text',
      width: 210,
      pinned: 'left',
      value: (row) => calculation.schools[row.index]?.name ?? '',
    },
    {
      id: 'level',
      header: 'Level',
      kind: 'text',
      width: 96,
      quiet: true,
      value: (row) => model.get('level', calculation.schools[row.index]?.level ?? '')?.name ?? '',
    },
    {
      id: 'own-amount',
      header: 'Own minimum',
      kind: 'money',
      width: 122,
      blank: true,
      parse: (text) => parsePositiveMoney(text),
      summable: false,
      headerTooltip: 'The school’s own minimum operational budget. It takes the place of its levels’.',
      value: (row) => own(row, 'amount'),
      edit: (row, value) => edit(row, 'amount', value === null ? null : Number(value)),
    },
    {
      id: 'own-rate',
      header: 'or per pupil',
      kind: 'rate',
      width: 104,
      blank: true,
      value: (row) => own(row, 'per_pupil'),
      edit: (row, value) => edit(row, 'per_pupil', value === null ? null : Number(value)),
    },
    money('minimum', 'Minimum', () => results().topUps.minimum, {
      headerTooltip: 'Minimum operational budget (MOB) that holds for the school, in use or not',
      explain: (row) => floorTarget(row.index, 'minimum'),
    }),
    money('hold-harmless', 'Held harmless at', () => results().topUps.holdHarmless, {
      headerTooltip: 'The part of the current budget that the school keeps',
      explain: (row) => floorTarget(row.index, 'holdHarmless'),
    }),
    money('floor', 'Floor', () => results().floor, {
      strong: true,
      headerTooltip: 'The highest of its floors that are in use',
      explain: (row) => floorTarget(row.index, 'floor'),
    }),
    money('projected', 'Projected', () => results().comparison, {
      headerTooltip: 'What the sources in the comparison bring, before top-ups and deductions',
      explain: (row) => floorTarget(row.index, 'comparison'),
    }),
    money('top-up', 'Top-up', () => results().topUp, {
      explain: (row) => floorTarget(row.index, 'topUp'),
    }),
    {
      id: 'exempt',
      header: 'Exempt from floors because',
      kind: 'text',
      width: 260,
      blank: true,
      headerTooltip: 'A reason exempts the school: it is neither topped up nor asked to pay. Empty takes that back.',
      value: (row) => model.get('exemption', scenarioId, row.key)?.reason ?? '',
      tint: (row) => (model.get('exemption', scenarioId, row.key) ? 'warn' : null),
      edit: (row, value) => setExemption(model, scenarioId, row.key, value === null ? null : String(value)),
    },
    { id: 'code', header: 'Code', kind: 'code', width: 76, quiet: true, value: (row) => row.key },
  ];
}
