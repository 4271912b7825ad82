import type { SourceResult } from '../calc/results.ts';
import type { Statement } from './Statement.ts';

type Readable = Pick<Statement, 'formula' | 'grants' | 'topUpCents' | 'deductionCents' | 'lockedCents'>;

/** How to read a page, for a principal or a parent: only what its own lines call for. */
export function howToRead(statement: Readable, sources: readonly SourceResult[]): string[] {
  const given = new Set([...statement.formula, ...statement.grants].map(({ code }) => code));
  const paying = sources.filter(({ code }) => given.has(code));
  const methods = new Set(paying.map(({ method }) => method));
  const cells = paying.filter(({ rates }) => rates !== null);
  const sentences: string[] = [];
  if (cells.length > 0) {
    sentences.push(
      'Each line multiplies a number of pupils by the dollars that each of them brings (the rate). The lines add up to their source, and the sources to the budget.',
      'A pupil may count on several lines: every pupil counts under all students, and once more under each need that applies.',
    );
  }
  if (methods.has('weights')) {
    sentences.push('A weight says how much a pupil brings: twice the weight is twice the money.');
  }
  if (methods.has('proportional')) {
    sentences.push('Where money is divided by points, the rate is what one point brings.');
  }
  if (cells.some(({ rounding }) => rounding === 'rates')) {
    sentences.push(
      'Lines whose rate is in whole cents can be redone with a desk calculator: what comes after the cents is cut off.',
    );
  }
  if (cells.some(({ rounding, method }) => rounding !== 'rates' && method !== 'rates')) {
    sentences.push('Rates that end in … are shown cut short; their lines are calculated with the whole number.');
  }
  if ([...statement.formula, ...statement.grants].some(({ restriction }) => restriction === 'restricted')) {
    sentences.push('Money marked “restricted” may be spent only for the purpose it was given for.');
  }
  if (statement.lockedCents !== 0) {
    sentences.push('What is committed centrally pays for services at this school and is not part of its budget.');
  }
  return sentences;
}
