import { schoolsText } from '../../shared/equity/words.ts';
import type { WindowState } from '../state/WindowState.ts';
import type { Onlookers, SeenBy } from './Onlookers.ts';

/**
 * Whom a file is for. It is asked only where what stands here holds schools that the public must not see, so that none
 * of them leaves the program unasked; null where the question was closed.
 */
export async function askForWhom(window: WindowState, onlookers: Onlookers | null): Promise<SeenBy | null> {
  if (!onlookers || onlookers.seenBy === 'public') return onlookers?.seenBy ?? 'me';
  const small = onlookers.smallSchools();
  if (small === 0) return 'me';
  const { minimumPupils, isAnonymous } = onlookers;
  const schools = schoolsText(small);
  const [are, them] = small === 1 ? ['is', 'it'] : ['are', 'them'];
  const answer = await window.confirm(
    'Who is it for?',
    `${schools} in it ${are} too small for the public: with fewer than ${minimumPupils} pupils, or next to one that could be worked out from ${them}. For the public, ${small === 1 ? 'it is' : 'they are'} left out of the picture and of its figures${isAnonymous ? ', and numbers stand for names' : ''}.`,
    [
      { name: 'public', label: `For the public (${schools} left out)`, isMain: true },
      { name: 'me', label: 'As I see it' },
    ],
  );
  return answer === 'public' || answer === 'me' ? answer : null;
}
