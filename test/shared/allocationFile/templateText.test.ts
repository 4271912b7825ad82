import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLANK_TEMPLATE } from '../../../src/shared/allocationFile/blankTemplate.ts';
import {
  parseTemplate,
  parseTemplateFile,
  writeTemplate,
  writeTemplateFile,
} from '../../../src/shared/allocationFile/templateText.ts';
import { arbitraryTemplate } from './arbitraryTemplate.ts';

const sentence = (text: string): string => {
  const reading = parseTemplate(text);
  return reading.ok ? 'fine' : reading.sentence;
};
const changed = (change: (template: Record<string, unknown>) => void): string => {
  const template = JSON.parse(writeTemplate(BLANK_TEMPLATE)) as Record<string, unknown>;
  change(template);
  return JSON.stringify(template);
};

describe('a template as text', () => {
  it('comes back as it was, in one order of its fields', () => {
    fc.assert(
      fc.property(arbitraryTemplate, (template) => {
        const text = writeTemplate(template);
        expect(parseTemplate(text)).toEqual({ ok: true, template });
        const turned = Object.fromEntries(Object.entries(template).reverse());
        expect(writeTemplate(turned as unknown as typeof template)).toBe(text);
      }),
      { numRuns: 50 },
    );
  });

  it('is refused in a sentence that names the field', () => {
    expect(sentence('{')).toBe('The template cannot be read: it is not JSON.');
    expect(sentence('[]')).toContain('template must be an object');
    expect(sentence(changed((template) => delete template.format))).toContain('template.format must be one of');
    expect(sentence(changed((template) => Object.assign(template, { colour: 1 })))).toContain(
      '"colour" that means nothing',
    );
    expect(sentence(changed((template) => Object.assign(template, { months: [13] })))).toContain(
      'months[1] must be a month',
    );
    expect(sentence(changed((template) => Object.assign(template, { detail: { columns: [{}] } })))).toContain(
      'template.detail.columns[1].heading must be text',
    );
    expect(sentence(changed((template) => Object.assign(template, { version: 2 })))).toContain('template.version');
    expect(sentence(changed((template) => Object.assign(template, { note: '\ud800' })))).toContain('whole characters');
  });

  it('never throws, whatever stands there', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(parseTemplate(text).ok).toBe(false);
        expect(parseTemplateFile(text).ok).toBe(false);
      }),
    );
  });

  it('goes to other documents with the segments it needs', () => {
    const segments = [{ code: 'fund', name: 'Fund', length: 2 }];
    const text = writeTemplateFile('SACS', BLANK_TEMPLATE, segments);
    expect(parseTemplateFile(`\ufeff${text}`)).toEqual({ ok: true, name: 'SACS', template: BLANK_TEMPLATE, segments });
    expect(parseTemplateFile(text.replace('"length": 2', '"length": 200'))).toMatchObject({
      ok: false,
      sentence: expect.stringContaining('file.segments[1].length'),
    });
    expect(parseTemplateFile(writeTemplate(BLANK_TEMPLATE))).toMatchObject({
      ok: false,
      sentence: 'The file is no template of allocation files. Choose one that was exported from Allot.',
    });
  });
});
