import { MINUS } from '../text/formatNumber.ts';
import { decimalText, percentText } from './words.ts';

export type MeasureId =
  | 'variation'
  | 'rangeRatio'
  | 'mcLoone'
  | 'verstegen'
  | 'gini'
  | 'theil'
  | 'horizontal'
  | 'vertical'
  | 'beyondNeed';

/** How a measure is told to people who do not know it. */
export interface MeasureText {
  readonly name: string;
  /** `one`: nearer to 1 is better. */
  readonly better: 'lower' | 'higher' | 'one' | 'neither';
  readonly write: (value: number) => string;
  readonly sentence: (value: number) => string;
  /** The verdict on a change for the better, and for the worse. */
  readonly gain: string;
  readonly loss: string;
  readonly undefinedBecause: string;
}

const EQUAL = { gain: 'more equal', loss: 'less equal' };
const third = (value: number): string => decimalText(value, 3);
const fourth = (value: number): string => decimalText(value, 4);

export const MEASURE_TEXTS: Readonly<Record<MeasureId, MeasureText>> = {
  variation: {
    ...EQUAL,
    name: 'Coefficient of variation',
    better: 'lower',
    write: percentText,
    sentence: (value) =>
      `Amounts per pupil typically lie ${percentText(value)} from the district's mean; lower is more equal, though money that follows need raises it.`,
    undefinedBecause: 'The mean is zero, so there is nothing to measure against.',
  },
  rangeRatio: {
    ...EQUAL,
    name: 'Federal range ratio',
    better: 'lower',
    write: third,
    sentence: (value) =>
      `The pupil at the 95th percentile has ${percentText(value)} more than the pupil at the 5th; lower is more equal.`,
    undefinedBecause: 'The pupil at the 5th percentile has nothing, so there is nothing to divide by.',
  },
  mcLoone: {
    ...EQUAL,
    name: 'McLoone index',
    better: 'one',
    write: third,
    sentence: (value) =>
      `Pupils in the lower half have ${percentText(value)} of what they would have at the median; nearer to 100% is more equal.`,
    undefinedBecause: 'The median is zero, so there is nothing to divide by.',
  },
  verstegen: {
    ...EQUAL,
    name: 'Verstegen index',
    better: 'one',
    write: third,
    sentence: (value) =>
      `Pupils in the upper half have ${percentText(value)} of what they would have at the median; nearer to 100% is more equal.`,
    undefinedBecause: 'The median is zero, so there is nothing to divide by.',
  },
  gini: {
    ...EQUAL,
    name: 'Gini coefficient',
    better: 'lower',
    write: third,
    sentence: (value) =>
      `On a scale from 0 (every pupil has the same) to 1 (one pupil has all), amounts stand at ${third(value)}; lower is more equal.`,
    undefinedBecause: 'The mean is zero, so there is nothing to measure against.',
  },
  theil: {
    ...EQUAL,
    name: 'Theil index',
    better: 'lower',
    write: fourth,
    sentence: (value) =>
      `Amounts differ by a Theil index of ${fourth(value)}, where 0 is the same for every pupil; lower is more equal.`,
    undefinedBecause: 'The mean is zero, so there is nothing to measure against.',
  },
  horizontal: {
    name: 'Horizontal equity',
    better: 'lower',
    write: percentText,
    sentence: (value) =>
      `Schools of the same level and near in need lie ${percentText(value)} from their common mean; lower treats likes more alike.`,
    gain: 'like schools are treated more alike',
    loss: 'like schools are treated less alike',
    undefinedBecause: 'No two schools are of the same level and near in need, so none can be held against a like one.',
  },
  vertical: {
    name: 'Vertical equity',
    better: 'higher',
    write: percentText,
    sentence: (value) =>
      `Needs explain ${percentText(value)} of the differences between schools; higher means that money follows need more closely.`,
    gain: 'money follows need more closely',
    loss: 'money follows need less closely',
    undefinedBecause:
      'Needs or amounts are the same at every school, or there are too few schools, so nothing can be explained.',
  },
  beyondNeed: {
    name: 'Variation beyond need',
    better: 'lower',
    write: percentText,
    sentence: (value) =>
      `With the differences that needs explain taken out, amounts per pupil still lie ${percentText(value)} from the mean; lower is more even.`,
    gain: 'less is left that need does not explain',
    loss: 'more is left that need does not explain',
    undefinedBecause:
      'Needs or amounts are the same at every school, or there are too few schools, so nothing can be explained.',
  },
};

/** Correlation with, and slope on, one need. A slope is in dollars for a percentage point of a share, or a unit. */
export function needMeasureText(kind: 'correlation' | 'slope', label: string, isShare: boolean): MeasureText {
  const shared = {
    better: 'higher' as const,
    gain: `more money follows ${label}`,
    loss: `less money follows ${label}`,
    undefinedBecause: `${label} or the amount is the same at every school, or there are too few schools.`,
  };
  if (kind === 'correlation') {
    return {
      ...shared,
      name: `Correlation with ${label}`,
      write: (value) => decimalText(value, 2),
      sentence: (value) =>
        `Amounts per pupil and ${label} go together with a correlation of ${decimalText(value, 2)}, from −1 to 1; higher means that more money goes where more of the need is.`,
    };
  }
  const unit = isShare ? 'percentage point' : 'unit';
  const write = (value: number): string => `${value < 0 ? MINUS : ''}$${decimalText(Math.abs(value), 2)}`;
  return {
    ...shared,
    name: `Slope on ${label}`,
    write,
    sentence: (value) =>
      `For each ${unit} more of ${label}, a pupil has ${write(Math.abs(value))} ${value < 0 ? 'less' : 'more'}; higher means more money for the need.`,
  };
}
