import { headerKey, nameWords } from '../../assistant/headerWords.ts';
import { ALL_STUDENTS, findNeed, findNeedIdea } from '../../assistant/needWords.ts';
import type { Model } from '../../model/Model.ts';

const ALL = new Set(['all', 'allstudents', 'allpupils', 'total', 'totalstudents', 'overall', 'everyone', 'schoolwide']);
/** Words that turn a group into its opposite, which is another group. */
const TURNS = new Set(['non', 'not', 'never', 'former', 'without', 'no']);

/** A subject, and no group of English learners. */
const LANGUAGE_ARTS = /english[\s_]+language[\s_]+arts/i;
/** Words that stand beside the name of a group and belong to none. */
const BESIDE = new Set(['students', 'student', 'pupils', 'pupil', 'with', 'of', 'and', 'count', 'number', 'learners']);

/**
 * The group a word of a file stands for: empty for all pupils, the code of a need of the district, or null where the
 * word is a group of its own. `ELL` is the need EL, `Non-English Learner` is not.
 */
export function groupOfWord(model: Model, word: string): string | null {
  const text = word.trim();
  const key = headerKey(text);
  if (key === '' || ALL.has(key)) return '';
  const needs = model.ordered('need');
  const own = needs.find(({ code, name }) => headerKey(code) === key || headerKey(name) === key);
  if (own) return own === needs[0] ? '' : own.code;
  if (LANGUAGE_ARTS.test(text)) return null;
  const words = nameWords(text.replace(/_/g, ' '));
  if (words.some((each) => TURNS.has(each))) return null;
  const idea = findNeedIdea(words);
  return idea === null || idea === ALL_STUDENTS ? null : findNeed(idea, needs, nameWords);
}

/** Whether a text names a group and nothing else: `Economically disadvantaged`, and not `Reading EL`. */
export function isOnlyGroup(model: Model, text: string): boolean {
  const group = groupOfWord(model, text);
  if (group === null) return false;
  const key = headerKey(text);
  if (ALL.has(key)) return true;
  if (model.ordered('need').some(({ code, name }) => headerKey(code) === key || headerKey(name) === key)) return true;
  const words = nameWords(text.replace(/_/g, ' '));
  const idea = findNeedIdea(words);
  const own = new Set([idea?.code.toLowerCase(), ...nameWords(idea?.name ?? ''), ...(idea?.phrases.flat() ?? [])]);
  return words.every((word) => own.has(word) || BESIDE.has(word));
}

/** A heading without its group: `Proficiency - English Learners` is Proficiency of EL; null where it names none. */
export function splitGroup(model: Model, heading: string): { measure: string; group: string } | null {
  const parts = heading
    .split(/\s[-–—]\s|[:|/()[\],]|_{2,}/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  for (const [at, part] of parts.entries()) {
    const group = groupOfWord(model, part);
    if (group === null || parts.length < 2 || !isOnlyGroup(model, part)) continue;
    const measure = parts.filter((_, other) => other !== at).join(' ');
    return { measure, group };
  }
  if (LANGUAGE_ARTS.test(heading)) return null;
  const words = heading.trim().split(/[\s_]+/);
  for (const take of [3, 2, 1]) {
    if (words.length <= take) continue;
    for (const isLast of [true, false]) {
      const part = isLast ? words.slice(-take) : words.slice(0, take);
      const rest = isLast ? words.slice(0, -take) : words.slice(take);
      const group = groupOfWord(model, part.join(' '));
      if (group !== null && group !== '' && isOnlyGroup(model, part.join(' ')))
        return { measure: rest.join(' '), group };
    }
  }
  return null;
}
