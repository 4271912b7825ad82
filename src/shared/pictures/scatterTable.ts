import type { AxisId } from '../equity/columnIds.ts';
import type { EquityData } from '../equity/EquityData.ts';
import { decimalText, percentText } from '../equity/words.ts';
import { COUNT_SCALE } from '../model/units.ts';
import type { PictureTable } from './Picture.ts';
import type { ScatterInput } from './scatterPicture.ts';

const dollars = (value: number): string => decimalDollars(value);
const pupilsText = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 2 });

/** `under 1.7%` where that is all that may be told of a school's share; null where its value may. */
export function shownShare(
  data: EquityData,
  row: number,
  against: AxisId,
  write: (share: number) => string,
): string | null {
  const limit = data.shareLimit(row, against);
  return limit && `${limit.side} ${write(limit.share)}`;
}

/** To the cent: the table is where a number is checked. */
export function decimalDollars(value: number): string {
  const text = Math.abs(value).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return value < 0 && text !== '0.00' ? `−${text}` : text;
}

/** The schools of the picture, one a row, in the order of their codes. */
export function scatterTable({ data, against, scatter, before, high }: ScatterInput): PictureTable {
  const writeX = data.unit(against) === 'share' ? percentText : (value: number) => decimalText(value, 2);
  const was = before ? new Map(before.arrows.map(({ row, fromY }) => [row, fromY])) : null;
  return {
    columns: [
      { label: 'Code' },
      { label: 'School' },
      { label: 'Level' },
      { label: 'Pupils', write: pupilsText },
      { label: scatter.againstLabel, write: writeX },
      { label: `${scatter.amountLabel} per pupil`, write: dollars },
      ...(scatter.fit ? [{ label: 'From the line', write: dollars }] : []),
      ...(before
        ? [
            { label: `${before.name} per pupil`, write: dollars },
            { label: 'Change', write: dollars },
          ]
        : []),
      ...(high ? [{ label: 'Stands out' }] : []),
    ],
    rows: Array.from(scatter.rows, (row, at) => {
      const [x, y] = [scatter.x[at]!, scatter.y[at]!];
      const from = was?.get(row) ?? Number.NaN;
      return [
        data.code(row),
        data.schoolName(row),
        data.levelName(data.level[row]!),
        scatter.pupils[at]! / COUNT_SCALE,
        shownShare(data, row, against, writeX) ?? x,
        y,
        ...(scatter.fit ? [y - scatter.fit.line(x)] : []),
        ...(before ? [from, y - from] : []),
        ...(high ? [high.isHigh[row] === 1 ? high.label : ''] : []),
      ];
    }),
  };
}
