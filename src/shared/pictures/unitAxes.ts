import { type LineUnit, lineText } from '../years/yearUnits.ts';
import { linesAcross, type Scale, stepOf } from './axes.ts';
import type { Frame, Mark } from './Picture.ts';

/** A value at an axis: no more decimals than the steps need. */
function axisValue(unit: LineUnit, step: number): (value: number) => string {
  const isWhole = step >= 1 || (unit === 'share' && step >= 0.01);
  if (!isWhole || unit === 'correlation') return (value) => lineText(value, unit);
  return (value) => lineText(value, unit).replace(/\.0(?=%?$)/, '');
}

/** Lines across in the unit of a measure by year, with what they are above. */
export function unitAxis(frame: Frame, scale: Scale, unit: LineUnit, title: string): Mark[] {
  return linesAcross(frame, scale, axisValue(unit, stepOf(scale)), title);
}
