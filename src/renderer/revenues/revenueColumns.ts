import { setRevenue, setSource } from '../../shared/changes/sources.ts';
import type { Origin, Restriction } from '../../shared/model/rows.ts';
import { WHOLE_PERCENT } from '../../shared/model/units.ts';
import { parsePositiveMoney } from '../../shared/text/parseNumber.ts';
import type { SheetColumn, SheetRow } from '../grid/SheetColumn.ts';
import { barTarget, sourceTarget } from '../sheets/explainTargets.ts';
import { moneyWidth } from '../sheets/moneyWidth.ts';
import { nameProblem } from '../sheets/nameProblem.ts';
import { pinnedVersions } from '../sheets/pinnedVersions.ts';
import { ORIGINS, RESTRICTIONS } from '../sheets/words.ts';
import type { DocumentState } from '../state/DocumentState.ts';

/** Columns of the revenues sheet: where the money comes from, whether it is restricted, and how much is projected. */
export function revenueColumns(document: DocumentState): SheetColumn[] {
  const { model } = document;
  const version = pinnedVersions(document).revenues;
  const source = (row: SheetRow) => model.table('source').get(row.key);
  const amount = (row: SheetRow): number | null => model.get('revenue', version, row.key)?.amountCents ?? null;
  const all = (): number => document.calculation.results.tieOut.revenueCents;
  const money = Math.max(150, moneyWidth(all()));
  return [
    {
      id: 'code',
      header: 'Code',
      kind: 'code',
      width: 96,
      pinned: 'left',
      quiet: true,
      value: (row) => row.key,
      refusal: () => 'A source keeps its code, because its numbers are kept by it.',
    },
    {
      id: 'name',
      header: 'Revenue source',
      kind: 'text',
      width: 300,
      pinned: 'left',
      value: (row) => source(row)?.name ?? '',
      edit: (row, value) => {
        const name = String(value ?? '');
        return nameProblem(name, 'A source') ?? setSource(model, row.key, { name });
      },
      total: () => 'All revenue',
    },
    {
      id: 'origin',
      header: 'Origin',
      kind: 'choice',
      width: 110,
      value: (row) => source(row)?.origin ?? '',
      choices: () => ORIGINS,
      edit: (row, value) => setSource(model, row.key, { origin: value as Origin }),
    },
    {
      id: 'restriction',
      header: 'Restriction',
      kind: 'choice',
      width: 130,
      headerTooltip: 'Unrestricted is general purpose; restricted is categorical.',
      value: (row) => source(row)?.restriction ?? '',
      choices: () => RESTRICTIONS,
      edit: (row, value) => setSource(model, row.key, { restriction: value as Restriction }),
    },
    {
      id: 'amount',
      header: 'Amount',
      kind: 'money',
      width: money,
      strong: true,
      value: amount,
      parse: parsePositiveMoney,
      edit: (row, value) => setRevenue(model, version, row.key, Number(value)),
      total: all,
      explainTotal: () => barTarget('revenue'),
    },
    {
      id: 'part',
      header: 'Of all',
      kind: 'percent',
      width: 84,
      quiet: true,
      headerTooltip: 'This source’s part of all projected revenue.',
      value: (row) => {
        const own = amount(row);
        // Shown to a tenth of a percent: it is for reading, not for adding up.
        return own === null || all() === 0 ? null : (Math.round((own / all()) * 1_000) * WHOLE_PERCENT) / 1_000;
      },
      total: () => (all() === 0 ? null : WHOLE_PERCENT),
    },
    {
      id: 'schools',
      header: 'To schools',
      kind: 'money',
      width: money,
      quiet: true,
      value: (row) => document.calculation.results.sources[row.index]?.schoolsCents ?? null,
      total: () => document.calculation.results.tieOut.schoolsCents,
      explain: (row) => sourceTarget(row.index, 'schools'),
      explainTotal: () => barTarget('schools'),
    },
  ];
}
