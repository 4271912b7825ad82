import { scenariosInOrder } from '../../shared/changes/scenarios.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import { measuresOf, type NamedMeasure } from './comparedMeasures.ts';

export type ComparedFace = 'value' | 'difference' | 'both';

/** So many scenarios stand side by side at most; more would not be read. */
export const MOST_COMPARED = 6;

/** How scenarios are held side by side. It is kept with the document’s session, for every scenario shows the same. */
export interface ComparedView {
  readonly scenarios: readonly number[];
  /** One of them. */
  readonly base: number;
  readonly measure: NamedMeasure;
  readonly face: ComparedFace;
  /** Key of a grouping. */
  readonly group: string;
}

const KEY = 'scenariosCompared';

interface Kept {
  readonly scenarios: string;
  readonly base: string;
  readonly measure: string;
  readonly face: string;
  readonly group: string;
}

/** `key=value` lines: everything that is kept is short text. */
function readKept(document: DocumentState): Partial<Kept> {
  const lines = (document.session.get(KEY) ?? '').split('\n');
  return Object.fromEntries(
    lines.map((line) => {
      const at = line.indexOf('=');
      return [line.slice(0, at), line.slice(at + 1)];
    }),
  );
}

/** What was chosen last, as far as the document still has it; at first all scenarios against the leftmost. */
export function readComparedView(document: DocumentState): ComparedView {
  const kept = readKept(document);
  const order = scenariosInOrder(document.model).map(({ id }) => id);
  const wanted = new Set((kept.scenarios ?? '').split(',').map(Number));
  let scenarios = order.filter((id) => wanted.has(id));
  if (scenarios.length < Math.min(2, order.length)) {
    scenarios = order.slice(0, MOST_COMPARED);
    // The one that is worked in is among them.
    if (!scenarios.includes(document.scenarioId)) scenarios.splice(-1, 1, document.scenarioId);
  }
  const base = scenarios.find((id) => id === Number(kept.base)) ?? scenarios[0] ?? document.scenarioId;
  const measures = measuresOf(document);
  const measure = measures.find(({ key }) => key === kept.measure) ?? (measures[0] as NamedMeasure);
  const face = (['value', 'difference', 'both'] as const).find((one) => one === kept.face) ?? 'both';
  return { scenarios, base, measure, face, group: kept.group ?? 'level' };
}

export function keepComparedView(document: DocumentState, view: ComparedView): void {
  const { scenarios, base, measure, face, group } = view;
  const kept: Kept = { scenarios: scenarios.join(','), base: String(base), measure: measure.key, face, group };
  document.session.set(
    KEY,
    Object.entries(kept)
      .map(([key, value]) => `${key}=${value}`)
      .join('\n'),
  );
}
