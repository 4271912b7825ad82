import type { Actuals } from '../equity/actuals.ts';
import { dollarText } from '../equity/words.ts';
import { COUNT_SCALE } from '../model/units.ts';
import { acrossAxis, niceScale } from './axes.ts';
import { legendMarks } from './legend.ts';
import type { Frame, Mark, Picture, PictureSize } from './Picture.ts';
import { changeText } from './pictureWords.ts';
import { decimalDollars } from './scatterTable.ts';
import { tenth } from './shapes.ts';

export interface ActualsInput {
  readonly actuals: Actuals;
  readonly dataName: string;
  readonly writeNeed: (value: number) => string;
}

/** Averages beside actual costs for each fifth of a need, with the difference above: two bars and a number. */
export function actualsPicture({ actuals, dataName, writeNeed }: ActualsInput, size: PictureSize): Picture {
  const { groups, actualLabel, averageLabel, byLabel } = actuals;
  const legend = legendMarks(
    [
      { label: averageLabel, sign: { kind: 'area', ink: 'series1', pattern: 'plain' } },
      { label: actualLabel, sign: { kind: 'area', ink: 'series2', pattern: 'hatch' } },
    ],
    size.width,
    0,
  );
  const top = legend.height + 42;
  const frame: Frame = {
    left: 62,
    top,
    width: Math.max(160, size.width - 74),
    height: Math.max(80, size.height - top - 46),
  };
  const bottom = frame.top + frame.height;
  const filled = groups.filter(({ schools }) => schools > 0);
  const y = niceScale(
    filled.flatMap(({ average, actual }) => [1.06 * average, 1.06 * actual]),
    bottom,
    frame.top,
    5,
    [0],
  );
  const step = frame.width / Math.max(1, groups.length);
  const wide = Math.min(58, step * 0.3);
  const marks: Mark[] = [...legend.marks, ...acrossAxis(frame, y, 'dollars', 'Dollars per pupil')];
  const middleOf = (group: (typeof groups)[number]): number => frame.left + step * (groups.indexOf(group) + 0.5);
  for (const group of filled) {
    const middle = middleOf(group);
    const bar = (value: number, x: number, isActual: boolean): Mark => ({
      kind: 'bar',
      x,
      y: Math.min(y(value), y(0)),
      width: wide,
      height: Math.abs(y(0) - y(value)),
      fill: isActual ? 'series2' : 'series1',
      pattern: isActual ? 'hatch' : 'plain',
    });
    marks.push(bar(group.average, middle - wide - 2, false), bar(group.actual, middle + 2, true));
    const peak = Math.min(y(group.average), y(group.actual));
    const ink = group.difference < 0 ? 'loss' : 'gain';
    marks.push({
      kind: 'text',
      x: middle,
      y: peak - 8,
      text: changeText(group.difference),
      size: 13,
      ink,
      isBold: true,
      anchor: 'middle',
      hasHalo: true,
    });
  }
  marks.push({
    kind: 'path',
    d: `M${tenth(frame.left)} ${tenth(y(0))}h${tenth(frame.width)}`,
    stroke: 'line',
    width: 1.2,
  });
  for (const [at, { label, from, to, schools }] of groups.entries()) {
    const x = frame.left + step * (at + 0.5);
    marks.push({ kind: 'text', x, y: bottom + 18, text: label, size: 12, ink: 'ink', isBold: true, anchor: 'middle' });
    const range = schools > 0 ? `${byLabel} ${writeNeed(from)} to ${writeNeed(to)}` : 'no schools';
    marks.push({ kind: 'text', x, y: bottom + 35, text: range, size: 11, ink: 'ink2', anchor: 'middle' });
  }
  return {
    id: 'averages-and-actuals',
    title: `${actualLabel} against ${averageLabel}, by fifths of ${byLabel}`,
    subtitle: dataName,
    sentence: actuals.sentence,
    description: `${actuals.sentence} Actual less average: ${filled.map(({ label, difference }) => `${label} ${changeText(difference)}`).join(', ')}.`,
    ...size,
    frame,
    marks: filled.length > 0 ? marks : [],
    places: filled.map((group) => ({
      x: middleOf(group),
      y: Math.min(y(group.average), y(group.actual)),
      reach: Math.max(40, wide),
      schools: [],
    })),
    placeText: (place) => {
      const group = filled[place]!;
      return {
        title: group.label,
        lines: [
          ['Schools', group.schools.toLocaleString('en-US')],
          [averageLabel, dollarText(group.average)],
          [actualLabel, dollarText(group.actual)],
          ['Difference', changeText(group.difference)],
        ],
      };
    },
    notes: ['Means are by pupils. A negative difference: average salaries flatter these schools.', ...actuals.notes],
    table: () => ({
      columns: [
        { label: 'Group' },
        { label: `${byLabel} from`, write: writeNeed },
        { label: 'to', write: writeNeed },
        { label: 'Schools', write: String },
        { label: 'Pupils', write: (value: number) => value.toLocaleString('en-US') },
        { label: averageLabel, write: decimalDollars },
        { label: actualLabel, write: decimalDollars },
        { label: 'Difference', write: decimalDollars },
      ],
      rows: groups.map(({ label, from, to, schools, pupils, average, actual, difference }) => [
        label,
        from,
        to,
        schools,
        pupils / COUNT_SCALE,
        average,
        actual,
        difference,
      ]),
    }),
  };
}
