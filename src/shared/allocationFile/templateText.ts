import { checkRow } from '../model/checkRow.ts';
import type { AccountSegmentRow } from '../model/rows.ts';
import { LIMITS } from '../model/units.ts';
import type { AllocationTemplate } from './AllocationTemplate.ts';
import { FieldReader, TemplateFault } from './FieldReader.ts';
import { readTemplateValue } from './readTemplateValue.ts';

export type TemplateReading =
  | { readonly ok: true; readonly template: AllocationTemplate }
  | { readonly ok: false; readonly sentence: string };

/** A template as it is kept in the document: JSON with the fields in one order, so that equal templates are equal texts. */
export function writeTemplate(template: AllocationTemplate): string {
  const reading = readTemplateValue(template);
  return JSON.stringify(reading.ok ? reading.template : template);
}

/** A part of the account that a template needs, for documents that have none of that code. */
export type NeededSegment = Omit<AccountSegmentRow, 'position'>;

/** A template with the segments it names as a file of its own, for other documents and for people to look at. */
export function writeTemplateFile(
  name: string,
  template: AllocationTemplate,
  segments: readonly NeededSegment[],
): string {
  return `${JSON.stringify({ kind: FILE_KIND, name, segments, template }, null, 2)}\n`;
}

/** Reads a template from the document. The sentence says which field is wrong and what it may hold. */
export function parseTemplate(text: string): TemplateReading {
  const value = parseJson(text);
  if (value === undefined) return refused('The template cannot be read: it is not JSON.');
  return readTemplateValue(value);
}

export type TemplateFileReading =
  | {
      readonly ok: true;
      readonly name: string;
      readonly template: AllocationTemplate;
      readonly segments: readonly NeededSegment[];
    }
  | { readonly ok: false; readonly sentence: string };

/** Reads a file written by `writeTemplateFile`. */
export function parseTemplateFile(text: string): TemplateFileReading {
  const value = parseJson(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  if (typeof value !== 'object' || value === null || (value as { kind?: unknown }).kind !== FILE_KIND) {
    return refused('The file is no template of allocation files. Choose one that was exported from Allot.');
  }
  const { template, ...rest } = value as Record<string, unknown>;
  try {
    const reader = new FieldReader(rest, 'file');
    reader.text('kind', FILE_KIND.length);
    const name = reader.text('name', LIMITS.nameLength).trim();
    const segments = reader.list('segments', LIMITS.accountSegments, readSegment);
    reader.finish();
    if (name === '') return refused('The template in the file has no name.');
    const reading = readTemplateValue(template);
    return reading.ok ? { ok: true, name, template: reading.template, segments } : reading;
  } catch (error) {
    if (error instanceof TemplateFault) return refused(error.message);
    throw error;
  }
}

function readSegment(value: unknown, place: string): NeededSegment {
  const reader = new FieldReader(value, place);
  const segment = {
    code: reader.text('code', LIMITS.codeLength),
    name: reader.text('name', LIMITS.nameLength),
    length: reader.whole('length', 0, LIMITS.segmentLength),
  };
  reader.finish();
  const problem = checkRow('accountSegment', { ...segment, position: 0 });
  if (problem) throw new TemplateFault(`The template cannot be read: ${place}. ${problem}`);
  return segment;
}

const FILE_KIND = 'allot-allocation-template';
const refused = (sentence: string): { ok: false; sentence: string } => ({ ok: false, sentence });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
