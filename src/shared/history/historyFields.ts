import { METHOD_WORDS } from '../changes/decisions.ts';
import { BASIS_WORDS, PAYER_WORDS } from '../changes/floors.ts';
import { STATUS_WORDS } from '../changes/scenarios.ts';
import type { LeverKind, Payer, TableName, Tables } from '../model/rows.ts';
import { KIND_NAMES } from '../versions/inputVersions.ts';
import { leverDistanceText, leverText } from '../whatIf/leverText.ts';
import {
  field,
  type HistoryTable,
  type Key,
  money,
  named,
  number,
  percent,
  pin,
  place,
  pupils,
  text,
  there,
  type Words,
  weight,
  words,
} from './HistoryField.ts';
import type { HistoryNames } from './HistoryNames.ts';
import { measureShown, moneyShown, percentShown, placeShown, rateShown, scalingShown, textShown } from './Shown.ts';

export type { HistoryField, HistoryTable } from './HistoryField.ts';

const PUBLIC: Words = { restricted: 'Restricted', unrestricted: 'Unrestricted' };
const ORIGINS: Words = { federal: 'Federal', state: 'State', local: 'Local', private: 'Private' };
const DECIDED: Words = { lock: 'Lock', unlock: 'Unlock', grant: 'Grant' };
const ROUNDINGS: Words = { rates: 'Published rates', cent: 'To the cent', dollar: 'Whole dollars' };
const COMPARED: Words = { in: 'In', out: 'Out' };
const BRINGS: Words = { measure: 'Numbers', tag: 'Text' };
const SOLVES: Words = { scaling: 'The scaling', cap: 'The cap' };
const DISTRICT: Words = { name: 'District name', fiscal_year: 'Fiscal year' };
const YES_NO: Words = { yes: 'Yes', no: 'No' };
const YEAR_KINDS: Words = { amount: 'Money', pupils: 'Pupils', outcome: 'Outcomes' };
const YEAR_UNITS: Words = { dollars: 'Dollars', pupils: 'Pupils', percent: 'Percent', points: 'Points' };
const YEAR_BETTER: Words = { higher: 'Higher', lower: 'Lower', neither: 'Neither' };
const LEVER_KINDS: Readonly<Record<LeverKind, string>> = {
  weight: 'Weight',
  share: 'Share',
  central: 'Central share',
  holdHarmless: 'Hold harmless',
  minimum: 'Minimum',
  cap: 'Cap on gains',
  scaling: 'Scaling',
  enrollment: 'Enrollment',
  revenue: 'Revenue',
};
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
  yearMeasure: {
    sheet: 'years',
    item: ({ measure }) => `Measure by year ${measure}`,
    fields: [
      words('kind', 'is about', YEAR_KINDS),
      words('unit', 'unit', YEAR_UNITS),
      words('better', 'is better when', YEAR_BETTER),
      place(),
    ],
  },
  yearValue: {
    sheet: 'years',
    item: ({ year, school, measure, studentGroup }, names) =>
      [measure, year, names.of('school', school), studentGroup].filter(Boolean).join(' · '),
    fields: [field('value', 'value', '', ({ value }) => measureShown(value))],
  },
  boardSession: {
    sheet: 'session',
    item: ({ name }) => `Board session ${name}`,
    fields: [
      text('name', 'name'),
      words('appearance', 'appearance', { light: 'Light', dark: 'Dark' }),
      field('minimumPupils', 'fewest pupils shown', 'pupils', (row) => textShown(String(row.minimumPupils))),
      words('schoolNames', 'names of schools', { shown: 'Shown', anonymous: 'Anonymous' }),
      words('scenarioNames', 'names of scenarios', { shown: 'Shown', masked: 'Masked' }),
      text('hidden', 'not shown'),
      field('nameSeed', 'order of anonymous names', '', (row) => textShown(String(row.nameSeed))),
      place(),
    ],
  },
  slide: {
    sheet: 'session',
    item: ({ kind, title }) => `Slide ${title || kind}`,
    fields: [
      text('title', 'title'),
      text('kind', 'shows'),
      text('options', 'options'),
      text('notes', 'notes'),
      named('session', 'session', 'boardSession'),
      place(),
    ],
  },
  lever: {
    sheet: 'session',
    item: ({ label, kind, weightSet, source, level, need }) =>
      `Lever ${label || [LEVER_KINDS[kind].toLowerCase(), weightSet || source, level, need].filter(Boolean).join(' · ')}`,
    fields: [
      text('label', 'label'),
      words('kind', 'moves', LEVER_KINDS),
      text('weightSet', 'weight set'),
      text('source', 'source'),
      text('level', 'level'),
      text('need', 'need'),
      named('session', 'session', 'boardSession'),
      field('minimum', 'from', '', (row) => textShown(leverText(row, row.minimum))),
      field('maximum', 'to', '', (row) => textShown(leverText(row, row.maximum))),
      field('step', 'step', '', (row) => textShown(leverDistanceText(row, row.step))),
      place(),
    ],
  },
};
