import type { ModelRows } from '../model/Model.ts';
import type { LeverRow } from '../model/rows.ts';
import { PERCENT_SCALE, WEIGHT_SCALE } from '../model/units.ts';
import { DEFAULT_MINIMUM_PUPILS } from '../session/Audience.ts';
import type { SlideOptions } from '../session/SlideField.ts';
import type { SlideKind } from '../session/slideKinds.ts';
import { DISTRICT_WEIGHTS } from './sampleSources.ts';

const SESSION = 1;
/** The school whose own budget the board looks at. */
const SCHOOL = 'Jefferson High';

interface SampleSlide {
  readonly kind: SlideKind;
  readonly title: string;
  readonly options?: SlideOptions;
  readonly notes: string;
}

const slides = (school: string): readonly SampleSlide[] => [
  {
    kind: 'text',
    title: 'What if poverty counted for more?',
    options: {
      lines: [
        '- Today poverty adds 0.29 to a pupil of high school.',
        '- What would 0.40 do? Who gains, who loses, and does money follow need?',
        '- Everything here is a draft. Nothing is decided tonight.',
      ].join('\n'),
    },
    notes:
      'Say first that nothing is decided tonight, and that every number on the slides follows the levers while you speak.',
  },
  {
    kind: 'headline',
    title: 'The plan in numbers',
    notes:
      'Against this year’s budgets. Then move “Poverty weight, High” to 0.40 and let the numbers settle before you speak.',
  },
  {
    kind: 'winnersAndLosers',
    title: 'Who gains, who loses',
    options: { beside: 'levels' },
    notes:
      'Expect the question about elementary schools: the pool does not grow, so what high schools gain the others give. “Back” shows the plan again.',
  },
  {
    kind: 'school',
    title: '',
    options: { school },
    notes: 'Chosen because it is near the middle in size and need. Offer to show any other school the board names.',
  },
  {
    kind: 'needAndSpending',
    title: 'Does money follow need?',
    options: { highNeed: 'EL' },
    notes:
      'Each point is a school. A steeper line means that a pupil in poverty brings more. Arrows come from this year’s budget.',
  },
  {
    kind: 'deciles',
    title: 'From the least needy to the neediest',
    options: { groups: '5' },
    notes: 'Compare the first bar with the last. The shares of need stand below each of them.',
  },
  {
    kind: 'matrix',
    title: 'What each pupil brings',
    notes: 'These are the published rates. They follow each lever, so they are the price of what the board asks for.',
  },
  {
    kind: 'tieOut',
    title: 'Every dollar, wherever the levers stand',
    notes:
      'End here. If the board likes a state, press Mark and give it a name: it becomes a scenario, and the plan stays as it is.',
  },
];

type SampleLever = Pick<LeverRow, 'kind' | 'minimum' | 'maximum' | 'step'> & Partial<LeverRow>;

/** What boards ask about: two weights, what stays central, and “what if there are fewer of them?”. */
const LEVERS: readonly SampleLever[] = [
  {
    kind: 'weight',
    weightSet: DISTRICT_WEIGHTS,
    level: 'HS',
    need: 'POV',
    label: 'Poverty weight, High',
    minimum: 0.2 * WEIGHT_SCALE,
    maximum: 0.5 * WEIGHT_SCALE,
    step: 0.01 * WEIGHT_SCALE,
  },
  {
    kind: 'weight',
    weightSet: DISTRICT_WEIGHTS,
    level: 'ES',
    need: 'EL',
    label: 'English Learner weight, Elementary',
    minimum: 0.1 * WEIGHT_SCALE,
    maximum: 0.4 * WEIGHT_SCALE,
    step: 0.01 * WEIGHT_SCALE,
  },
  {
    kind: 'central',
    source: 'PROP',
    minimum: 30 * PERCENT_SCALE,
    maximum: 46 * PERCENT_SCALE,
    step: 0.5 * PERCENT_SCALE,
  },
  {
    kind: 'enrollment',
    level: 'HS',
    minimum: -10 * PERCENT_SCALE,
    maximum: 10 * PERCENT_SCALE,
    step: 0.5 * PERCENT_SCALE,
  },
];

/** A board session to show at once: what a higher poverty weight would do, with notes for whoever speaks. */
export function addBoardSession(rows: ModelRows): void {
  rows.boardSession.push({
    id: SESSION,
    name: 'Board meeting, what-if',
    position: 0,
    appearance: 'light',
    minimumPupils: DEFAULT_MINIMUM_PUPILS,
    schoolNames: 'shown',
    scenarioNames: 'shown',
    hidden: '[]',
    nameSeed: 2027,
  });
  const school = rows.school.find(({ name }) => name === SCHOOL)?.code ?? rows.school[0]?.code ?? '';
  slides(school).forEach(({ kind, title, options = {}, notes }, position) => {
    rows.slide.push({
      id: position + 1,
      session: SESSION,
      position,
      kind,
      title,
      options: JSON.stringify(options),
      notes,
    });
  });
  LEVERS.forEach((lever, position) => {
    const held = { weightSet: '', source: '', level: '', need: '', label: '', ...lever };
    rows.lever.push({ ...held, id: position + 1, session: SESSION, position });
  });
}
