import { METHOD_WORDS } from '../changes/decisions.ts';
import { BASIS_WORDS, PAYER_WORDS } from '../changes/floors.ts';
import { STATUS_WORDS } from '../changes/scenarios.ts';
import type { InputKind, Payer, TableName, Tables } from '../model/rows.ts';
import { KIND_NAMES } from '../versions/inputVersions.ts';
import type { HistoryNames } from './HistoryNames.ts';
import {
  countShown,
  measureShown,
  moneyShown,
  NOTHING,
  percentShown,
  placeShown,
  rateShown,
  type Shown,
  scalingShown,
  textShown,
  weightShown,
} from './Shown.ts';

/** One thing that a row says: how it is called, which columns it is read from, and how it is shown. */
export interface HistoryField<Row> {
  readonly column: string;
  readonly label: string;
  readonly unit: string;
  /** Further columns that decide what the value means. */
  readonly beside?: readonly string[];
  /** Said only when it moves: where a new row stands in its list is no news. */
  readonly onlyMoves?: true;
  readonly show: (row: Row, names: HistoryNames) => Shown;
}

/** What a table's rows are called, what of them a person sees, and on which sheet. */
export interface HistoryTable<Row> {
  readonly sheet: string | null;
  readonly item: (row: Row, names: HistoryNames) => string;
  readonly fields: readonly HistoryField<Row>[];
}

type Key<Row> = keyof Row & string;
type Words = Readonly<Record<string, string>>;

const field = <Row>(
  column: Key<Row>,
  label: string,
  unit: string,
  show: HistoryField<Row>['show'],
  more: Partial<Pick<HistoryField<Row>, 'beside' | 'onlyMoves'>> = {},
): HistoryField<Row> => ({ column, label, unit, show, ...more });

const heldIn = (row: unknown, column: string): string | number | null =>
  (row as Record<string, string | number | null>)[column] ?? null;

const number = <Row>(column: Key<Row>, label: string, unit: string, shown: (units: number) => Shown) =>
  field<Row>(column, label, unit, (row) => {
    const value = heldIn(row, column);
    return value === null ? NOTHING : shown(Number(value));
  });
const money = <Row>(column: Key<Row>, label: string) => number<Row>(column, label, 'dollars', moneyShown);
const pupils = <Row>(column: Key<Row>, label: string) => number<Row>(column, label, 'pupils', countShown);
const weight = <Row>(column: Key<Row>, label: string) => number<Row>(column, label, 'weight', weightShown);
const percent = <Row>(column: Key<Row>, label: string) => number<Row>(column, label, 'percent', percentShown);
const text = <Row>(column: Key<Row>, label: string) =>
  field<Row>(column, label, '', (row) => textShown(String(heldIn(row, column) ?? '')));
const words = <Row>(column: Key<Row>, label: string, spoken: Words) =>
  field<Row>(column, label, '', (row) => {
    const value = heldIn(row, column);
    return value === null ? NOTHING : textShown(spoken[String(value)] ?? String(value));
  });
const place = <Row extends { position: number }>() =>
  field<Row>('position' as Key<Row>, 'place in its list', '', (row) => placeShown(row.position), { onlyMoves: true });
const named = <Row>(column: Key<Row>, label: string, table: Parameters<HistoryNames['of']>[0]) =>
  field<Row>(column, label, '', (row, names) => {
    const value = heldIn(row, column);
    return value === null ? NOTHING : textShown(names.of(table, value));
  });
const pin = (kind: InputKind) =>
  named<Tables['scenario']>(`${kind}Version` as const, `${KIND_NAMES[kind]} in use`, 'inputVersion');
/** A row that says nothing but that it is there. */
const there = <Row>(column: Key<Row>, label: string) => field<Row>(column, label, '', () => textShown('yes'));

const PUBLIC: Words = { restricted: 'Restricted', unrestricted: 'Unrestricted' };
const ORIGINS: Words = { federal: 'Federal', state: 'State', local: 'Local', private: 'Private' };
const DECIDED: Words = { lock: 'Lock', unlock: 'Unlock', grant: 'Grant' };
const ROUNDINGS: Words = { rates: 'Published rates', cent: 'To the cent', dollar: 'Whole dollars' };
const COMPARED: Words = { in: 'In', out: 'Out' };
const BRINGS: Words = { measure: 'Numbers', tag: 'Text' };
const SOLVES: Words = { scaling: 'The scaling', cap: 'The cap' };
const DISTRICT: Words = { name: 'District name', fiscal_year: 'Fiscal year' };
const YES_NO: Words = { yes: 'Yes', no: 'No' };
const PAYERS: Readonly<Record<Payer, string>> = PAYER_WORDS;

const minimum = <Row extends { kind: 'per_pupil' | 'amount'; value: number }>() =>
  field<Row>(
    'value' as Key<Row>,
    'minimum',
    'dollars',
    ({ kind, value }) => {
      if (kind === 'amount') return moneyShown(value);
      const shown = rateShown(value);
      return { ...shown, text: `${shown.text} per pupil` };
    },
    { beside: ['kind'] },
  );

