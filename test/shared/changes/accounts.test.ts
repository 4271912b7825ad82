import { describe, expect, it } from 'vitest';
import { BLANK_TEMPLATE } from '../../../src/shared/allocationFile/blankTemplate.ts';
import { CALIFORNIA_SACS } from '../../../src/shared/allocationFile/builtIn/californiaSacs.ts';
import { parseTemplate } from '../../../src/shared/allocationFile/templateText.ts';
import {
  addSegment,
  editSegment,
  fillSegmentFromSchools,
  moveAccountRules,
  moveSegment,
  orderedSegments,
  removeAccountRules,
  removeSegment,
  setAccountRule,
} from '../../../src/shared/changes/accounts.ts';
import { applyOps, type Change, findConflict, invertOps } from '../../../src/shared/changes/Change.ts';
import { removeSchools } from '../../../src/shared/changes/schools.ts';
import {
  addTemplate,
  duplicateTemplate,
  editTemplate,
  freeTemplateName,
  moveTemplate,
  orderedTemplates,
  removeTemplate,
  renameTemplate,
} from '../../../src/shared/changes/templates.ts';
import { findBrokenReference } from '../../../src/shared/model/checkReferences.ts';
import { checkRow } from '../../../src/shared/model/checkRow.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { CENTRAL, TOP_UP } from '../../../src/shared/model/pseudoCodes.ts';
import { LIMITS } from '../../../src/shared/model/units.ts';
import { sampleModelRows } from '../../../src/shared/sample/sampleModelRows.ts';

const sample = (): Model => new Model(sampleModelRows());
const EVERY = { source: '', school: '', level: '', need: '' };

/** Applies a change as a document would, and proves that taking it back restores every row (I10). */
function make(model: Model, change: Change | string): Change {
  if (typeof change === 'string') throw new Error(change);
  const before = sorted(model);
  expect(findConflict(model, change.ops)).toBeNull();
  for (const op of change.ops) if (op.after) expect(checkRow(op.table, op.after)).toBeNull();
  applyOps(model, change.ops);
  expect(findBrokenReference(model, change.ops)).toBeNull();
  applyOps(model, invertOps(change.ops));
  expect(sorted(model)).toBe(before);
  applyOps(model, change.ops);
  return change;
}
const sorted = (model: Model): string =>
  JSON.stringify(Object.values(model.toRows()).map((rows) => rows.map((row) => JSON.stringify(row)).sort()));

describe('account segments and rules', () => {
  it('are added, edited, moved and removed as one step each', () => {
    const model = sample();
    expect(make(model, addSegment(model, { code: 'manager', name: 'Manager', length: 4 })).label).toBe(
      'Add account segment Manager',
    );
    expect(make(model, editSegment(model, 'manager', { length: 0 })).label).toBe('Length of Manager 4 → any');
    expect(make(model, editSegment(model, 'manager', { name: 'Head' })).label).toBe(
      'Name of account segment Manager → Head',
    );
    make(model, moveSegment(model, 'manager', -1));
    expect(
      orderedSegments(model)
        .map(({ code }) => code)
        .slice(-2),
    ).toEqual(['manager', 'object']);
    expect(moveSegment(model, 'fund', -1).ops).toEqual([]);
    const rules = model.table('accountRule').size;
    make(model, removeSegment(model, 'site'));
    expect(model.table('accountRule').size).toBe(rules - 126);
  });

  it('keep leading zeros, and are gone when emptied', () => {
    const model = sample();
    const rule = { segment: 'fund', ...EVERY, source: TOP_UP, school: CENTRAL };
    expect(make(model, setAccountRule(model, rule, ' 007 ')).label).toBe('Fund of Top-ups · Central office none → 007');
    expect(model.get('accountRule', 'fund', TOP_UP, CENTRAL, '', '')?.value).toBe('007');
    make(model, setAccountRule(model, rule, ''));
    expect(model.get('accountRule', 'fund', TOP_UP, CENTRAL, '', '')).toBeUndefined();
    const stranger = setAccountRule(model, { ...rule, source: 'nobody' }, '1');
    applyOps(model, stranger.ops);
    expect(findBrokenReference(model, stranger.ops)).toContain('refers to the source nobody');
  });

  it('move together, but never onto a rule that stands there', () => {
    const model = sample();
    make(model, moveAccountRules(model, { ...EVERY, need: 'EL' }, { ...EVERY, need: 'EL', level: 'HS' }));
    expect(model.get('accountRule', 'goal', '', '', 'HS', 'EL')?.value).toBe('4760');
    expect(moveAccountRules(model, { ...EVERY, need: 'SPED' }, EVERY)).toBe(
      'every source and school has a rule for Goal already (1110). Remove one of the two first.',
    );
    make(model, removeAccountRules(model, { ...EVERY, level: 'HS', need: 'EL' }));
    expect(model.get('accountRule', 'goal', '', '', 'HS', 'EL')).toBeUndefined();
  });

  it('are filled from the schools only where nothing is said yet, and go with a school', () => {
    const model = sample();
    expect(fillSegmentFromSchools(model, 'site', 'code').ops).toEqual([]);
    const filled = make(model, fillSegmentFromSchools(model, 'resource', { tag: 'region' }));
    expect(filled.ops).toHaveLength(125);
    const [school = ''] = model.table('school').keys();
    make(model, removeSchools(model, [school]));
    expect([...model.table('accountRule').values()].some((rule) => rule.school === school)).toBe(false);
  });
});

