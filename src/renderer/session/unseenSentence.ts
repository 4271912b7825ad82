import type { Seen } from '../../shared/slides/SlideContext.ts';

/** How many schools the audience does not see, for the director who chooses. */
export function unseenSentence({ calculation, unseenCount, note }: Seen): string {
  const count = calculation.schools.length;
  if (count === 0) return 'There are no schools yet.';
  if (unseenCount === 0)
    return count === 1 ? 'The one school is shown.' : `All ${count.toLocaleString('en-US')} schools are shown.`;
  if (unseenCount === count)
    return `No school is shown: every one of them falls below the minimum. ${note ?? ''}`.trim();
  return note ?? `${unseenCount.toLocaleString('en-US')} of ${count.toLocaleString('en-US')} schools are not shown.`;
}
