import type { Calculation } from '../calc/Calculation.ts';
import { withDecision } from '../calc/topUps/FloorPlan.ts';
import { findGaps } from '../calc/topUps/settleTopUps.ts';
import { tradeOffByHoldHarmless } from '../calc/topUps/tradeOff.ts';
import { schoolsText } from '../equity/words.ts';
import { PERCENT_SCALE, WHOLE_PERCENT } from '../model/units.ts';
import { niceScale } from '../pictures/axes.ts';
import type { Frame, Mark } from '../pictures/Picture.ts';
import { tenth } from '../pictures/shapes.ts';
import type { SlideOptions } from '../session/SlideField.ts';
import { formatPercent } from '../text/formatNumber.ts';
import { bigAcross } from './bigAxes.ts';
import { boardMoney, tableMoney, tickMoney } from './boardNumbers.ts';
import { wordsWidth } from './letterWidth.ts';
import { payerWords } from './payerWords.ts';
import { emptySlide, type SlideBody } from './SlideBody.ts';
import type { SlideContext } from './SlideContext.ts';
import { BODY, BODY_BOTTOM, rule, words } from './sheet.ts';

const STEPS = 10;

interface Point {
  /** Percent units. */
  readonly percent: number;
  readonly cents: number;
  readonly schools: number;
}

/** What a floor under budgets would cost, by the part of its current budget that a school keeps; where the plan stands. */
export function tradeOffSlide(_options: SlideOptions, { now }: SlideContext): SlideBody {
  const title = 'What a floor costs';
  const { calculation } = now;
  const { topUps } = calculation.results;
  if (now.isHidden('topUps')) return emptySlide(title, 'Floors and top-ups are not shown to this audience.');
  if (calculation.topUps.floors.baselines.amount.every(Number.isNaN)) {
    return emptySlide(
      title,
      'No school has a current budget to be held harmless against, so there is no trade-off to draw.',
    );
  }
  const { holdHarmlessPercent } = calculation.topUps.floors.decision;
  const points = curve(calculation, holdHarmlessPercent);
  const here: Point | null =
    holdHarmlessPercent === null
      ? null
      : { percent: holdHarmlessPercent, cents: topUps.totalCents, schools: topUps.toppedUpCount };
  const off = topUps.isOn
    ? 'Schools have minimum budgets, but none is held to a part of its current budget.'
    : 'Floors are off: no school is topped up.';
  const full = points.find(({ percent }) => percent === WHOLE_PERCENT);
  const whole = full ? ` To let no school lose anything would cost ${boardMoney(full.cents)}.` : '';
  const sentence = here
    ? `A floor at ${formatPercent(here.percent)} of current budgets costs ${boardMoney(here.cents)} for ${schoolsText(here.schools)}, ${here.cents === 0 ? 'so nobody has to pay' : payerWords(topUps)}.${here.percent === WHOLE_PERCENT ? '' : whole}`
    : `${off}${whole}`;
  return {
    title,
    sentence,
    description: `From ${formatPercent(points[0]!.percent)} to ${formatPercent(points.at(-1)!.percent)}: ${points.map(({ percent, cents }) => `${formatPercent(percent)} ${boardMoney(cents)}`).join(', ')}.`,
    marks: drawCurve(points, here),
    notes:
      topUps.payer === 'formula'
        ? ['Lowering the formula moves every school; the curve is estimated to within rounding.']
        : [],
    table: () => ({
      columns: [
        { label: 'Percent of the current budget' },
        { label: 'Cost', write: tableMoney },
        { label: 'Schools topped up' },
      ],
      rows: [...points, ...(here && !points.some(({ percent }) => percent === here.percent) ? [here] : [])]
        .sort((a, b) => a.percent - b.percent)
        .map(({ percent, cents, schools }) => [formatPercent(percent), cents / 100, schools]),
    }),
  };
}

