import { defaultDecision } from '../changes/sources.ts';
import { checkValue } from '../model/checkRow.ts';
import type { Model } from '../model/Model.ts';
import type { Origin, Restriction, ScenarioRow, SourceRow } from '../model/rows.ts';
import type { Column } from '../model/tables.ts';
import { LIMITS } from '../model/units.ts';
import { formatMoney } from '../text/formatNumber.ts';
import { parsePositiveMoney } from '../text/parseNumber.ts';
import { quoted } from '../text/quoted.ts';
import { type CellFaults, markSentence } from './CellFaults.ts';
import { parseRounded } from './cellNumbers.ts';
import { DifferenceNotes } from './DifferenceNotes.ts';
import { headerKey, nameWords } from './headerWords.ts';
import type { ImportDraft } from './ImportDraft.ts';
import { RecordList, type TotalChange } from './ImportPreview.ts';
import type { ColumnMapping, Mapping } from './Mapping.ts';
import { cellText, type RawRow } from './RawTable.ts';
import { repairCode } from './repairs.ts';

const CODE: Column = { name: '', value: { type: 'code' }, nullable: false };
const NAME: Column = { name: '', value: { type: 'name' }, nullable: false };
const MADE_CODE_LENGTH = 24;

interface SourceRecord {
  readonly row: number;
  readonly source: SourceRow;
  readonly isNew: boolean;
  readonly amountCents: number;
}

/** Who the money comes from, by the words of a name: `General state aid` is of the state. Local where no word says it. */
export function originOf(text: string): Origin {
  const words = new Set(nameWords(text));
  const has = (...candidates: string[]): boolean => candidates.some((word) => words.has(word));
  if (has('federal', 'title', 'idea', 'esser', 'medicaid', 'perkins', 'esea', 'essa')) return 'federal';
  if (has('state')) return 'state';
  if (has('private', 'foundation', 'philanthropy', 'donation', 'donations', 'gift', 'gifts')) return 'private';
  return 'local';
}

/** A code for a source that has none in the file: `Local property taxes` → `LOCAL-PROPERTY-TAXES`. */
export function makeSourceCode(name: string, taken: ReadonlySet<string>): string {
  const stem = nameWords(name).join('-').toUpperCase().slice(0, MADE_CODE_LENGTH).replace(/-+$/, '') || 'SOURCE';
  let code = stem;
  for (let number = 2; taken.has(code); number++) code = `${stem}-${number}`;
  return code;
}

const asItStands = (text: string): string => text;

const ORIGINS: readonly Origin[] = ['federal', 'state', 'local', 'private'];

function restrictionOf(text: string): Restriction | null {
  const words = nameWords(text);
  if (words.some((word) => ['unrestricted', 'general', 'flexible', 'no', 'n', 'false', 'u'].includes(word)))
    return 'unrestricted';
  return words.some((word) => ['restricted', 'categorical', 'dedicated', 'yes', 'y', 'true', 'r'].includes(word))
    ? 'restricted'
    : null;
}

export interface SourcesDrafted {
  readonly added: RecordList;
  readonly changed: RecordList;
  readonly missing: RecordList;
  readonly emptied: number;
  readonly unchanged: number;
  readonly totals: readonly TotalChange[];
}

/**
 * Puts a table of revenue sources into a draft as a new version of the revenues. A new source is locked in every
 * scenario until somebody decides about it, so that no dollar moves by accident.
 */
export function draftSources(
  draft: ImportDraft,
  rows: readonly RawRow[],
  mapping: Mapping,
  model: Model,
  scenario: ScenarioRow,
  faults: CellFaults,
): SourcesDrafted {
  const records = readSources(rows, mapping, model, faults);
  const version = draft.addVersion('revenues');
  const added = new RecordList();
  const changed = new RecordList();
  const missing = new RecordList();
  let unchanged = 0;
  let before = 0;
  let after = 0;
  for (const record of records.values()) {
    const { source, amountCents } = record;
    draft.put('source', source);
    draft.insert('revenue', { version, source: source.code, amountCents });
    if (record.isNew) {
      for (const other of model.table('scenario').values()) {
        // An adopted scenario is not touched: there the source counts as locked, which is what it is here too.
        if (other.status !== 'adopted') draft.put('decision', defaultDecision(other.id, source.code));
      }
    }
    after += amountCents;
    const was = model.get('revenue', scenario.revenuesVersion, source.code)?.amountCents ?? null;
    const held = model.table('source').get(source.code);
    const notes = new DifferenceNotes(held ? changed.isTold : added.isTold);
    notes.note('Amount', was, amountCents, formatMoney);
    notes.note('Name', held?.name ?? null, source.name, asItStands);
    notes.note('Origin', held?.origin ?? null, source.origin, asItStands);
    notes.note('Restriction', held?.restriction ?? null, source.restriction, asItStands);
    const list = held ? (notes.isDifferent ? changed : null) : added;
    if (list) list.add({ code: source.code, name: source.name, row: record.row, changes: notes.list });
    else unchanged++;
  }
  let emptied = 0;
  for (const { code, name } of model.ordered('source')) {
    const was = model.get('revenue', scenario.revenuesVersion, code) ?? null;
    before += was?.amountCents ?? 0;
    if (records.has(code)) continue;
    const isKept = mapping.missing === 'keep';
    if (was && isKept) {
      draft.insert('revenue', { ...was, version });
      after += was.amountCents;
    }
    const notes = new DifferenceNotes(missing.isTold);
    notes.note('Amount', was?.amountCents ?? null, isKept ? (was?.amountCents ?? null) : null, formatMoney);
    if (notes.isDifferent) emptied++;
    missing.add({ code, name, row: null, changes: notes.list });
  }
  const total = new Set([...model.table('source').keys(), ...records.keys()]).size;
  if (total > LIMITS.sources)
    faults.add(
      null,
      null,
      null,
      `That would make ${total} revenue sources; a document holds at most ${LIMITS.sources}.`,
    );
  return { added, changed, missing, emptied, unchanged, totals: [{ what: 'Revenues', unit: 'cents', before, after }] };
}

