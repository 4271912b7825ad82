import { readHeader } from '../../shared/assistant/headerWords.ts';
import { suggestLevel } from '../../shared/assistant/levelWords.ts';
import {
  type ColumnMapping,
  type Mapping,
  NO_REPAIRS,
  type Target,
  type WordCode,
} from '../../shared/assistant/Mapping.ts';
import { findNeed, findNeedIdea } from '../../shared/assistant/needWords.ts';
import type { ColumnProfile } from '../../shared/assistant/profileColumns.ts';
import type { Model } from '../../shared/model/Model.ts';
import { NEW_NEED, needCode, targetOf } from './targetChoices.ts';

/** The mapping with one use of a column changed; words and needs that follow from it are brought along. */
export function withTarget(
  mapping: Mapping,
  at: number,
  value: string,
  model: Model,
  profiles: readonly ColumnProfile[],
): Mapping {
  const held = mapping.columns[at];
  if (!held) return mapping;
  let { newNeeds } = mapping;
  let target: Target;
  if (value === NEW_NEED) {
    const taken = new Set([...model.table('need').keys(), ...newNeeds.map(({ code }) => code)]);
    const code = needCode(held.header, taken);
    const name = held.header.replaceAll('_', ' ').trim().slice(0, 60) || code;
    newNeeds = [...newNeeds, { code, name }];
    target = { kind: 'count', need: code, level: null };
  } else target = targetOf(value, held.header, held.target);
  const next = withoutUnusedNeeds({
    ...mapping,
    newNeeds,
    columns: replaced(mapping.columns, at, { ...held, target }),
  });
  return withWords(next, held.column, target, model, profiles[held.column]);
}

export function replaced(
  columns: readonly ColumnMapping[],
  at: number,
  column: ColumnMapping,
): readonly ColumnMapping[] {
  return columns.map((one, index) => (index === at ? column : one));
}

/** The same column once more, for something else too: pupils of the plan that are those of the budget as well. */
export function withSecondUse(mapping: Mapping, at: number): Mapping {
  const held = mapping.columns[at];
  if (!held) return mapping;
  const second: ColumnMapping = { ...held, target: { kind: 'ignore' }, repairs: NO_REPAIRS };
  return { ...mapping, columns: [...mapping.columns.slice(0, at + 1), second, ...mapping.columns.slice(at + 1)] };
}

export const withoutUse = (mapping: Mapping, at: number): Mapping =>
  withoutUnusedNeeds({ ...mapping, columns: mapping.columns.filter((_, index) => index !== at) });

/** Another code or name for a need that the import creates, wherever the mapping speaks of it. */
export function withNeed(
  mapping: Mapping,
  code: string,
  need: { readonly code: string; readonly name: string },
): Mapping {
  return {
    ...mapping,
    newNeeds: mapping.newNeeds.map((held) => (held.code === code ? need : held)),
    columns: mapping.columns.map((column) =>
      column.target.kind === 'count' && column.target.need === code
        ? { ...column, target: { ...column.target, need: need.code } }
        : column,
    ),
    needs: mapping.needs.map(([word, held]) => [word, held === code ? need.code : held] as const),
  };
}

/** What a word of the file stands for; null takes the decision back. */
export function withWord(words: readonly WordCode[], word: string, code: string | null): readonly WordCode[] {
  const rest = words.filter(([held]) => held !== word);
  return code === null ? rest : [...rest, [word, code]];
}

/** A need that no column and no word counts any more would be created for nothing. */
function withoutUnusedNeeds(mapping: Mapping): Mapping {
  const used = new Set(mapping.needs.map(([, code]) => code));
  for (const { target } of mapping.columns) if (target.kind === 'count') used.add(target.need);
  return { ...mapping, newNeeds: mapping.newNeeds.filter(({ code }) => used.has(code)) };
}

/** A column that has just become one of levels or needs brings its words. */
function withWords(
  mapping: Mapping,
  _column: number,
  target: Target,
  model: Model,
  profile: ColumnProfile | undefined,
): Mapping {
  const words = profile ? wordsOf(profile) : [];
  if (target.kind === 'level' || target.kind === 'countLevel') {
    const levels = model.ordered('level');
    const known = new Set(mapping.levels.map(([word]) => word));
    const added = words.flatMap((word): WordCode[] => {
      const code = known.has(word) ? null : suggestLevel(word, levels);
      return code === null ? [] : [[word, code]];
    });
    return { ...mapping, levels: [...mapping.levels, ...added] };
  }
  if (target.kind === 'countNeed') {
    const known = new Set(mapping.needs.map(([word]) => word));
    const added = words.flatMap((word): WordCode[] => {
      const idea = known.has(word) ? null : findNeedIdea(readHeader(word).words);
      const code = idea && findNeed(idea, model.ordered('need'), (name) => readHeader(name).words);
      return code ? [[word, code]] : [];
    });
    return { ...mapping, needs: [...mapping.needs, ...added] };
  }
  return mapping;
}

/** The different words of a column, as far as they were counted. */
export const wordsOf = (profile: ColumnProfile): string[] => [
  ...new Set([...profile.words.map(([word]) => word), ...profile.examples]),
];
