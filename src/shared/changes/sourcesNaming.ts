import type { Model } from '../model/Model.ts';

/**
 * Names of the sources whose rule or formula, in any scenario, writes one of these texts in quotation marks, each name
 * once: `sourcesNaming(model, ['POV', 'Poverty'])` finds a source with `share("Poverty") >= 0.4`. Removing what they
 * name stops them, which a person should hear before and not after.
 */
export function sourcesNaming(model: Model, texts: readonly string[]): string[] {
  const wanted = texts.map((text) => `"${text.toLowerCase()}"`);
  const codes = new Set<string>();
  for (const { source, formula, eligibility } of model.table('decision').values()) {
    const written = `${formula ?? ''} ${eligibility}`.toLowerCase();
    if (wanted.some((text) => written.includes(text))) codes.add(source);
  }
  return model
    .ordered('source')
    .filter((source) => codes.has(source.code))
    .map((source) => source.name);
}
