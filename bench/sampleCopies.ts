import { Model } from '../src/shared/model/Model.ts';
import { sampleModelRows } from '../src/shared/sample/sampleModelRows.ts';

/** The sample district over and over, with codes of its own for every copy, until it has so many schools. */
export function sampleCopies(schools: number): Model {
  const rows = sampleModelRows();
  const copies = Array.from({ length: Math.ceil(schools / rows.school.length) }, (_, copy) => copy);
  const codeOf = (code: string, copy: number): string => (copy === 0 ? code : `${copy}${code}`);
  const school = copies
    .flatMap((copy) => rows.school.map((row) => ({ ...row, code: codeOf(row.code, copy) })))
    .slice(0, schools);
  const kept = new Set(school.map(({ code }) => code));
  const copied = <Row extends { readonly school: string }>(of: readonly Row[]): Row[] =>
    copies
      .flatMap((copy) => of.map((row) => ({ ...row, school: codeOf(row.school, copy) })))
      .filter((row) => kept.has(row.school));
  return new Model({
    ...rows,
    school,
    enrollment: copied(rows.enrollment),
    currentBudget: copied(rows.currentBudget),
    measure: copied(rows.measure),
    tag: copied(rows.tag),
    tableAmount: copied(rows.tableAmount),
  });
}
