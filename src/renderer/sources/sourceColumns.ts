import type { SourceResult } from '../../shared/calc/results.ts';
import { setCentralShare, setMethod } from '../../shared/changes/decisions.ts';
import { defaultDecision, METHODS_OF, setDecision, setStatus } from '../../shared/changes/sources.ts';
import type { Compare, DecisionRow, Method, Rounding, Status } from '../../shared/model/rows.ts';
import type { SheetColumn, SheetRow } from '../grid/SheetColumn.ts';
import { barTarget, sourceTarget } from '../sheets/explainTargets.ts';
import { moneyWidth } from '../sheets/moneyWidth.ts';
import { COMPARES, methodChoices, ROUNDING_WORDS, ROUNDINGS, STATUSES } from '../sheets/words.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import { centralShareText, parseCentralShare } from './centralShare.ts';
import { eligibilityWords } from './eligibilityWords.ts';
import { compareOf, setCompare } from './setCompare.ts';
import { sourceFindings } from './sourceFindings.ts';

const defaultRounding = (method: Method): Rounding => (method === 'weights' || method === 'shares' ? 'rates' : 'cent');

/** Roundings a method may take; none where amounts are as typed. */
function roundingsOf(method: Method): readonly Rounding[] {
  if (method === 'none' || method === 'table') return [];
  return method === 'rates' || method === 'per_school' ? ['cent', 'dollar'] : ['rates', 'cent', 'dollar'];
}

