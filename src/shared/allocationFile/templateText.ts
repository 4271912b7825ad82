import type { AllocationTemplate } from './AllocationTemplate.ts';
import { readTemplateValue } from './readTemplateValue.ts';

export type TemplateReading =
  | { readonly ok: true; readonly template: AllocationTemplate }
  | { readonly ok: false; readonly sentence: string };

/** A template as it is kept in the document: JSON with the fields in one order, so that equal templates are equal texts. */
export function writeTemplate(template: AllocationTemplate): string {
  const reading = readTemplateValue(template);
  return JSON.stringify(reading.ok ? reading.template : template);
}

/** The same for a file that people look at. */
export function writeTemplateFile(name: string, template: AllocationTemplate): string {
  return `${JSON.stringify({ kind: 'allot-allocation-template', name, template }, null, 2)}\n`;
}

/** Reads a template from the document. The sentence says which field is wrong and what it may hold. */
export function parseTemplate(text: string): TemplateReading {
  const value = parseJson(text);
  if (value === undefined) return refused('The template cannot be read: it is not JSON.');
  return readTemplateValue(value);
}

export type TemplateFileReading =
  | { readonly ok: true; readonly name: string; readonly template: AllocationTemplate }
  | { readonly ok: false; readonly sentence: string };

/** Reads a file written by `writeTemplateFile`. */
export function parseTemplateFile(text: string): TemplateFileReading {
  const value = parseJson(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refused('The file is no template: it is not JSON.');
  }
  const { kind, name, template } = value as Record<string, unknown>;
  if (kind !== 'allot-allocation-template') {
    return refused('The file is no template of allocation files. Choose one that was exported from Allot.');
  }
  if (typeof name !== 'string' || name.trim() === '') return refused('The template in the file has no name.');
  const reading = readTemplateValue(template);
  return reading.ok ? { ok: true, name: name.trim(), template: reading.template } : reading;
}

const refused = (sentence: string): { ok: false; sentence: string } => ({ ok: false, sentence });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
