import type { ExplainTarget, FloorFigure } from '../../shared/calc/explain/ExplainTarget.ts';

type Figure<Kind extends ExplainTarget['kind']> = Extract<ExplainTarget, { kind: Kind; figure: unknown }>['figure'];

/** A number of a school by its index, or null where there is no such school (any more). */
export function schoolTarget(school: number, figure: Figure<'school'>): ExplainTarget | null {
  return school < 0 ? null : { kind: 'school', school, figure };
}

/** A figure of floors at a school: its floor, its minimum, its top-up. */
export function floorTarget(school: number, figure: FloorFigure): ExplainTarget | null {
  return school < 0 ? null : { kind: 'floor', school, figure };
}

/** What a source pays a school. */
export function amountTarget(school: number, source: number): ExplainTarget | null {
  return school < 0 || source < 0 ? null : { kind: 'amount', school, source };
}

/** A number of a source. */
export function sourceTarget(source: number, figure: Figure<'source'>): ExplainTarget {
  return { kind: 'source', source, figure };
}

/** A district total of the school columns. */
export function totalTarget(figure: Figure<'total'>): ExplainTarget {
  return { kind: 'total', figure };
}

/** A number of the bottom bar. */
export function barTarget(figure: Figure<'bar'>): ExplainTarget {
  return { kind: 'bar', figure };
}

/** A cell (level × needs + need) of one eligibility profile's per-pupil matrix. */
export function matrixTarget(profile: number, cell: number, figure: Figure<'matrix'>): ExplainTarget {
  return { kind: 'matrix', profile, cell, figure };
}

export function levelIndexTarget(profile: number, level: number): ExplainTarget {
  return { kind: 'levelIndex', profile, level };
}
