import type { Mapping, Target } from '../../shared/assistant/Mapping.ts';
import type { Model } from '../../shared/model/Model.ts';

export interface TargetChoice {
  readonly value: string;
  readonly label: string;
}

export interface TargetGroup {
  readonly label: string;
  readonly choices: readonly TargetChoice[];
}

/** Chosen to count a need that the district does not have yet. */
export const NEW_NEED = 'count:+';

/** Everything a column can be, as a person looks for it. */
export function targetGroups(model: Model, mapping: Mapping): readonly TargetGroup[] {
  const needs = [
    ...model.ordered('need').map(({ code, name }) => ({ value: `count:${code}`, label: `Pupils: ${name}` })),
    ...mapping.newNeeds.map(({ code, name }) => ({ value: `count:${code}`, label: `Pupils: ${name} (new)` })),
    { value: NEW_NEED, label: 'Pupils of a new need…' },
  ];
  return [
    { label: 'Not imported', choices: [{ value: 'ignore', label: 'Leave out' }] },
    {
      label: 'School',
      choices: [
        { value: 'schoolCode', label: 'School code' },
        { value: 'schoolName', label: 'School name' },
        { value: 'level', label: 'School’s level' },
      ],
    },
    { label: 'Enrollment', choices: needs },
    {
      label: 'Enrollment in several rows per school',
      choices: [
        { value: 'countLevel', label: 'Level of the row’s pupils' },
        { value: 'countNeed', label: 'Need of the row’s pupils' },
        { value: 'countValue', label: 'Number of pupils' },
      ],
    },
    {
      label: 'This year’s budget',
      choices: [
        { value: 'currentAmount', label: 'Current budget' },
        { value: 'currentPupils', label: 'Pupils it was for' },
      ],
    },
    {
      label: 'Further columns of the schools',
      choices: [
        { value: 'measure', label: 'Measure (number)' },
        { value: 'tag', label: 'Tag (text)' },
      ],
    },
    {
      label: 'Revenue sources',
      choices: [
        { value: 'sourceCode', label: 'Source code' },
        { value: 'sourceName', label: 'Source name' },
        { value: 'revenueAmount', label: 'Projected amount' },
        { value: 'origin', label: 'Origin' },
        { value: 'restriction', label: 'Restriction' },
      ],
    },
  ];
}

/** The choice that stands for a target. */
export const choiceOf = (target: Target): string => (target.kind === 'count' ? `count:${target.need}` : target.kind);

/** The target of a choice other than a new need; tags and measures are named after the column. */
export function targetOf(value: string, header: string, held: Target): Target {
  if (value.startsWith('count:')) {
    const level = held.kind === 'count' ? held.level : null;
    return { kind: 'count', need: value.slice('count:'.length), level };
  }
  if (value === 'tag' || value === 'measure') {
    const name = held.kind === 'tag' || held.kind === 'measure' ? held.name : header.slice(0, 60).trim();
    return { kind: value, name };
  }
  return { kind: value } as Target;
}

/** A code for a new need from a header: `low_income_sy2425` → `LOW_INCOME_SY2425`, in at most twelve characters. */
export function needCode(header: string, taken: ReadonlySet<string>): string {
  const stem =
    header
      .toUpperCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
      .replaceAll(/^_+|_+$/g, '')
      .slice(0, 12)
      .replace(/_+$/, '') || 'NEED';
  let code = stem;
  for (let number = 2; taken.has(code); number++) code = `${stem}${number}`;
  return code;
}
