import { findNeedColumn } from '../equity/findNeedColumn.ts';
import { outcomesPicture } from '../pictures/outcomesPicture.ts';
import type { Picture } from '../pictures/Picture.ts';
import { yearsPicture } from '../pictures/yearsPicture.ts';
import type { SlideOptions } from '../session/SlideField.ts';
import { spendingAndOutcome } from '../years/outcomes.ts';
import { scopeOfSeen, type YearScope } from '../years/YearScope.ts';
import { orderedYearMeasures, orderedYears } from '../years/yearRows.ts';
import { fittingBy, YEARS_BY, yearSeries } from '../years/yearSeries.ts';
import { embeddedSize, embedMarks, embedPlaces } from './embed.ts';
import { emptySlide, type SlideBody } from './SlideBody.ts';
import { nowLabel, type SlideContext } from './SlideContext.ts';
import { BODY } from './sheet.ts';

const TITLE = 'Years and outcomes';

/** A measure by year, with its levels, fifths or groups; or spending against it in the last year that has both. */
export function yearsSlide(options: SlideOptions, context: SlideContext): SlideBody {
  const { model, now } = context;
  const measures = orderedYearMeasures(model);
  const chosen = String(options.measure);
  const row =
    chosen === ''
      ? (measures.find(({ kind }) => kind === 'outcome') ?? measures[0])
      : measures.find(({ measure }) => measure === chosen);
  if (!row) {
    return emptySlide(
      TITLE,
      chosen === ''
        ? 'The district has entered no years yet. Import them, or take a snapshot, in Years and outcomes.'
        : `The measure ${chosen} is not among the years any more. Choose another one.`,
    );
  }
  const scope: YearScope = { ...scopeOfSeen(now), data: now.equityData(nowLabel(context)) };
  const picture =
    options.show === 'outcomes' ? outcomesOf(scope, context, row.measure) : linesOf(scope, context, options, row);
  return {
    title: options.show === 'outcomes' ? 'Spending and outcomes' : picture.title,
    sentence: picture.sentence.replace(/ \(correlation [^)]*\)\.$/, '.'),
    description: picture.description,
    marks: embedMarks(picture, BODY),
    notes: [...picture.notes, ...(now.note === null ? [] : [now.note])],
    table: picture.table,
    places: embedPlaces(picture, BODY),
    placeText: picture.placeText,
  };
}

function linesOf(
  scope: YearScope,
  { model }: SlideContext,
  options: SlideOptions,
  row: { readonly measure: string; readonly kind: 'amount' | 'pupils' | 'outcome' },
): Picture {
  const { data } = scope;
  const poverty = findNeedColumn(data, 'POV')?.slice('need:'.length);
  const need = String(options.need) || (poverty ?? data.needs[0]?.code ?? '');
  const wanted = YEARS_BY.find((by) => by === options.show) ?? 'district';
  const held = model.table('yearMeasure').get(row.measure);
  const by = held ? fittingBy(held, wanted) : 'district';
  const series = yearSeries(model, scope, {
    ...{ measure: row.measure, group: '', need },
    by: by === 'fifths' && need === '' ? 'district' : by,
  });
  return yearsPicture({ series, dataName: data.name }, embeddedSize(BODY));
}

function outcomesOf(scope: YearScope, { model }: SlideContext, measure: string): Picture {
  const outcomes = spendingAndOutcome(model, scope, {
    ...{ outcome: measure, group: '', since: '', amount: 'total', isByPupils: false },
    year: orderedYears(model, measure).at(-1) ?? '',
  });
  return outcomesPicture({ outcomes, data: scope.data, picked: null }, embeddedSize(BODY));
}