describe('templates of the document', () => {
  it('bring the segments they need, once', () => {
    const model = new Model({ accountSegment: [{ code: 'fund', name: 'My fund', length: 3, position: 0 }] });
    make(model, addTemplate(model, ' SACS ', CALIFORNIA_SACS.template, CALIFORNIA_SACS.segments));
    expect(
      orderedSegments(model)
        .map(({ code, name }) => [code, name])
        .slice(0, 2),
    ).toEqual([
      ['fund', 'My fund'],
      ['site', 'School'],
    ]);
    expect(orderedTemplates(model).map(({ id, name }) => [id, name])).toEqual([[1, 'SACS']]);
    expect(addTemplate(model, 'sacs', BLANK_TEMPLATE)).toBe('There is a template called "SACS" already.');
    expect(addTemplate(model, '  ', BLANK_TEMPLATE)).toBe('A template needs a name.');
  });

  it('are copied beside themselves, renamed, edited, moved and removed', () => {
    const model = sample();
    make(model, addTemplate(model, 'Second', BLANK_TEMPLATE));
    make(model, duplicateTemplate(model, 1));
    make(model, duplicateTemplate(model, 1));
    const names = (): string[] => orderedTemplates(model).map(({ name }) => name);
    expect(names()).toEqual(['Budget load (SACS)', 'Budget load (SACS) copy 2', 'Budget load (SACS) copy', 'Second']);
    expect(renameTemplate(model, 2, 'budget load (sacs)')).toContain('already');
    make(model, renameTemplate(model, 2, 'Payroll'));
    make(model, moveTemplate(model, 2, -1));
    expect(names()[2]).toBe('Payroll');
    const changed = { ...BLANK_TEMPLATE, encoding: 'ascii' as const };
    expect(make(model, editTemplate(model, 2, changed, 'encoding → ASCII')).label).toBe('Payroll: encoding → ASCII');
    expect(parseTemplate(model.get('allocationTemplate', 2)?.definition ?? '')).toEqual({
      ok: true,
      template: changed,
    });
    make(model, removeTemplate(model, 1));
    expect(names()).toHaveLength(3);
    expect(freeTemplateName(model, 'payroll')).toBe('payroll 2');
    expect(renameTemplate(model, 1, 'x')).toBe('The template is no longer there.');
  });

  it('are limited in number', () => {
    const model = new Model();
    for (let at = 0; at < LIMITS.allocationTemplates; at++) make(model, addTemplate(model, `T${at}`, BLANK_TEMPLATE));
    expect(addTemplate(model, 'one more', BLANK_TEMPLATE)).toContain('at most 50 templates');
    expect(duplicateTemplate(model, 1)).toContain('at most 50 templates');
  });
});
