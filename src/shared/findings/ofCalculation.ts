import type { Finding } from '../calc/results.ts';
import { keyOf } from '../model/tables.ts';
import { type FindingCell, findingKey } from './DataFinding.ts';
import type { FindingContext } from './FindingContext.ts';

/** Where to go for what the calculation itself found: the cell it is about, else the school, else the source's decision. */
export function cellsOfCalculation(context: FindingContext, finding: Finding): FindingCell[] {
  const { scenario } = context;
  const { source, school, level, need } = finding;
  if (source !== undefined && level !== undefined) {
    const key = keyOf(scenario.id, source, level, need ?? '');
    return [{ sheet: 'sources', table: 'share', key, column: 'percent', row: source }];
  }
  const cells: FindingCell[] = [];
  if (school !== undefined) cells.push(context.schoolCell(school));
  if (source !== undefined) {
    const key = keyOf(scenario.id, source);
    cells.push({ sheet: 'sources', table: 'decision', key, column: 'method', row: source });
  }
  return cells;
}

/** The numbers are in the sentence, so an acceptance lapses when they move. */
export const keyOfCalculation = (finding: Finding): string =>
  findingKey(finding.source ?? '', finding.school ?? '', finding.level ?? '', finding.need ?? '', finding.sentence);
