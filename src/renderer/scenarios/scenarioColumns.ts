import { explain } from '../../shared/calc/explain/explain.ts';
import type { Explanation } from '../../shared/calc/results.ts';
import { formatChange, formatCount, formatMoney } from '../../shared/text/formatNumber.ts';
import type { SheetColumn, SheetRow } from '../grid/SheetColumn.ts';
import { districtTargetOf, kindOf, targetOf } from './comparedMeasures.ts';
import type { SideBySide } from './SideBySide.ts';

/** One school a row, one scenario after the other: the value, its difference from the base, or both. */
export function scenarioColumns(sides: SideBySide): SheetColumn[] {
  const { scenarios, face, measure } = sides.view;
  const schools = () => sides.calculationAt(sides.base).schools;
  const columns = scenarios.flatMap((id, at): SheetColumn[] => {
    const isBase = at === sides.base;
    const name = sides.nameAt(at);
    const isBoth = face === 'both' && !isBase;
    const value: SheetColumn = {
      id: `value:${id}`,
      header: isBoth ? measure.name : name,
      ...(isBoth ? { group: name } : {}),
      kind: kindOf(measure.measure),
      width: 128,
      quiet: isBase && scenarios.length > 1,
      summable: measure.measure !== 'perPupil',
      headerTooltip: isBase ? `${name}: ${measure.name}; the base of the differences` : `${name}: ${measure.name}`,
      value: (row) => sides.comparison().columns[at]?.values[row.index] ?? null,
      total: () => sides.comparison().columns[at]?.sums.total ?? null,
      explain: (row) => () => explainValue(sides, at, row.index),
      explainTotal: () => () => explainDistrict(sides, at),
    };
    const difference: SheetColumn = {
      id: `difference:${id}`,
      header: isBoth ? 'Difference' : name,
      ...(isBoth ? { group: name } : {}),
      kind: kindOf(measure.measure),
      width: 118,
      signed: true,
      headerTooltip: `${name} less ${sides.nameAt(sides.base)}`,
      summable: measure.measure !== 'perPupil',
      value: (row) => sides.comparison().columns[at]?.differences[row.index] ?? null,
      total: () => sides.comparison().columns[at]?.sums.difference ?? null,
      explain: (row) => () => explainDifference(sides, at, row.index),
    };
    if (isBase || face === 'value') return [value];
    return face === 'both' ? [value, difference] : [difference];
  });
  return [
    {
      id: 'name',
      header: 'School',
      kind: 'text',
      width: 190,
      pinned: 'left',
      value: (row) => schools()[row.index]?.name ?? '',
      total: () => 'District',
    },
    ...columns,
    { id: 'code', header: 'Code', kind: 'code', width: 72, quiet: true, value: (row) => row.key },
  ];
}

export const schoolRowsOf = (sides: SideBySide): SheetRow[] =>
  sides.calculationAt(sides.base).schools.map(({ code }, index) => ({ key: code, index }));

/** As the scenario itself explains it, with its name, since several scenarios are in view. */
function explainValue(sides: SideBySide, at: number, school: number): Explanation {
  const { measure } = sides.view;
  const calculation = sides.calculationAt(at);
  const source = typeof measure.measure === 'string' ? -1 : calculation.sourceIndex(measure.measure.source);
  const target = targetOf(measure.measure, school, source);
  const title = `${calculation.schools[school]?.name ?? ''} · ${sides.nameAt(at)}`;
  if (!target) return { title, value: shownAt(sides, at, school), arithmetic: '', notes: [], steps: [] };
  const explained = explain(calculation, target);
  return { ...explained, title };
}

function explainDistrict(sides: SideBySide, at: number): Explanation {
  const { measure } = sides.view;
  const title = `District · ${sides.nameAt(at)}`;
  const cents = sides.comparison().columns[at]?.sums.total ?? Number.NaN;
  const target = districtTargetOf(measure.measure);
  if (target) return { ...explain(sides.calculationAt(at), target), title };
  const value = format(sides, cents);
  const note = measure.measure === 'perPupil' ? 'Total over all schools ÷ pupils.' : 'Added over all schools.';
  return { title, value, arithmetic: `= ${value}`, notes: [note], steps: [] };
}

function explainDifference(sides: SideBySide, at: number, school: number): Explanation {
  const cents = sides.comparison().columns[at]?.differences[school] ?? Number.NaN;
  const isCount = kindOf(sides.view.measure.measure) === 'count';
  const own = `${shownAt(sides, at, school)} ${sides.nameAt(at)}`;
  const base = `${shownAt(sides, sides.base, school)} ${sides.nameAt(sides.base)}`;
  return {
    title: `${sides.calculationAt(at).schools[school]?.name ?? ''} · Difference`,
    value: isCount ? format(sides, cents) : formatChange(cents),
    arithmetic: `= ${own} − ${base}`,
    notes: [],
    steps: [explainValue(sides, at, school), explainValue(sides, sides.base, school)],
  };
}

const format = ({ view }: SideBySide, value: number): string =>
  kindOf(view.measure.measure) === 'count' ? formatCount(value) : formatMoney(value);

const shownAt = (sides: SideBySide, at: number, school: number): string =>
  format(sides, sides.comparison().columns[at]?.values[school] ?? Number.NaN);
