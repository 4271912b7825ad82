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
  const [are, they, have] = small === 1 ? ['is', 'it', 'has'] : ['are', 'they', 'have'];
  const answer = await window.confirm(
    'Who is it for?',
    `${schools} in it ${are} not for the public: ${they} ${have} fewer than ${minimumPupils} pupils, or would give such a school away. For the public ${they} ${are} left out of the picture and of its figures${isAnonymous ? ', and numbers stand for names' : ''}.`,
    [
      { name: 'public', label: `For the public (${schools} left out)`, isMain: true },
      { name: 'me', label: 'As I see it' },
    ],
  );
  return answer === 'public' || answer === 'me' ? answer : null;
}
