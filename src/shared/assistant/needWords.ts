import type { NeedRow } from '../model/rows.ts';
import { headerKey } from './headerWords.ts';

/** A need category as districts name it. */
export interface NeedIdea {
  readonly code: string;
  readonly name: string;
  /** Names by their words, in any order; every word of one of them must stand in the header. */
  readonly phrases: readonly (readonly string[])[];
}

const phrases = (...texts: string[]): string[][] => texts.map((text) => text.split(' '));

/** All students, by the words of a header: the foundation of every formula. */
export const ALL_STUDENTS: NeedIdea = {
  code: 'ALL',
  name: 'All students',
  phrases: phrases(
    'enrollment',
    'enrolment',
    'enrol',
    'enroll',
    'enrolled',
    'enr',
    'membership',
    'adm',
    'ada',
    'headcount',
    'head count',
    'students',
    'student count',
    'pupils',
    'pupil count',
    'all',
    'total students',
    'k12',
  ),
};

export const NEED_IDEAS: readonly NeedIdea[] = [
  {
    code: 'POV',
    name: 'Poverty',
    phrases: phrases(
      'low income',
      'poverty',
      'economically disadvantaged',
      'econ dis',
      'econ disadv',
      'ecd',
      'eds',
      'disadvantaged',
      'frl',
      'frpl',
      'frpm',
      'farms',
      'free reduced',
      'free lunch',
      'direct certification',
      'direct cert',
      'socioeconomically',
    ),
  },
  {
    code: 'EL',
    name: 'English Learner',
    phrases: phrases(
      'english learner',
      'english learners',
      'english language',
      'ell',
      'ells',
      'el',
      'els',
      'lep',
      'esl',
      'esol',
      'bilingual',
      'multilingual',
      'mll',
      'mlls',
      'limited english',
    ),
  },
  {
    code: 'SPED',
    name: 'Special Education',
    phrases: phrases(
      'special education',
      'special ed',
      'sped',
      'swd',
      'iep',
      'ieps',
      'disabilities',
      'disability',
      'diverse learners',
      'ese',
      'exceptional',
    ),
  },
  { code: 'GIFTED', name: 'Gifted', phrases: phrases('gifted', 'gate', 'gt', 'talented') },
  { code: 'HOMELESS', name: 'Homeless', phrases: phrases('homeless', 'mckinney', 'temporary living', 'stls') },
  { code: 'FOSTER', name: 'Foster care', phrases: phrases('foster') },
  { code: 'MIGRANT', name: 'Migrant', phrases: phrases('migrant', 'migratory') },
];

const holdsPhrase = (words: readonly string[], phrase: readonly string[]): boolean =>
  phrase.every((word) => words.includes(word));

/** The idea a header's words speak of, or null. A special need wins over “students”, which stands beside it. */
export function findNeedIdea(words: readonly string[]): NeedIdea | null {
  const special = NEED_IDEAS.find(
    (idea) => words.includes(idea.code.toLowerCase()) || idea.phrases.some((phrase) => holdsPhrase(words, phrase)),
  );
  if (special) return special;
  return ALL_STUDENTS.phrases.some((phrase) => holdsPhrase(words, phrase)) ? ALL_STUDENTS : null;
}

/** The district's own need for an idea, by code, name or the same idea in its name; the foundation for all students. */
export function findNeed(
  idea: NeedIdea,
  needs: readonly NeedRow[],
  wordsOf: (name: string) => readonly string[],
): string | null {
  if (idea === ALL_STUDENTS) return needs[0]?.code ?? null;
  const keys = new Set([headerKey(idea.code), headerKey(idea.name)]);
  const exact = needs.find((need) => keys.has(headerKey(need.code)) || keys.has(headerKey(need.name)));
  if (exact) return exact.code;
  return (
    needs.slice(1).find((need) => findNeedIdea([...wordsOf(need.name), ...wordsOf(need.code)]) === idea)?.code ?? null
  );
}
