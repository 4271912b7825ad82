import type { AllocationTemplate } from '../../../shared/allocationFile/AllocationTemplate.ts';
import { BUILT_IN_TEMPLATES, findBuiltIn } from '../../../shared/allocationFile/builtIn/builtInTemplates.ts';
import { parseTemplate } from '../../../shared/allocationFile/templateText.ts';
import { orderedTemplates } from '../../../shared/changes/templates.ts';
import { AllotError } from '../../../shared/contract/errors.ts';
import type { Model } from '../../../shared/model/Model.ts';

export interface NamedTemplate {
  readonly name: string;
  readonly template: AllocationTemplate;
}

/** A template of the document by id or name, or a built-in one by name; the document's own come first. */
export function findTemplate(model: Model, wanted: number | string): NamedTemplate {
  const rows = orderedTemplates(model);
  const key = typeof wanted === 'string' ? wanted.trim().toLowerCase() : '';
  const row =
    typeof wanted === 'number'
      ? rows.find(({ id }) => id === wanted)
      : (rows.find(({ name }) => name === wanted) ?? rows.find(({ name }) => name.toLowerCase() === key));
  if (row) {
    const reading = parseTemplate(row.definition);
    if (!reading.ok) throw new AllotError('template-unreadable', `“${row.name}”: ${reading.sentence}`);
    return { name: row.name, template: reading.template };
  }
  if (typeof wanted === 'number') {
    throw new AllotError('template-unknown', 'The template is no longer there, so nothing was written.');
  }
  const builtIn = findBuiltIn(wanted);
  if (builtIn) return { name: builtIn.name, template: builtIn.template };
  const quotedNames = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');
  const own = rows.length === 0 ? 'it has none of its own' : `it has ${quotedNames(rows.map(({ name }) => name))}`;
  const all = quotedNames(BUILT_IN_TEMPLATES.map(({ name }) => name));
  throw new AllotError(
    'template-unknown',
    `There is no template “${wanted}” in this model; ${own}, and built in are ${all}.`,
  );
}