/** Columns of the sources sheet: what is decided about each source, and what follows from it, live. */
export function sourceColumns(document: DocumentState): SheetColumn[] {
  const { model, scenarioId } = document;
  const decision = (row: SheetRow): DecisionRow =>
    model.get('decision', scenarioId, row.key) ?? defaultDecision(scenarioId, row.key);
  const result = (row: SheetRow): SourceResult | undefined => document.calculation.results.sources[row.index];
  const tieOut = () => document.calculation.results.tieOut;
  const money = moneyWidth(document.calculation.results.tieOut.revenueCents);
  const leftMost = Math.max(0, ...document.calculation.results.sources.map((one) => Math.abs(one.leftCents)));
  const isLocked = (row: SheetRow): boolean => decision(row).status === 'lock';
  const set = (row: SheetRow, fields: Partial<DecisionRow>, what: string) =>
    setDecision(model, scenarioId, row.key, fields, what);
  const finding = (row: SheetRow): string | null =>
    sourceFindings(document.calculation.results).find((one) => one.source === row.key)?.sentence ??
    document.calculation.results.findings.find((one) => one.source === row.key)?.sentence ??
    null;
  return [
    {
      id: 'name',
      header: 'Source',
      kind: 'text',
      width: 172,
      pinned: 'left',
      value: (row) => model.table('source').get(row.key)?.name ?? row.key,
      total: () => 'All sources',
    },
    {
      id: 'amount',
      header: 'Amount',
      kind: 'money',
      width: money,
      value: (row) => result(row)?.amountCents ?? null,
      total: () => tieOut().revenueCents,
      explain: (row) => sourceTarget(row.index, 'amount'),
      explainTotal: () => barTarget('revenue'),
      refusal: () => 'Projected amounts are typed on Revenues.',
    },
    {
      id: 'status',
      header: 'Status',
      kind: 'choice',
      width: 74,
      headerTooltip:
        'Lock stays central. Unlock runs through the formula. Grant goes to named schools in amounts set outside the formula.',
      value: (row) => decision(row).status,
      choices: () => STATUSES,
      edit: (row, value) => setStatus(model, scenarioId, row.key, value as Status),
    },
    {
      id: 'central-share',
      header: 'Kept central',
      kind: 'text',
      width: 102,
      headerTooltip: 'What the central office keeps: a percent such as 45%, or dollars such as $1,200,000.',
      value: (row) => (isLocked(row) ? '' : shareText(decision(row))),
      editText: (row) => shareText(decision(row)),
      parse: (text) => {
        const parsed = parseCentralShare(text);
        return parsed.ok ? { ok: true, value: text } : parsed;
      },
      editable: (row) => !isLocked(row),
      refusal: () => 'All of a locked source stays central. Choose unlock or grant to give it a central share.',
      edit: (row, value) => {
        const parsed = parseCentralShare(String(value ?? ''));
        return parsed.ok
          ? setCentralShare(model, scenarioId, row.key, parsed.value.kind, parsed.value.value)
          : parsed.sentence;
      },
    },
    {
      id: 'eligibility',
      header: 'Who gets it',
      kind: 'text',
      width: 104,
      value: (row) => eligibilityWords(model, decision(row).eligibility),
      refusal: () => 'Choose who gets it in the panel below.',
    },
    {
      id: 'reach',
      header: 'Schools',
      kind: 'integer',
      width: 70,
      summable: false,
      headerTooltip: 'How many schools the source reaches.',
      value: (row) => result(row)?.eligibleCount ?? null,
    },
    {
      id: 'method',
      header: 'Method',
      kind: 'choice',
      width: 112,
      headerTooltip: 'How its dollars reach schools. The status decides which methods are open to it.',
      value: (row) => decision(row).method,
      choices: (row) => methodChoices(METHODS_OF[decision(row).status]),
      edit: (row, value) => setMethod(model, scenarioId, row.key, value as Method),
    },
    {
      id: 'weight-set',
      header: 'Weight set',
      kind: 'choice',
      width: 124,
      value: (row) => (decision(row).method === 'weights' ? decision(row).weightSet : null),
      choices: () =>
        model
          .ordered('weightSet')
          .filter((one) => one.scenario === scenarioId)
          .map((one) => ({ value: one.weightSet, label: one.weightSet })),
      editable: (row) => decision(row).method === 'weights',
      refusal: () => 'Only the method weights uses a weight set.',
      edit: (row, value) => set(row, { weightSet: String(value) }, `weight set → ${value}`),
    },
    {
      id: 'rounding',
      header: 'Rounding',
      kind: 'choice',
      width: 118,
      headerTooltip:
        'Published rates: rates and lines are cut to the cent, the rest stays central. To the cent: the pool is used up exactly.',
      value: (row) => (roundingsOf(decision(row).method).length > 0 ? (result(row)?.rounding ?? null) : null),
      choices: (row) => ROUNDINGS.filter((one) => roundingsOf(decision(row).method).includes(one.value as Rounding)),
      editable: (row) => roundingsOf(decision(row).method).length > 0,
      refusal: () => 'Amounts are as typed, so nothing is rounded.',
      edit: (row, value) => {
        const rounding = value as Rounding;
        const isDefault = rounding === defaultRounding(decision(row).method);
        return set(row, { rounding: isDefault ? null : rounding }, `rounding → ${ROUNDING_WORDS[rounding]}`);
      },
    },
    {
      id: 'compare',
      header: 'Compared',
      kind: 'choice',
      width: 88,
      headerTooltip: 'Whether its dollars count when a school’s budget is compared with this year’s.',
      value: (row) => compareOf(decision(row)),
      choices: () => COMPARES,
      edit: (row, value) => setCompare(model, scenarioId, row.key, value as Compare),
    },
    {
      id: 'central',
      header: 'Central',
      pinned: 'right',
      kind: 'money',
      width: money,
      value: (row) => result(row)?.centralCents ?? null,
      total: () => tieOut().centralCents,
      explain: (row) => sourceTarget(row.index, 'central'),
      explainTotal: () => barTarget('central'),
    },
    {
      id: 'schools',
      header: 'To schools',
      pinned: 'right',
      kind: 'money',
      width: money,
      strong: true,
      value: (row) => result(row)?.schoolsCents ?? null,
      total: () => tieOut().schoolsCents,
      explain: (row) => sourceTarget(row.index, 'schools'),
      explainTotal: () => barTarget('schools'),
    },
    {
      id: 'left',
      header: 'Left',
      pinned: 'right',
      kind: 'money',
      width: moneyWidth(Math.max(leftMost, Math.abs(document.calculation.results.tieOut.leftCents), 99_999_999)),
      headerTooltip: 'What reaches nobody. Negative is short: the source gives more than it has.',
      value: (row) => result(row)?.leftCents ?? null,
      tint: (row) => (result(row)?.stopped ? 'warn' : (result(row)?.leftCents ?? 0) < 0 ? 'loss' : null),
      total: () => tieOut().leftCents,
      explain: (row) => sourceTarget(row.index, 'left'),
      explainTotal: () => barTarget('left'),
    },
    {
      id: 'finding',
      header: 'What to look at',
      kind: 'text',
      width: 420,
      value: finding,
      tint: (row) => (finding(row) ? 'warn' : null),
    },
  ];
}

const shareText = ({ centralKind, centralValue }: DecisionRow): string =>
  centralShareText({ kind: centralKind, value: centralValue });
