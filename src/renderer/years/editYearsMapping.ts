import type { WordCode } from '../../shared/assistant/Mapping.ts';
import type { Model } from '../../shared/model/Model.ts';
import { groupOfWord } from '../../shared/years/import/groupWords.ts';
import { heldMeasure, suggestMeasure } from '../../shared/years/import/suggestMeasure.ts';
import type { YearsFileMeasure, YearsMapping, YearTarget } from '../../shared/years/import/YearsMapping.ts';

const UNKNOWN = { hasPercentSign: false, hasCurrency: false, isWhole: false, least: null, largest: null };

/** Every measure that a column or word is of has a description, and none has one in vain. */
function withMeasures(mapping: YearsMapping, model: Model): YearsMapping {
  const used = new Set<string>();
  for (const { target } of mapping.columns) if (target.kind === 'measure') used.add(target.measure);
  for (const [, measure] of mapping.measureWords) if (measure !== '') used.add(measure);
  if (mapping.fileMeasure !== '') used.add(mapping.fileMeasure);
  const held = new Map(mapping.measures.map((measure) => [measure.measure, measure]));
  return { ...mapping, measures: [...used].map((name) => held.get(name) ?? suggestMeasure(model, name, UNKNOWN)) };
}

/** Another use of a column. Only one column can say each of school, year, group, measure and value. */
export function withTarget(mapping: YearsMapping, model: Model, column: number, target: YearTarget): YearsMapping {
  const isSingle = target.kind !== 'measure' && target.kind !== 'ignore';
  const columns = mapping.columns.map((one) =>
    one.column === column
      ? { ...one, target }
      : isSingle && one.target.kind === target.kind
        ? { ...one, target: { kind: 'ignore' } as const }
        : one,
  );
  return withMeasures({ ...mapping, columns }, model);
}

export function withMeasureWord(mapping: YearsMapping, model: Model, word: string, measure: string): YearsMapping {
  const name = measure.trim();
  const words = mapping.measureWords.map((one): WordCode => {
    return one[0] === word ? [word, heldMeasure(model, name)?.measure ?? name] : one;
  });
  return withMeasures({ ...mapping, measureWords: words }, model);
}

export const withFileMeasure = (mapping: YearsMapping, model: Model, measure: string): YearsMapping =>
  withMeasures({ ...mapping, fileMeasure: measure.trim() }, model);

export function withMeasure(mapping: YearsMapping, measure: string, part: Partial<YearsFileMeasure>): YearsMapping {
  return {
    ...mapping,
    measures: mapping.measures.map((one) => (one.measure === measure ? { ...one, ...part } : one)),
  };
}

export const withWord = (words: readonly WordCode[], word: string, code: string): WordCode[] =>
  words.map((one): WordCode => (one[0] === word ? [word, code] : one));

/** The group a typed name means: a need by code or name, nothing for all pupils, else the name itself. */
export const typedGroup = (model: Model, text: string): string => groupOfWord(model, text) ?? text.trim();
