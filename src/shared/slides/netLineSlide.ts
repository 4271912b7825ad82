import type { AmountId, AxisId, Weighting } from '../equity/columnIds.ts';
import type { EquityData } from '../equity/EquityData.ts';
import { netLine } from '../equity/netLine.ts';
import { type Regression, regression } from '../equity/regression.ts';
import { netLinePicture } from '../pictures/netLinePicture.ts';
import type { SlideOptions } from '../session/SlideField.ts';
import { embeddedSize, embedMarks, embedPlaces } from './embed.ts';
import { equityBaseline } from './equityBaseline.ts';
import { emptySlide, type SlideBody } from './SlideBody.ts';
import { nowLabel, type SlideContext } from './SlideContext.ts';
import { BODY } from './sheet.ts';
import { needAxis, slideAmount } from './slideAxis.ts';

/** What a need brings, all else alike: of the what-if, and of what it is held against beside it. */
export function netLineSlide(options: SlideOptions, context: SlideContext): SlideBody {
  const data = context.now.equityData(nowLabel(context));
  const against = needAxis(data, String(options.against));
  if (against === null)
    return emptySlide(
      'Net line of a need',
      'The district has no needs beyond all its pupils, so there is no net line.',
    );
  const amount = slideAmount(String(options.amount));
  const baseline = equityBaseline(String(options.baseline), amount, context);
  const shown = fitted(data, amount, against, options);
  const before =
    baseline === null || typeof baseline === 'string'
      ? null
      : {
          ...baseline.once(`net ${amount} ${against} ${options.weighting} ${options.levels} ${options.logSize}`, () =>
            fitted(baseline.data, baseline.amount, against, options),
          ),
          dataName: baseline.label,
        };
  const most = shown.terms.find(({ id }) => id === against)?.most;
  const lines = [shown, ...(before ? [before] : [])].map((each) => netLine(each, against, most));
  const picture = netLinePicture(
    { lines, amountLabel: data.label(amount), unit: data.unit(against) },
    embeddedSize(BODY),
  );
  return {
    title: picture.title,
    sentence: picture.sentence,
    description: picture.description,
    marks: embedMarks(picture, BODY),
    notes: [
      ...picture.notes,
      ...(typeof baseline === 'string' ? [baseline] : []),
      ...(context.now.note === null ? [] : [context.now.note]),
    ],
    table: picture.table,
    places: embedPlaces(picture, BODY),
    placeText: picture.placeText,
  };
}

/** As the equity board fits it: the need that is shown must be among the columns. */
function fitted(data: EquityData, amount: AmountId, against: AxisId, options: SlideOptions): Regression {
  const needs = data.needs.map(({ code }): AxisId => `need:${code}`);
  return regression(data, {
    amount,
    needs: against === 'allNeeds' ? [against] : needs.includes(against) ? needs : [...needs, against],
    levels: options.levels === true,
    logSize: options.logSize === true && against !== 'pupils',
    weighting: options.weighting as Weighting,
  });
}
