import { checkValue } from '../model/checkRow.ts';
import type { Model } from '../model/Model.ts';
import type { Column } from '../model/tables.ts';
import { quoted } from '../text/quoted.ts';
import type { CellFaults } from './CellFaults.ts';
import { headerKey } from './headerWords.ts';
import { isOfSources, type Mapping, type TargetKind } from './Mapping.ts';
import type { RawTable } from './RawTable.ts';

const CODE: Column = { name: '', value: { type: 'code' }, nullable: false };
const NAME: Column = { name: '', value: { type: 'name' }, nullable: false };

const ONCE: readonly TargetKind[] = [
  'schoolCode',
  'schoolName',
  'level',
  'countLevel',
  'countNeed',
  'countValue',
  'currentAmount',
  'currentPupils',
  'sourceCode',
  'sourceName',
  'revenueAmount',
  'origin',
  'restriction',
];
const OF_SOURCES: ReadonlySet<TargetKind> = new Set([
  'sourceCode',
  'sourceName',
  'revenueAmount',
  'origin',
  'restriction',
]);

const WHAT: Readonly<Record<TargetKind, string>> = {
  ignore: 'ignored',
  schoolCode: 'the school’s code',
  schoolName: 'the school’s name',
  level: 'the school’s level',
  tag: 'a tag',
  measure: 'a measure',
  count: 'a count of pupils',
  countLevel: 'the level of the counts',
  countNeed: 'the need of the counts',
  countValue: 'the count of pupils',
  currentAmount: 'the current budget',
  currentPupils: 'the pupils of the current budget',
  sourceCode: 'the source’s code',
  sourceName: 'the source’s name',
  revenueAmount: 'the projected amount',
  origin: 'the origin',
  restriction: 'the restriction',
};

/** Faults of the mapping itself, before any row is read. Reading is worthwhile only when there is none. */
export function checkMapping(table: RawTable, mapping: Mapping, model: Model, faults: CellFaults): void {
  const used = mapping.columns.filter((column) => column.target.kind !== 'ignore');
  const fault = (reason: string): void => faults.add(null, null, null, reason);
  if (!table.rows.some((row) => row.number === mapping.headerRow))
    fault(`Row ${mapping.headerRow} is not a row of the file; choose the row with the headers.`);
  if (used.length === 0) fault('No column is used yet; say what the columns are.');
  const kinds = new Map<TargetKind, number>();
  for (const { target } of used) kinds.set(target.kind, (kinds.get(target.kind) ?? 0) + 1);
  for (const kind of ONCE) if ((kinds.get(kind) ?? 0) > 1) fault(`Two columns are ${WHAT[kind]}; only one can be.`);
  const ofSources = isOfSources(mapping);
  const mixed = used.find(({ target }) => OF_SOURCES.has(target.kind) !== ofSources);
  if (ofSources && mixed)
    fault(
      `A file holds either schools or revenue sources; the column ${quoted(mixed.header)} is ${WHAT[mixed.target.kind]}.`,
    );
  if (ofSources) {
    if (!kinds.has('sourceCode') && !kinds.has('sourceName'))
      fault('No column names the revenue sources; choose one for their name or code.');
    if (!kinds.has('revenueAmount')) fault('No column holds the projected amounts; choose one.');
  } else if (used.length > 0 && !kinds.has('schoolCode') && !kinds.has('schoolName')) {
    fault('No column says which school a row is about; choose one for the school’s code or name.');
  }
  if (kinds.has('countNeed') !== kinds.has('countValue'))
    fault('A file with one row per need has a column for the need and one for the count; choose both.');
  checkNeeds(mapping, model, fault);
  checkNames(mapping, model, faults);
  checkWords(mapping, model, fault);
}

function checkNeeds(mapping: Mapping, model: Model, fault: (reason: string) => void): void {
  const needs = new Set([...model.table('need').keys(), ...mapping.newNeeds.map(({ code }) => code)]);
  const levels = model.table('level');
  const seen = new Set<string>();
  for (const { header, target } of mapping.columns) {
    if (target.kind !== 'count') continue;
    if (!needs.has(target.need))
      fault(`The column ${quoted(header)} counts the need ${quoted(target.need)}, which the district does not have.`);
    if (target.level !== null && !levels.has(target.level))
      fault(
        `The column ${quoted(header)} counts at the level ${quoted(target.level)}, which the district does not have.`,
      );
    const key = `${target.level}\u001f${target.need}`;
    if (seen.has(key)) fault(`Two columns count the need ${quoted(target.need)}; only one can.`);
    seen.add(key);
  }
  for (const need of mapping.newNeeds) {
    const problem = checkValue(CODE, need.code) ?? checkValue(NAME, need.name);
    if (problem) fault(`The new need ${quoted(need.code)} ${problem}.`);
    if (model.table('need').has(need.code)) fault(`The need ${quoted(need.code)} is in the district already.`);
  }
}

/** Names of tags and measures. Those with double underscores are how a hostile file reaches for the inside of a program. */
function checkNames(mapping: Mapping, model: Model, faults: CellFaults): void {
  const seen = new Map<string, string>();
  for (const column of mapping.columns) {
    const { target } = column;
    if (target.kind !== 'tag' && target.kind !== 'measure') continue;
    const fault = (reason: string): void => faults.add(mapping.headerRow, column, target.name, reason);
    const problem = checkValue(CODE, target.name);
    if (problem) fault(`The name ${quoted(target.name)} ${problem}.`);
    else if (/^__.*__$/.test(target.name)) fault(`The name ${quoted(target.name)} cannot be used for a column.`);
    const twin = seen.get(headerKey(target.name));
    if (twin !== undefined) fault(`Two columns are called ${quoted(twin)}; give one of them another name.`);
    seen.set(headerKey(target.name), target.name);
    const held = model.table('schoolColumn').get(target.name);
    if (held && held.kind !== target.kind)
      fault(`${quoted(target.name)} is a ${held.kind} of the district, not a ${target.kind}; choose another name.`);
  }
}

function checkWords(mapping: Mapping, model: Model, fault: (reason: string) => void): void {
  for (const [word, code] of mapping.levels) {
    if (!model.table('level').has(code))
      fault(`${quoted(word)} is to be the level ${quoted(code)}, which the district does not have.`);
  }
  const level = mapping.defaultLevel;
  if (level !== null && !model.table('level').has(level))
    fault(`New schools are to have the level ${quoted(level)}, which the district does not have.`);
}
