import type { SourceResult } from '../../shared/calc/results.ts';
import type { SheetColumn, SheetRow } from '../grid/SheetColumn.ts';
import { barTarget, sourceTarget } from '../sheets/explainTargets.ts';
import { moneyWidth } from '../sheets/moneyWidth.ts';
import type { DocumentState } from '../state/DocumentState.ts';

/** ✓, or what is wrong with a source in one word. */
function verdict(source: SourceResult | undefined): string {
  if (!source) return '';
  if (source.stopped) return 'stopped';
  if (source.leftCents < 0) return 'short';
  return source.centralCents + source.schoolsCents + source.leftCents === source.amountCents ? '✓' : 'does not add up';
}

/** Per source: amount = central + schools + left, the central part split into what is held and what rounding leaves. */
export function tieOutColumns(document: DocumentState): SheetColumn[] {
  const results = () => document.calculation.results;
  const source = (row: SheetRow): SourceResult | undefined => results().sources[row.index];
  const money = moneyWidth(results().tieOut.revenueCents);
  const sum = (read: (one: SourceResult) => number): number =>
    results().sources.reduce((total, one) => total + read(one), 0);
  return [
    {
      id: 'name',
      header: 'Source',
      kind: 'text',
      width: 190,
      pinned: 'left',
      value: (row) => document.model.table('source').get(row.key)?.name ?? row.key,
      total: () => 'District',
    },
    {
      id: 'amount',
      header: 'Amount',
      kind: 'money',
      width: money,
      strong: true,
      value: (row) => source(row)?.amountCents ?? null,
      total: () => results().tieOut.revenueCents,
      explain: (row) => sourceTarget(row.index, 'amount'),
      explainTotal: () => barTarget('revenue'),
    },
    {
      id: 'held',
      header: 'Held',
      group: '= Central',
      kind: 'money',
      width: money,
      headerTooltip: 'The central share as decided; of a locked source what it does not commit to schools.',
      value: (row) => source(row)?.heldCents ?? null,
      total: () => sum((one) => one.heldCents),
      explain: (row) => sourceTarget(row.index, 'central'),
    },
    {
      id: 'rounding',
      header: 'Rounding',
      group: '= Central',
      kind: 'money',
      width: 88,
      quiet: true,
      headerTooltip: 'Rounding left central: cents that published rates or whole dollars could not place.',
      value: (row) => source(row)?.roundingLeftCents ?? null,
      total: () => sum((one) => one.roundingLeftCents),
      explain: (row) => sourceTarget(row.index, 'central'),
    },
    ...(results().topUps.payer === 'reserve' || results().topUps.payer === 'central'
      ? [
          {
            id: 'top-ups',
            header: 'Top-ups',
            group: '= Central',
            kind: 'money',
            width: 112,
            signed: true,
            headerTooltip: 'What the central part pays to lift schools to their floors',
            value: (row: SheetRow) => -(source(row)?.fromCentralCents ?? 0),
            total: () => -sum((one) => one.fromCentralCents),
            explain: (row: SheetRow) => sourceTarget(row.index, 'central'),
          } satisfies SheetColumn,
        ]
      : []),
    {
      id: 'schools',
      header: '+ Schools',
      kind: 'money',
      width: money,
      value: (row) => source(row)?.schoolsCents ?? null,
      total: () => results().tieOut.schoolsCents,
      explain: (row) => sourceTarget(row.index, 'schools'),
      explainTotal: () => barTarget('schools'),
    },
    {
      id: 'left',
      header: '+ Left',
      kind: 'money',
      width: money,
      headerTooltip: 'What reaches nobody. Negative is short.',
      value: (row) => source(row)?.leftCents ?? null,
      tint: (row) => (source(row)?.stopped ? 'warn' : (source(row)?.leftCents ?? 0) < 0 ? 'loss' : null),
      total: () => results().tieOut.leftCents,
      explain: (row) => sourceTarget(row.index, 'left'),
      explainTotal: () => barTarget('left'),
    },
    {
      id: 'verdict',
      header: 'Ties out',
      kind: 'text',
      width: 72,
      value: (row) => verdict(source(row)),
      tint: (row) => (verdict(source(row)) === '✓' ? null : 'warn'),
      total: () => (results().tieOut.tiesOut ? '✓' : 'no'),
    },
  ];
}
