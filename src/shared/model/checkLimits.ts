import type { Model } from './Model.ts';
import { LIMITS } from './units.ts';

/** The first limit of a document that a model exceeds, as a sentence, or null. */
export function findExceededLimit(model: Model): string | null {
  const counts: readonly (readonly [number, number, string])[] = [
    [model.table('school').size, LIMITS.schools, 'schools'],
    [model.table('level').size, LIMITS.levels, 'schooling levels'],
    [model.table('need').size, LIMITS.needs, 'need categories'],
    [model.table('source').size, LIMITS.sources, 'revenue sources'],
    [model.table('scenario').size, LIMITS.scenarios, 'scenarios'],
    [model.table('weightSet').size, LIMITS.weightSets * model.table('scenario').size, 'weight sets'],
    [model.table('boardSession').size, LIMITS.boardSessions, 'board sessions'],
    [model.table('slide').size, LIMITS.slides * model.table('boardSession').size, 'slides'],
    [model.table('lever').size, LIMITS.levers * model.table('boardSession').size, 'levers'],
  ];
  for (const [count, limit, things] of counts) {
    if (count > limit)
      return `A document holds at most ${limit.toLocaleString('en-US')} ${things}; this would make ${count.toLocaleString('en-US')}.`;
  }
  return null;
}