/** Eleven points: from 90 % to 100 %, or further where the plan stands there. */
function curve(calculation: Calculation, present: number | null): Point[] {
  const ten = 10 * PERCENT_SCALE;
  const from = present === null ? 9 * ten : Math.min(9 * ten, Math.floor(present / ten) * ten);
  const to = present === null ? 10 * ten : Math.max(10 * ten, Math.ceil(present / ten) * ten);
  const step = (to - from) / STEPS;
  if (calculation.topUps.lowersFormula) {
    return tradeOffByHoldHarmless(calculation, { from, to, step }).map(({ percent, topUpCents, toppedUpCount }) => ({
      percent,
      cents: topUpCents,
      schools: toppedUpCount,
    }));
  }
  // Who pays does not move what the floor costs, so only the floors are drawn up anew for each point.
  const { floors } = calculation.topUps;
  const { comparison } = calculation.results;
  const gaps = new Float64Array(comparison.length);
  return Array.from({ length: STEPS + 1 }, (_, at): Point => {
    const percent = Math.round(from + at * step);
    const { floor } = withDecision(floors, { ...floors.decision, holdHarmlessPercent: percent });
    const cents = findGaps(floor, comparison, gaps);
    let schools = 0;
    for (const gap of gaps) if (gap > 0) schools++;
    return { percent, cents, schools };
  });
}

function drawCurve(points: readonly Point[], here: Point | null): Mark[] {
  const frame: Frame = {
    left: BODY.left + 250,
    top: BODY.top + 60,
    width: BODY.width - 250 - 60,
    height: BODY.height - 60 - 100,
  };
  const bottom = frame.top + frame.height;
  const y = niceScale([...points.map(({ cents }) => cents), here?.cents ?? 0], bottom, frame.top, 4, [0]);
  const [from, to] = [points[0]!.percent, points.at(-1)!.percent];
  const x = (percent: number): number => frame.left + ((percent - from) / (to - from)) * frame.width;
  const line = points
    .map(({ percent, cents }, at) => `${at === 0 ? 'M' : 'L'}${tenth(x(percent))} ${tenth(y(cents))}`)
    .join('');
  const ticks = points.filter((_, at) => at % 2 === 0);
  const marks: Mark[] = [
    words(BODY.left, BODY.top + 24, 'Cost of top-ups', 30, { ink: 'ink2', isBold: true }),
    ...bigAcross(frame, y, tickMoney(y.ticks)),
    rule(frame.left, bottom, frame.width, 0, 'line'),
    ...ticks.map(({ percent }) =>
      words(x(percent), bottom + 44, formatPercent(percent), 30, { ink: 'ink2', anchor: 'middle' }),
    ),
    words(frame.left + frame.width, BODY_BOTTOM - 10, 'of its current budget that every school keeps', 30, {
      ink: 'ink2',
      isBold: true,
      anchor: 'end',
    }),
    {
      kind: 'path',
      d: `${line}L${tenth(x(to))} ${tenth(bottom)}L${tenth(x(from))} ${tenth(bottom)}Z`,
      fill: 'accent',
      opacity: 0.1,
    },
    { kind: 'path', d: line, stroke: 'accent', width: 6 },
  ];
  if (!here) return marks;
  const [cx, cy] = [x(here.percent), y(here.cents)];
  const text = `${formatPercent(here.percent)}: ${boardMoney(here.cents)}`;
  const long = wordsWidth(text, 38, true);
  // Left of the point above the curve, where a rising line leaves room; right of it at the left end.
  const isLeft = cx - 28 - long > frame.left;
  marks.push(
    { kind: 'path', d: `M${tenth(cx)} ${tenth(bottom)}V${tenth(cy)}`, stroke: 'ink2', width: 3, dash: '8 8' },
    { kind: 'points', shape: 'circle', ink: 'ink', isSolid: true, opacity: 1, at: Float32Array.of(cx, cy, 15) },
    {
      ...words(isLeft ? cx - 28 : cx + 28, Math.max(frame.top + 30, cy - 22), text, 38, {
        isBold: true,
        ...(isLeft ? { anchor: 'end' as const } : {}),
      }),
      hasHalo: true,
    },
  );
  return marks;
}
