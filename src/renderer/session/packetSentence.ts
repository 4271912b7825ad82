import { COUNT_SCALE } from '../../shared/model/units.ts';
import type { Seen } from '../../shared/slides/SlideContext.ts';

const count = (number: number, what: string): string =>
  `${number.toLocaleString('en-US')} ${what}${number === 1 ? '' : 's'}`;

/** Who is not in what is handed out: `2 schools with fewer than 10 pupils are not in it.` For the director who is about to. */
export function packetSentence(seen: Seen): string {
  const { minimumPupils, schoolNames, scenarioNames, hidden } = seen.audience;
  const who = seen.calculation.schools.length === 0 ? 'There are no schools yet.' : unseenWords(seen, minimumPupils);
  const more = [
    ...(schoolNames === 'anonymous' ? ['schools have numbers for names'] : []),
    ...(scenarioNames === 'masked' ? ['scenarios have letters for names'] : []),
    ...(hidden.size > 0 ? [`${hidden.size === 1 ? '1 column is' : `${hidden.size} columns are`} left out`] : []),
  ];
  if (more.length === 0) return who;
  const text = more.join(', ');
  return `${who} ${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/**
 * Slides that have nothing but the sentence that says why, by their places from 1:
 * `Slides 5 and 7 say only why they are empty, and go out like that.` …
 */
export function emptySlidesSentence(places: readonly number[]): string | null {
  const [first] = places;
  if (first === undefined) return null;
  if (places.length === 1)
    return `Slide ${first} says only why it is empty, and goes out like that. Choose what it shows, or take it out.`;
  const all = `${places.slice(0, -1).join(', ')} and ${places.at(-1)}`;
  return `Slides ${all} say only why they are empty, and go out like that. Choose what they show, or take them out.`;
}

/** Small schools, and those that are left out only because a small one could be worked out from them. */
function unseenWords(seen: Seen, minimumPupils: number): string {
  const { calculation, unseenCount } = seen;
  if (unseenCount === 0) return 'Every school is in it.';
  const { pupils } = calculation.results;
  const small = calculation.schools.filter(
    (_, school) => !seen.isSeen(school) && pupils[school]! < minimumPupils * COUNT_SCALE,
  ).length;
  const covers = unseenCount - small;
  const why = minimumPupils > 1 ? `with fewer than ${minimumPupils} pupils` : 'without pupils';
  const them = small === 1 ? 'it' : 'they';
  const beside = covers > 0 ? `, and ${count(covers, 'school')} from which ${them} could be worked out,` : '';
  return `${count(small, 'school')} ${why}${beside} ${unseenCount === 1 ? 'is' : 'are'} not in it.`;
}
