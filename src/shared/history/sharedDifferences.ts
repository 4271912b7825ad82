import type { Model } from '../model/Model.ts';

/** Names told one by one before the rest is counted. */
const NAMED = 3;

function listed(names: readonly string[]): string {
  const rest = names.length - NAMED;
  const told = names.slice(0, NAMED).join(', ');
  return rest > 0 ? `${told} and ${rest.toLocaleString('en-US')} more` : told;
}

const count = (number: number, one: string, many: string): string =>
  `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`;

/**
 * What all scenarios share and is otherwise now than it was then, as sentences. It stays as it is now: setting it back
 * would move the other scenarios.
 */
export function sharedDifferences(now: Model, then: Model): string[] {
  const sentences: string[] = [];
  const levelName = (code: string): string => now.get('level', code)?.name ?? then.get('level', code)?.name ?? code;
  const levels: string[] = [];
  const tags: string[] = [];
  for (const [code, was] of then.table('school')) {
    const is = now.get('school', code);
    if (is && is.level !== was.level)
      levels.push(`${is.name} (${levelName(was.level)} then, ${levelName(is.level)} now)`);
  }
  for (const [key, was] of then.table('tag')) {
    const school = now.get('school', was.school);
    const is = now.table('tag').get(key);
    if (school && is?.value !== was.value) tags.push(`${school.name}, ${was.tag}`);
  }
  for (const [key, is] of now.table('tag')) {
    if (then.get('school', is.school) && !then.table('tag').has(key)) tags.push(`${is.school}, ${is.tag}`);
  }
  if (levels.length > 0) sentences.push(`Schools at another level now: ${listed(levels)}.`);
  if (tags.length > 0) sentences.push(`Texts of schools that are otherwise now: ${listed(tags)}.`);
  const restricted: string[] = [];
  for (const [code, was] of then.table('source')) {
    const is = now.get('source', code);
    if (is && is.restriction !== was.restriction) restricted.push(`${is.name} (${was.restriction} then)`);
  }
  if (restricted.length > 0) sentences.push(`Sources with another restriction now: ${listed(restricted)}.`);
  for (const [table, words] of [
    ['need', 'Needs'],
    ['source', 'Sources'],
  ] as const) {
    const order = (model: Model, other: Model): string =>
      model
        .ordered(table)
        .filter(({ code }) => other.table(table).has(code))
        .map(({ code }) => code)
        .join('\n');
    if (order(now, then) !== order(then, now)) sentences.push(`${words} stand in another order now.`);
  }
  const renamed = [...then.table('need').values()].filter(({ code, name }) => {
    const is = now.get('need', code);
    return is !== undefined && is.name !== name;
  });
  if (renamed.length > 0) {
    sentences.push(
      `Needs are called otherwise now, which matters to formulas: ${listed(renamed.map(({ name }) => name))}.`,
    );
  }
  const added = [...now.table('school').keys()].filter((code) => !then.table('school').has(code)).length;
  if (added > 0) {
    sentences.push(
      `${count(added, 'school was', 'schools were')} added since; in the restored scenario they have no pupils.`,
    );
  }
  return sentences;
}
