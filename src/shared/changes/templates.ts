import type { AllocationTemplate } from '../allocationFile/AllocationTemplate.ts';
import { writeTemplate } from '../allocationFile/templateText.ts';
import type { Model, RowOp } from '../model/Model.ts';
import type { AccountSegmentRow, AllocationTemplateRow } from '../model/rows.ts';
import { LIMITS } from '../model/units.ts';
import { quoted } from '../text/quoted.ts';
import { orderedSegments } from './accounts.ts';
import { type Change, removeRow, setRow } from './Change.ts';

const of = (label: string, ops: RowOp[]): Change => ({ kind: 'templates', label, scenario: null, ops });

/** The templates of the document in their order. */
export function orderedTemplates(model: Model): AllocationTemplateRow[] {
  return [...model.table('allocationTemplate').values()].sort(
    (left, right) => left.position - right.position || left.id - right.id,
  );
}

/** A name no other template has: `CSV`, `CSV 2`, `CSV 3`. */
export function freeTemplateName(model: Model, wanted: string): string {
  const taken = new Set(orderedTemplates(model).map(({ name }) => name.toLowerCase()));
  if (!taken.has(wanted.toLowerCase())) return wanted;
  for (let number = 2; ; number++) {
    const name = `${wanted} ${number}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

function nameFault(model: Model, name: string, but: number | null): string | null {
  if (name === '') return 'A template needs a name.';
  if (name.length > LIMITS.nameLength) return `A template's name has at most ${LIMITS.nameLength} characters.`;
  const other = orderedTemplates(model).find((row) => row.id !== but && row.name.toLowerCase() === name.toLowerCase());
  return other ? `There is a template called ${quoted(other.name)} already.` : null;
}

/** A new template, by any template text; `segments` are added with it where the document has none of that code. */
export function addTemplate(
  model: Model,
  name: string,
  template: AllocationTemplate,
  segments: readonly Omit<AccountSegmentRow, 'position'>[] = [],
): Change | string {
  const wanted = name.trim();
  const rows = orderedTemplates(model);
  const fault = nameFault(model, wanted, null);
  if (fault) return fault;
  if (rows.length >= LIMITS.allocationTemplates) {
    return `A document holds at most ${LIMITS.allocationTemplates} templates. Remove one first.`;
  }
  const ops: RowOp[] = [];
  let position = (orderedSegments(model).at(-1)?.position ?? -1) + 1;
  for (const segment of segments) {
    if (model.table('accountSegment').has(segment.code)) continue;
    ops.push(...setRow(model, 'accountSegment', { ...segment, position: position++ }));
  }
  const id = Math.max(0, ...rows.map((row) => row.id)) + 1;
  const last = rows.at(-1)?.position ?? -1;
  const row = { id, name: wanted, position: last + 1, definition: writeTemplate(template) };
  ops.push(...setRow(model, 'allocationTemplate', row));
  return of(`Add template ${wanted}`, ops);
}

/** A copy of a template under a name of its own, behind it in the list. */
export function duplicateTemplate(model: Model, id: number): Change | string {
  const held = model.table('allocationTemplate').get(String(id));
  if (!held) return 'The template is no longer there.';
  const rows = orderedTemplates(model);
  if (rows.length >= LIMITS.allocationTemplates) {
    return `A document holds at most ${LIMITS.allocationTemplates} templates. Remove one first.`;
  }
  const name = freeTemplateName(model, `${held.name} copy`);
  const copy = { ...held, id: Math.max(...rows.map((row) => row.id)) + 1, name, position: held.position + 1 };
  const ops: RowOp[] = [];
  for (const row of rows) {
    if (row.position > held.position) {
      ops.push(...setRow(model, 'allocationTemplate', { ...row, position: row.position + 1 }));
    }
  }
  ops.push(...setRow(model, 'allocationTemplate', copy));
  return of(`Duplicate template ${held.name}`, ops);
}

export function renameTemplate(model: Model, id: number, name: string): Change | string {
  const held = model.table('allocationTemplate').get(String(id));
  if (!held) return 'The template is no longer there.';
  const wanted = name.trim();
  const fault = nameFault(model, wanted, id);
  if (fault) return fault;
  return of(
    `Name of template ${held.name} → ${wanted}`,
    setRow(model, 'allocationTemplate', { ...held, name: wanted }),
  );
}

/** Another layout for a template; `what` is the label's end, `encoding → Windows-1252`. */
export function editTemplate(model: Model, id: number, template: AllocationTemplate, what: string): Change | string {
  const held = model.table('allocationTemplate').get(String(id));
  if (!held) return 'The template is no longer there.';
  const definition = writeTemplate(template);
  if (definition.length > LIMITS.templateLength) return 'The template is too long to be kept. Take columns away.';
  return of(`${held.name}: ${what}`, setRow(model, 'allocationTemplate', { ...held, definition }));
}

export function removeTemplate(model: Model, id: number): Change {
  const name = model.table('allocationTemplate').get(String(id))?.name ?? '';
  return of(`Remove template ${name}`, removeRow(model, 'allocationTemplate', String(id)));
}

/** Moves a template one place up (−1) or down (+1). */
export function moveTemplate(model: Model, id: number, by: -1 | 1): Change {
  const list = orderedTemplates(model);
  const at = list.findIndex((row) => row.id === id);
  const one = list[at];
  const other = list[at + by];
  const ops: RowOp[] =
    one && other
      ? [
          ...setRow(model, 'allocationTemplate', { ...one, position: other.position }),
          ...setRow(model, 'allocationTemplate', { ...other, position: one.position }),
        ]
      : [];
  return of(`Move template ${one?.name ?? ''} ${by < 0 ? 'up' : 'down'}`, ops);
}
