import type { AmountId, AxisId, Weighting } from '../../shared/equity/columnIds.ts';
import type { EquityData } from '../../shared/equity/EquityData.ts';
import { findNeedColumn } from '../../shared/equity/findNeedColumn.ts';
import { LIMITS } from '../../shared/model/units.ts';
import { DEFAULT_MINIMUM_PUPILS } from '../../shared/session/Audience.ts';
import { YEARS_BY, type YearsBy } from '../../shared/years/yearSeries.ts';
import type { SeenBy } from '../pictures/Onlookers.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import { amountChoices, axisChoices, baselineChoices } from './equityChoices.ts';

/** What a person has chosen on the board. Kept with the document's session, and the same for every scenario. */
export interface EquityView {
  readonly amount: AmountId;
  readonly against: AxisId;
  readonly weighting: Weighting;
  /** `none`, `current`, `scenario:ID`, or `year:YEAR`. */
  readonly baseline: string;
  /** A need whose schools stand out; `level` colours by level instead. */
  readonly colour: AxisId | 'level';
  readonly groups: 5 | 10;
  readonly stack: 'restriction' | 'source';
  readonly levels: boolean;
  readonly logSize: boolean;
  /** Actual costs of schools, where they are given; empty for none. */
  readonly actual: AmountId | '';
  /** Measures of teachers and pupils; empty for none. */
  readonly experience: AxisId | '';
  readonly turnover: AxisId | '';
  readonly outcome: AxisId | '';
  /** What the pictures of years show; empty where nothing was chosen yet. */
  readonly yearMeasure: string;
  readonly yearGroup: string;
  readonly yearsBy: YearsBy | '';
  readonly yearOutcome: string;
  readonly outcomeGroup: string;
  readonly outcomeYear: string;
  readonly outcomeSince: string;
  readonly seenBy: SeenBy;
  /** Of the public: the fewest pupils of a school that is shown, and whether names are. */
  readonly minimumPupils: number;
  readonly names: 'shown' | 'anonymous';
}

const KEY = 'equityBoard';

/** What was chosen last, as far as the document still has it; at first the total budget against poverty. */
export function readEquityView(document: DocumentState, data: EquityData): EquityView {
  const kept = new Map((document.session.get(KEY) ?? '').split('\n').map((line) => splitOnce(line)));
  const pick = <Value extends string>(
    key: string,
    choices: readonly { readonly value: string }[],
    otherwise: Value,
  ): Value => {
    const value = kept.get(key);
    return choices.some((choice) => choice.value === value) ? (value as Value) : otherwise;
  };
  const axes = axisChoices(data);
  const baselines = baselineChoices(document, data);
  const learners = findNeedColumn(data, 'EL');
  /** Found by its name until one is chosen, none included. */
  const measure = (key: string, called: RegExp): AxisId | '' => {
    const measures = axes.filter(({ value }) => value.startsWith('measure:'));
    if (kept.get(key) === '') return '';
    return pick<AxisId | ''>(key, measures, measures.find(({ label }) => called.test(label))?.value ?? '');
  };
  return {
    amount: pick('amount', amountChoices(data), 'total'),
    against: pick('against', axes, findNeedColumn(data, 'POV') ?? 'allNeeds'),
    weighting: kept.get('weighting') === 'pupils' ? 'pupils' : 'schools',
    baseline: pick('baseline', baselines, baselines.some(({ value }) => value === 'current') ? 'current' : 'none'),
    colour: pick('colour', [{ value: 'level' }, ...axes], learners ?? 'level'),
    groups: kept.get('groups') === '5' ? 5 : 10,
    stack: kept.get('stack') === 'source' ? 'source' : 'restriction',
    levels: kept.get('levels') !== 'no',
    logSize: kept.get('logSize') !== 'no',
    actual: pick('actual', amountChoices(data), ''),
    experience: measure('experience', /experience/i),
    turnover: measure('turnover', /turnover|attrition/i),
    outcome: measure('outcome', /outcome|proficien|graduation|score/i),
    yearMeasure: kept.get('yearMeasure') ?? '',
    yearGroup: kept.get('yearGroup') ?? '',
    yearsBy: YEARS_BY.find((by) => by === kept.get('yearsBy')) ?? '',
    yearOutcome: kept.get('yearOutcome') ?? '',
    outcomeGroup: kept.get('outcomeGroup') ?? '',
    outcomeYear: kept.get('outcomeYear') ?? '',
    outcomeSince: kept.get('outcomeSince') ?? '',
    seenBy: kept.get('seenBy') === 'public' ? 'public' : 'me',
    minimumPupils: readMinimum(kept.get('minimumPupils') ?? '') ?? DEFAULT_MINIMUM_PUPILS,
    names: kept.get('names') === 'anonymous' ? 'anonymous' : 'shown',
  };
}

/** Whole pupils as typed; null where they are none. */
export function readMinimum(text: string): number | null {
  const pupils = /^\s*(\d{1,4})\s*$/.exec(text)?.[1];
  return pupils === undefined || Number(pupils) > LIMITS.suppressedPupils ? null : Number(pupils);
}

function splitOnce(line: string): [string, string] {
  const at = line.indexOf('=');
  return [line.slice(0, at), line.slice(at + 1)];
}

export function keepEquityView(document: DocumentState, view: EquityView): void {
  const yes = (is: boolean): string => (is ? 'yes' : 'no');
  const kept = {
    ...view,
    groups: String(view.groups),
    levels: yes(view.levels),
    logSize: yes(view.logSize),
    minimumPupils: String(view.minimumPupils),
  };
  document.session.set(
    KEY,
    Object.entries(kept)
      .map(([key, value]) => `${key}=${value}`)
      .join('\n'),
  );
}
