import { AllotError } from '../../shared/contract/errors.ts';
import type { Model } from '../../shared/model/Model.ts';
import type { TableName, Tables } from '../../shared/model/rows.ts';
import { KEY_SEPARATOR } from '../../shared/model/tables.ts';
import { plainCount, plainMoney } from '../../shared/text/formatNumber.ts';
import { TABLE_OF_KIND } from '../../shared/versions/inputVersions.ts';
import type { OutputTable } from './OutputTable.ts';

/**
 * An input version as a table with the columns of the workbook's sheet of the same input, so that it can be imported
 * again: enrollment wide by need, current budgets, revenues, measures wide by measure. Schools stand by code.
 */
export function versionTable(model: Model, versionId: number): OutputTable {
  const version = model.get('inputVersion', versionId);
  if (!version)
    throw new AllotError('version-unknown', 'This version is no longer in the document. Nothing was written.');
  switch (version.kind) {
    case 'enrollment':
      return enrollment(model, versionId);
    case 'measures':
      return measures(model, versionId);
    case 'current':
      return current(model, versionId);
    case 'revenues':
      return revenues(model, versionId);
  }
}

function rowsOf<T extends TableName>(model: Model, table: T, version: number): Tables[T][] {
  const prefix = `${version}${KEY_SEPARATOR}`;
  const rows: Tables[T][] = [];
  for (const [key, row] of model.table(table)) if (key.startsWith(prefix)) rows.push(row);
  return rows;
}

const byCode = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

const text = (name: string, at: (row: number) => string): OutputTable['columns'][number] => ({
  name,
  isText: true,
  at,
});
const number = (name: string, at: (row: number) => string): OutputTable['columns'][number] => ({
  name,
  isText: false,
  at,
});

function enrollment(model: Model, version: number): OutputTable {
  const counts = new Map<string, { school: string; level: string; byNeed: Map<string, number> }>();
  for (const { school, level, need, count } of rowsOf(model, TABLE_OF_KIND.enrollment, version)) {
    const key = `${school}${KEY_SEPARATOR}${level}`;
    const held = counts.get(key) ?? { school, level, byNeed: new Map<string, number>() };
    held.byNeed.set(need, count);
    counts.set(key, held);
  }
  const levels = model.ordered('level').map(({ code }) => code);
  const rows = [...counts.values()].sort(
    (left, right) => byCode(left.school, right.school) || levels.indexOf(left.level) - levels.indexOf(right.level),
  );
  const needs = model.ordered('need').map(({ code }) =>
    number(code, (at) => {
      const count = rows[at]?.byNeed.get(code);
      return count === undefined ? '' : plainCount(count);
    }),
  );
  return {
    columns: [text('school', (at) => rows[at]?.school ?? ''), text('level', (at) => rows[at]?.level ?? ''), ...needs],
    rowCount: rows.length,
  };
}

function measures(model: Model, version: number): OutputTable {
  const values = new Map<string, Map<string, string>>();
  for (const { school, measure, value } of rowsOf(model, TABLE_OF_KIND.measures, version)) {
    const held = values.get(school) ?? new Map<string, string>();
    held.set(measure, value);
    values.set(school, held);
  }
  const schools = [...values.keys()].sort(byCode);
  const names = model.ordered('schoolColumn').filter(({ kind }) => kind === 'measure');
  return {
    columns: [
      text('school', (at) => schools[at] ?? ''),
      ...names.map(({ name }) => number(name, (at) => values.get(schools[at] ?? '')?.get(name) ?? '')),
    ],
    rowCount: schools.length,
  };
}

function current(model: Model, version: number): OutputTable {
  const rows = rowsOf(model, TABLE_OF_KIND.current, version).sort((left, right) => byCode(left.school, right.school));
  return {
    columns: [
      text('school', (at) => rows[at]?.school ?? ''),
      number('amount', (at) => plainMoney(rows[at]?.amountCents ?? Number.NaN)),
      number('pupils', (at) => plainCount(rows[at]?.pupils ?? Number.NaN)),
    ],
    rowCount: rows.length,
  };
}

function revenues(model: Model, version: number): OutputTable {
  const positions = new Map(model.ordered('source').map(({ code }, at) => [code, at]));
  const place = (code: string): number => positions.get(code) ?? positions.size;
  const rows = rowsOf(model, TABLE_OF_KIND.revenues, version).sort(
    (left, right) => place(left.source) - place(right.source),
  );
  return {
    columns: [
      text('code', (at) => rows[at]?.source ?? ''),
      text('name', (at) => model.table('source').get(rows[at]?.source ?? '')?.name ?? ''),
      number('amount', (at) => plainMoney(rows[at]?.amountCents ?? Number.NaN)),
    ],
    rowCount: rows.length,
  };
}