function readSources(
  rows: readonly RawRow[],
  mapping: Mapping,
  model: Model,
  faults: CellFaults,
): Map<string, SourceRecord> {
  const column = (kind: ColumnMapping['target']['kind']): ColumnMapping | null =>
    mapping.columns.find(({ target }) => target.kind === kind) ?? null;
  const columns = {
    code: column('sourceCode'),
    name: column('sourceName'),
    amount: column('revenueAmount'),
    origin: column('origin'),
    restriction: column('restriction'),
  };
  const records = new Map<string, SourceRecord>();
  const codes = new Set(model.table('source').keys());
  let position = Math.max(-1, ...[...model.table('source').values()].map((source) => source.position));
  for (const row of rows) {
    const text = (mapped: ColumnMapping | null): string => (mapped ? cellText(row, mapped.column) : '');
    const fault = (mapped: ColumnMapping | null, reason: string): null => {
      faults.add(row.number, mapped, mapped ? text(mapped) : null, reason);
      return null;
    };
    const marked = Object.values(columns).find(
      (mapped) => mapped && markSentence(text(mapped), row.marks?.get(mapped.column)),
    );
    if (marked) {
      fault(marked, markSentence(text(marked), row.marks?.get(marked.column)) ?? '');
      continue;
    }
    const name = text(columns.name);
    const written = columns.code
      ? repairCode(text(columns.code), columns.code.repairs.dropPointZero, columns.code.repairs.padTo)
      : '';
    if ((columns.code && written === '') || (!columns.code && name === '')) {
      fault(columns.code ?? columns.name, 'This cell is empty, so the row names no revenue source.');
      continue;
    }
    const same = columns.code
      ? model.table('source').get(written)
      : model.ordered('source').find((source) => headerKey(source.name) === headerKey(name));
    const code = columns.code ? written : (same?.code ?? makeSourceCode(name, codes));
    const problem = checkValue(CODE, code) ?? (name === '' ? null : checkValue(NAME, name));
    if (problem) {
      fault(columns.code ?? columns.name, `${quoted(columns.code ? code : name)} ${problem}.`);
      continue;
    }
    const twin = columns.code
      ? records.get(code)
      : [...records.values()].find(({ source }) => headerKey(source.name) === headerKey(name));
    if (twin) {
      fault(columns.code ?? columns.name, `${quoted(columns.code ? code : name)} stands in row ${twin.row} already.`);
      continue;
    }
    const amount = readAmount(text(columns.amount), columns.amount, mapping);
    if (!amount.ok) fault(columns.amount, amount.sentence);
    const origin = readOrigin(text(columns.origin), columns.origin !== null, same, name || code);
    if (origin === null) fault(columns.origin, `${quoted(text(columns.origin))} is not one of ${ORIGINS.join(', ')}.`);
    const restriction =
      text(columns.restriction) === ''
        ? (same?.restriction ?? 'unrestricted')
        : restrictionOf(text(columns.restriction));
    if (restriction === null)
      fault(columns.restriction, `${quoted(text(columns.restriction))} is neither restricted nor unrestricted.`);
    codes.add(code);
    records.set(code, {
      row: row.number,
      isNew: !same,
      amountCents: amount.ok ? amount.value : 0,
      source: {
        code,
        name: name || same?.name || code,
        origin: origin ?? 'local',
        restriction: restriction ?? 'unrestricted',
        position: same?.position ?? ++position,
      },
    });
  }
  return records;
}

/** An empty amount is not zero dollars: the row would say nothing, so it is a fault. */
function readAmount(
  text: string,
  column: ColumnMapping | null,
  mapping: Mapping,
): ReturnType<typeof parsePositiveMoney> {
  if (text === '' || mapping.blanks.some((blank) => blank.trim().toLowerCase() === text.toLowerCase())) {
    return { ok: false, sentence: 'This amount is empty; write 0 where a source brings nothing.' };
  }
  return parseRounded(text, column?.repairs.round ?? false, parsePositiveMoney);
}

function readOrigin(text: string, hasColumn: boolean, held: SourceRow | undefined, name: string): Origin | null {
  if (!hasColumn || text === '') return held?.origin ?? originOf(name);
  const key = headerKey(text);
  return ORIGINS.find((origin) => key === origin || key === origin[0]) ?? null;
}
