import { headerKey, readHeader } from '../../assistant/headerWords.ts';
import type { Model } from '../../model/Model.ts';
import type { YearMeasureRow } from '../../model/rows.ts';
import { firstOfKind, orderedYearMeasures, USUAL_MEASURES } from '../yearRows.ts';
import type { YearsFileMeasure } from './YearsMapping.ts';

const PUPILS = /\b(?:enrol|enroll|enrolled|enrollment|enrolment|membership|pupils?|students?|head\s?count|adm|ada)\b/i;
const MONEY = /\$|\b(?:budget|spending|expenditures?|dollars?|allocation|funding|cost|spent|amount)\b/i;
const PERCENT = /%|\b(?:percent|pct|rate|proficien\w*|graduat\w*|attendance|absen\w*|share|passing|readiness|ready)\b/i;
const LOWER = /\b(?:absen\w*|dropouts?|drop\s?out|suspen\w*|expul\w*|retention|mobility|turnover|truan\w*|vacan\w*)\b/i;

/** How many were looked at is no better for being more. */
const COUNTED = /^(?:n|number|count)\b|\btested\b/i;

/** What the numbers of a measure look like. */
export interface Numbers {
  readonly hasPercentSign: boolean;
  readonly hasCurrency: boolean;
  readonly isWhole: boolean;
  readonly least: number | null;
  readonly largest: number | null;
}

/** A measure the document has under this name, case and spaces aside. */
export function heldMeasure(model: Model, name: string): YearMeasureRow | null {
  const key = headerKey(name);
  return orderedYearMeasures(model).find(({ measure }) => headerKey(measure) === key) ?? null;
}

/** The district's own measure of pupils, or the usual one: what a column called `Enrollment` is. */
export function measureName(model: Model, heading: string): string {
  const held = heldMeasure(model, heading);
  if (held) return held.measure;
  const words = readHeader(heading).words.join(' ');
  const isPupils =
    /^(?:total )?(?:enrollment|enrolment|enroll|enrol|membership|pupils|students|headcount|adm|ada)$/.test(words);
  if (isPupils) return firstOfKind(model, 'pupils')?.measure ?? USUAL_MEASURES.pupils.measure;
  return heading;
}

/** What a measure of a file is, by what the document holds of it, else by its name and numbers. */
export function suggestMeasure(model: Model, name: string, numbers: Numbers): YearsFileMeasure {
  const held = heldMeasure(model, name);
  const inParts =
    !numbers.hasPercentSign &&
    numbers.largest !== null &&
    numbers.largest <= 1 &&
    !numbers.isWhole &&
    (numbers.least ?? 0) >= 0;
  if (held) {
    const { measure, kind, unit, better } = held;
    return { measure, kind, unit, better, isFraction: unit === 'percent' && inParts };
  }
  const text = name.replace(/_/g, ' ');
  const isPercent = numbers.hasPercentSign || PERCENT.test(text) || (inParts && !MONEY.test(text));
  if (!isPercent && (numbers.hasCurrency || MONEY.test(text)))
    return { ...USUAL_MEASURES.amount, measure: name, isFraction: false };
  if (!isPercent && PUPILS.test(text)) return { ...USUAL_MEASURES.pupils, measure: name, isFraction: false };
  // One number too large is a mistake to be told; numbers that are all too large are points.
  const fits = numbers.least === null || numbers.least <= 100;
  return {
    measure: name,
    kind: 'outcome',
    unit: isPercent && fits ? 'percent' : 'points',
    better: COUNTED.test(text) ? 'neither' : LOWER.test(text) ? 'lower' : 'higher',
    isFraction: isPercent && inParts,
  };
}
