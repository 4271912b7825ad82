import { findOutliers, OUTLIER_LIMITS, type Outlier, type OutlierKind } from '../../shared/calc/outliers.ts';
import type { SheetColumn } from '../grid/SheetColumn.ts';
import type { DocumentState } from '../state/DocumentState.ts';

export const OUTLIER_WORDS: Readonly<Record<OutlierKind, string>> = {
  'lost-with-more-pupils': 'Lost with more pupils',
  'gained-with-fewer': 'Gained with fewer pupils',
  'lost-more-than': 'Lost more than the limit',
  'per-pupil-out-of-line': 'Per pupil out of line',
};

const LIMIT_KEY = 'outliers.lossPercent';

/** A loss of more than this is told, in percent units; kept with the document as a way of looking, never logged. */
export function lossLimit({ session }: DocumentState): number {
  const held = Number(session.get(LIMIT_KEY) ?? Number.NaN);
  return Number.isInteger(held) && held >= 0 ? held : OUTLIER_LIMITS.lossPercent;
}

export function setLossLimit({ session }: DocumentState, percent: number): void {
  session.set(LIMIT_KEY, String(percent));
}

/** Why schools stand out, by school index, of one kind or of all. */
export interface OutlierReasons {
  readonly bySchool: ReadonlyMap<number, readonly Outlier[]>;
  readonly counts: Readonly<Record<OutlierKind, number>>;
}

export function readOutliers(document: DocumentState, lossPercent: number): OutlierReasons {
  const bySchool = new Map<number, Outlier[]>();
  const counts = {
    'lost-with-more-pupils': 0,
    'gained-with-fewer': 0,
    'lost-more-than': 0,
    'per-pupil-out-of-line': 0,
  };
  for (const outlier of findOutliers(document.calculation, { ...OUTLIER_LIMITS, lossPercent })) {
    const held = bySchool.get(outlier.school);
    if (held) held.push(outlier);
    else bySchool.set(outlier.school, [outlier]);
    counts[outlier.kind] += 1;
  }
  return { bySchool, counts };
}

/** The reasons of a school as one text: `Loses 120,000.00 with 14 more pupils. Loses 6.1% of its current budget.` */
export function reasonColumn(document: DocumentState, reasons: OutlierReasons): SheetColumn {
  const text = (school: number): string =>
    (reasons.bySchool.get(school) ?? [])
      .map(({ sentence }) => {
        const words = sentence.slice((document.calculation.schools[school]?.name ?? '').length + 1);
        return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
      })
      .join(' ');
  return {
    id: 'reason',
    header: 'Why it stands out',
    kind: 'text',
    width: 440,
    pinned: 'left',
    value: (row) => text(row.index),
  };
}
