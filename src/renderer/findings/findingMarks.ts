import { useMemo } from 'react';
import type { DataFinding } from '../../shared/findings/DataFinding.ts';
import type { Model } from '../../shared/model/Model.ts';
import { keyOf } from '../../shared/model/tables.ts';
import type { CellMark, CellMarks } from '../grid/marks/CellMarks.ts';
import { useDocumentOnce, useStore } from '../state/hooks.ts';
import { findingsOf } from './FindingsWatch.ts';
import { placeOf } from './findingPlaces.ts';

/**
 * The marks of one sheet's cells: every open doubt in words, and `stops` where one of them stops a source. Accepted
 * doubts leave no mark; somebody has looked at them.
 */
export function findingMarks(model: Model, list: readonly DataFinding[], sheet: string): CellMarks {
  const marks = new Map<string, CellMark>();
  for (const { severity, sentence, cells, accepted } of list) {
    if (accepted) continue;
    for (const cell of cells) {
      const place = placeOf(model, cell);
      if (place.sheet !== sheet) continue;
      const key = keyOf(place.rowKey, place.columnId);
      const held = marks.get(key);
      marks.set(key, {
        kind: held?.kind === 'stops' ? 'stops' : severity,
        sentence: held ? `${held.sentence} ${sentence}` : sentence,
      });
    }
  }
  return (rowKey, columnId) => marks.get(keyOf(rowKey, columnId)) ?? null;
}

/** The same for a sheet that is shown; a new function whenever doubts have been looked for anew. */
export function useFindingMarks(sheet: string): CellMarks {
  const document = useDocumentOnce();
  const watch = findingsOf(document);
  useStore(watch);
  const { list } = watch;
  return useMemo(() => findingMarks(document.model, list, sheet), [document, list, sheet]);
}
