import type { SlideField } from '../session/SlideField.ts';
import type { SlideKind } from '../session/slideKinds.ts';

const BASELINE: SlideField = {
  key: 'baseline',
  label: 'Held against',
  type: 'baseline',
  fallback: 'current',
  emptyLabel: 'The scenario the what-if began from',
};
const AMOUNT: SlideField = { key: 'amount', label: 'Amount per pupil', type: 'amount', fallback: 'total' };
/** Empty stands for poverty, or for all needs together where the district has no such need. */
const AXIS: SlideField = { key: 'against', label: 'Need', type: 'axis', fallback: '', emptyLabel: 'Poverty' };
const LEVEL: SlideField = { key: 'level', label: 'Level', type: 'level', fallback: '', emptyLabel: 'All levels' };
const WEIGHTING: SlideField = {
  key: 'weighting',
  label: 'Each school counts',
  type: 'choice',
  fallback: 'schools',
  choices: [
    { value: 'schools', label: 'Once' },
    { value: 'pupils', label: 'By its pupils' },
  ],
};

/** How many schools of each side a slide holds at ten metres. */
export const MOST_WINNERS = 5;

/** What each kind of slide lets the director choose. */
export const SLIDE_FIELDS: Readonly<Record<SlideKind, readonly SlideField[]>> = {
  headline: [BASELINE],
  winnersAndLosers: [
    BASELINE,
    {
      key: 'unit',
      label: 'Ordered by',
      type: 'choice',
      fallback: 'dollars',
      choices: [
        { value: 'dollars', label: 'Dollars' },
        { value: 'percent', label: 'Percent' },
      ],
    },
    { key: 'count', label: 'Schools of each side', type: 'number', fallback: MOST_WINNERS, minimum: 1, maximum: 5 },
    LEVEL,
    {
      key: 'beside',
      label: 'Beside them',
      type: 'choice',
      fallback: 'histogram',
      choices: [
        { value: 'histogram', label: 'How far all schools move' },
        { value: 'levels', label: 'How many gain and lose by level' },
      ],
    },
  ],
  school: [{ key: 'school', label: 'School', type: 'school', fallback: '' }, BASELINE],
  scenarios: [
    { key: 'scenarios', label: 'Scenarios', type: 'scenarios', fallback: [], emptyLabel: 'The first three' },
    { key: 'need', label: 'Need of the fifths', type: 'need', fallback: '', emptyLabel: 'Poverty' },
  ],
  needAndSpending: [
    AMOUNT,
    AXIS,
    { ...BASELINE, label: 'Arrows come from' },
    WEIGHTING,
    { key: 'highNeed', label: 'Schools that stand out', type: 'need', fallback: '', emptyLabel: 'None' },
    { key: 'names', label: 'Name schools far from the line', type: 'yesNo', fallback: true },
  ],
  deciles: [
    AMOUNT,
    AXIS,
    { ...BASELINE, fallback: 'none' },
    {
      key: 'groups',
      label: 'Groups',
      type: 'choice',
      fallback: '10',
      choices: [
        { value: '5', label: 'Fifths' },
        { value: '10', label: 'Deciles' },
      ],
    },
    {
      ...WEIGHTING,
      label: 'Groups of equally many',
      choices: [
        { value: 'schools', label: 'Schools' },
        { value: 'pupils', label: 'Pupils' },
      ],
    },
    {
      key: 'stack',
      label: 'Bars made of',
      type: 'choice',
      fallback: 'restriction',
      choices: [
        { value: 'restriction', label: 'Restricted and unrestricted money' },
        { value: 'source', label: 'Sources' },
      ],
    },
  ],
  netLine: [
    AMOUNT,
    AXIS,
    { ...BASELINE, fallback: '' },
    WEIGHTING,
    { key: 'levels', label: 'Levels held fixed', type: 'yesNo', fallback: true },
    { key: 'logSize', label: 'Size held fixed', type: 'yesNo', fallback: false },
  ],
  matrix: [
    {
      key: 'show',
      label: 'Show',
      type: 'choice',
      fallback: 'dollars',
      choices: [
        { value: 'dollars', label: 'Dollars per pupil' },
        { value: 'change', label: 'Change since the start' },
      ],
    },
  ],
  tradeOff: [],
  years: [
    { key: 'measure', label: 'Measure', type: 'yearMeasure', fallback: '', emptyLabel: 'The first outcome' },
    {
      key: 'show',
      label: 'A line for',
      type: 'choice',
      fallback: 'groups',
      choices: [
        { value: 'district', label: 'The district' },
        { value: 'level', label: 'Levels' },
        { value: 'fifths', label: 'Fifths of need' },
        { value: 'groups', label: 'Groups of pupils' },
        { value: 'spread', label: 'Spread of money between schools' },
        { value: 'needs', label: 'Correlation of money with needs' },
        { value: 'outcomes', label: 'No line: spending against the outcome' },
      ],
    },
    { key: 'need', label: 'Need of the fifths', type: 'need', fallback: '', emptyLabel: 'Poverty' },
  ],
  tieOut: [],
  formula: [
    { key: 'source', label: 'Source', type: 'source', fallback: '', emptyLabel: 'All sources' },
    { key: 'page', label: 'Page', type: 'number', fallback: 1, minimum: 1, maximum: 100 },
  ],
  text: [{ key: 'lines', label: 'Text', type: 'text', fallback: '' }],
};
