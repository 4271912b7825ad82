import type { Weighting } from '../equity/columnIds.ts';
import { ghostArrows } from '../equity/ghostArrows.ts';
import { highNeed } from '../equity/highNeed.ts';
import { needAndSpending } from '../equity/needAndSpending.ts';
import { scatterPicture } from '../pictures/scatterPicture.ts';
import type { SlideOptions } from '../session/SlideField.ts';
import { embeddedSize, embedMarks, embedPlaces, TALL } from './embed.ts';
import { equityBaseline } from './equityBaseline.ts';
import { emptySlide, type SlideBody } from './SlideBody.ts';
import { nowLabel, type SlideContext } from './SlideContext.ts';
import { needAxis, slideAmount } from './slideAxis.ts';

/** More names than these would lie on one another at ten metres. */
const MOST_NAMES = 4;

/** *Need and spending*, with the baseline as ghosts and arrows. */
export function scatterSlide(options: SlideOptions, context: SlideContext): SlideBody {
  const title = 'Need and spending';
  const data = context.now.equityData(nowLabel(context));
  const against = needAxis(data, String(options.against));
  if (against === null)
    return emptySlide(
      title,
      'The district has no needs beyond all its pupils, so there is no need to hold spending against.',
    );
  const amount = slideAmount(String(options.amount));
  const weighting = options.weighting as Weighting;
  const baseline = equityBaseline(String(options.baseline), amount, context);
  const choice = { against, weighting };
  const scatter = needAndSpending(data, { ...choice, amount, mostOutliers: options.names ? MOST_NAMES : 0 });
  const before =
    baseline === null || typeof baseline === 'string'
      ? null
      : {
          name: baseline.label,
          scatter: baseline.once(`scatter ${amount} ${against} ${weighting}`, () =>
            needAndSpending(baseline.data, { ...choice, amount: baseline.amount, mostOutliers: 0 }),
          ),
          arrows: ghostArrows(data, amount, baseline.data, baseline.amount, against),
        };
  const high = options.highNeed === '' ? null : highNeed(data, `need:${String(options.highNeed)}`);
  const picture = scatterPicture({ data, amount, against, scatter, before, high, picked: null }, embeddedSize(TALL));
  return {
    title: picture.title,
    // What R² and p are is for the notes and the text alternative; a hall reads the line.
    sentence: picture.sentence.replace(/ \(R².*\)\.$/, '.'),
    sentenceLines: 1,
    description: picture.description,
    marks: embedMarks(picture, TALL),
    notes: [
      ...picture.notes,
      ...(typeof baseline === 'string' ? [baseline] : []),
      ...(context.now.note === null ? [] : [context.now.note]),
    ],
    table: picture.table,
    get places() {
      return embedPlaces(picture, TALL);
    },
    placeText: picture.placeText,
  };
}