const place2 = (need: string, level: string, names: HistoryNames): string =>
  [need === '' ? 'all needs' : names.of('need', need), level === '' ? 'all levels' : names.of('level', level)].join(
    ', ',
  );
const supposed = (row: { kind: string; level: string; need?: string; source: string }, names: HistoryNames): string => {
  if (row.kind === 'revenue') return row.source === '' ? 'All revenue' : `Revenue of ${names.of('source', row.source)}`;
  if (row.level === '' && !row.need) return 'All enrollment';
  const parts = [row.need ? names.of('need', row.need) : '', row.level === '' ? '' : names.of('level', row.level)];
  return `Enrollment of ${parts.filter(Boolean).join(', ')}`;
};
const signedPercent = <Row extends { percent: number }>(label: string) =>
  field<Row>('percent' as Key<Row>, label, 'percent', ({ percent: units }) => {
    const shown = percentShown(units);
    return units > 0 ? { ...shown, text: `+${shown.text}` } : shown;
  });

/**
 * The words of every table. A table that is not named here is shown with the names of its columns, so that nothing
 * logged is ever left out; a test keeps the list whole.
 */
export const HISTORY_TABLES: { readonly [T in TableName]: HistoryTable<Tables[T]> } = {
  district: {
    sheet: 'schools',
    item: ({ key }) => DISTRICT[key] ?? key,
    fields: [text('value', 'value')],
  },
  level: {
    sheet: 'schools',
    item: ({ code, name }) => `Level ${name || code}`,
    fields: [text('name', 'name'), place()],
  },
  need: {
    sheet: 'schools',
    item: ({ code, name }) => `Need ${name || code}`,
    fields: [text('name', 'name'), place()],
  },
  school: {
    sheet: 'schools',
    item: ({ code }, names) => names.of('school', code),
    fields: [text('name', 'name'), named('level', 'level', 'level')],
  },
  schoolColumn: {
    sheet: 'schools',
    item: ({ name }) => `Column ${name}`,
    fields: [words('kind', 'holds', BRINGS), place()],
  },
  tag: {
    sheet: 'schools',
    item: ({ school, tag }, names) => `${names.of('school', school)} · ${tag}`,
    fields: [text('value', 'text')],
  },
  inputVersion: {
    sheet: 'versions',
    item: ({ kind, name }) => `Version ${name} of ${KIND_NAMES[kind]}`,
    fields: [text('name', 'name'), text('fileName', 'file'), text('note', 'note')],
  },
  enrollment: {
    sheet: 'enrollment',
    item: ({ school, level, need }, names) => `${names.of('school', school)} · ${place2(need, level, names)}`,
    fields: [pupils('count', 'pupils')],
  },
  measure: {
    sheet: 'schools',
    item: ({ school, measure }, names) => `${names.of('school', school)} · ${measure}`,
    fields: [field('value', 'value', 'number', ({ value }) => measureShown(value))],
  },
  currentBudget: {
    sheet: 'schools',
    item: ({ school }, names) => names.of('school', school),
    fields: [money('amountCents', 'current budget'), pupils('pupils', 'pupils of the current budget')],
  },
  source: {
    sheet: 'revenues',
    item: ({ code }, names) => names.of('source', code),
    fields: [
      text('name', 'name'),
      words('origin', 'origin', ORIGINS),
      words('restriction', 'restriction', PUBLIC),
      place(),
    ],
  },
  revenue: {
    sheet: 'revenues',
    item: ({ source }, names) => names.of('source', source),
    fields: [money('amountCents', 'projected amount')],
  },
  scenario: {
    sheet: 'scenarios',
    item: ({ name }) => `Scenario ${name}`,
    fields: [
      text('name', 'name'),
      text('description', 'description'),
      named('basedOn', 'based on', 'scenario'),
      words('status', 'status', STATUS_WORDS),
      place(),
      pin('enrollment'),
      pin('revenues'),
      pin('current'),
      pin('measures'),
    ],
  },
  weightSet: {
    sheet: 'weights',
    item: ({ weightSet }) => `Weight set ${weightSet}`,
    fields: [field('position', 'place in its list', '', ({ position }) => placeShown(position))],
  },
  decision: {
    sheet: 'sources',
    item: ({ source }, names) => names.of('source', source),
    fields: [
      words('status', 'status', DECIDED),
      field(
        'centralValue',
        'central share',
        '',
        ({ centralKind, centralValue }) => {
          if (centralKind === 'percent') return percentShown(centralValue);
          const shown = moneyShown(centralValue);
          return { ...shown, text: `$${shown.text}` };
        },
        { beside: ['centralKind'] },
      ),
      words('method', 'method', METHOD_WORDS),
      text('weightSet', 'weight set'),
      text('formula', 'formula'),
      text('eligibility', 'eligibility'),
      words('rounding', 'rounding', ROUNDINGS),
      words('compare', 'in the comparison', COMPARED),
    ],
  },
  weight: {
    sheet: 'weights',
    item: ({ weightSet, level, need }, names) => `${place2(need, level, names)} · ${weightSet}`,
    fields: [weight('weight', 'weight')],
  },
  share: {
    sheet: 'sources',
    item: ({ source, level, need }, names) =>
      `${names.of('source', source)} · ${need === '' ? names.of('level', level) : place2(need, level, names)}`,
    fields: [percent('percent', 'share')],
  },
  rate: {
    sheet: 'sources',
    item: ({ source, level, need }, names) => `${names.of('source', source)} · ${place2(need, level, names)}`,
    fields: [number('rate', 'rate', 'dollars', rateShown)],
  },
  tableAmount: {
    sheet: 'grants',
    item: ({ source, school }, names) => `${names.of('source', source)} at ${names.of('school', school)}`,
    fields: [money('amountCents', 'amount')],
  },
  acceptedFinding: {
    sheet: 'findings',
    item: ({ rule }) => `Finding ${rule}`,
    fields: [text('note', 'accepted with the note')],
  },
  levelMinimum: {
    sheet: 'floors',
    item: ({ level }, names) => names.of('level', level),
    fields: [minimum()],
  },
  schoolMinimum: {
    sheet: 'floors',
    item: ({ school }, names) => names.of('school', school),
    fields: [minimum()],
  },
  floorDecision: {
    sheet: 'floors',
    item: () => 'Floors',
    fields: [
      percent('holdHarmlessPercent', 'hold harmless'),
      words('basis', 'compared', BASIS_WORDS),
      words('useMinimums', 'minimums in use', YES_NO),
      words('payer', 'payer', PAYERS),
      named('reserveSource', 'reserve', 'source'),
      percent('capPercent', 'cap on gains'),
      number('scaling', 'scaling', 'number', scalingShown),
      words('solve', 'solved', SOLVES),
    ],
  },
  payingSource: {
    sheet: 'floors',
    item: ({ source }, names) => names.of('source', source),
    fields: [there('source', 'pays top-ups')],
  },
  exemption: {
    sheet: 'floors',
    item: ({ school }, names) => names.of('school', school),
    fields: [there('school', 'exempt from floors'), text('reason', 'reason')],
  },
  shock: {
    sheet: 'scenarios',
    item: supposed,
    fields: [signedPercent('supposed')],
  },
  adoption: {
    sheet: 'scenarios',
    item: ({ scenario }, names) => `Scenario ${names.of('scenario', scenario)}`,
    fields: [
      text('by', 'adopted by'),
      text('inputsSha256', 'hash of inputs'),
      text('resultsSha256', 'hash of results'),
    ],
  },
  goalWeight: {
    sheet: 'weights',
    item: ({ weightSet, level, need }, names) => `${place2(need, level, names)} · ${weightSet}`,
    fields: [weight('weight', 'goal weight')],
  },
  pathShare: {
    sheet: 'gradual',
    item: ({ year }) => (year === 0 ? 'This year' : `In ${year} ${year === 1 ? 'year' : 'years'}`),
    fields: [percent('share', 'share of the way')],
  },
  revenueTrigger: {
    sheet: 'gradual',
    item: () => 'Path',
    fields: [money('amountCents', 'begins at unrestricted revenue of')],
  },
  growth: {
    sheet: 'gradual',
    item: supposed,
    fields: [signedPercent('growth a year')],
  },
  accountSegment: {
    sheet: 'accounts',
    item: ({ code, name }) => `Segment ${name || code}`,
    fields: [text('name', 'name'), field('length', 'length', '', ({ length }) => textShown(String(length))), place()],
  },
  accountRule: {
    sheet: 'accounts',
    item: ({ segment, source, school, level, need }, names) => {
      const of = [
        source && names.of('source', source),
        school && names.of('school', school),
        level && names.of('level', level),
        need && names.of('need', need),
      ].filter(Boolean);
      return `${names.of('accountSegment', segment)} · ${of.length > 0 ? of.join(', ') : 'everything'}`;
    },
    fields: [text('value', 'account value')],
  },
  allocationTemplate: {
    sheet: 'finance-files',
    item: ({ name }) => `Template ${name}`,
    fields: [text('name', 'name'), text('definition', 'layout'), place()],
  },
  rationale: {
    sheet: 'hand-outs',
    item: ({ subject, code }) => `Rationale of ${[subject.replace('_', ' '), code].filter(Boolean).join(' ')}`,
    fields: [text('text', 'text')],
  },
  picture: {
    sheet: 'hand-outs',
    item: ({ name }) => `Picture ${name}`,
    fields: [
      field('data', 'picture', '', ({ data }) =>
        textShown(`${String(data).length.toLocaleString('en-US')} characters`),
      ),
    ],
  },
};
