import type { Model } from '../model/Model.ts';
import type { InputKind, ScenarioRow } from '../model/rows.ts';
import { compareCodes } from '../model/tables.ts';
import { plainCount, plainMoney } from '../text/formatNumber.ts';
import { parseMeasure } from '../text/parseNumber.ts';
import { compareVersions } from '../versions/compareVersions.ts';
import { INPUT_KINDS, pinnedVersion } from '../versions/inputVersions.ts';
import { CELL_SHEETS, type CellSheet, type ScenarioCell } from './cellKey.ts';
import { placeOf, type ScenarioCells, scenarioCells } from './scenarioCells.ts';

/** A cell in which a scenario is not as its base; an empty text is no value, or the default. */
export interface ChangedCell extends Omit<ScenarioCell, 'value'> {
  readonly before: string;
  readonly after: string;
}

/** The decisions in which `scenario` differs from `base`, in the order of sheets, lists and codes. */
export function changedDecisions(model: Model, scenario: ScenarioRow, base: ScenarioRow): ChangedCell[] {
  return changesBetween(model, scenarioCells(model, scenario), scenarioCells(model, base));
}

export function changesBetween(model: Model, cells: ScenarioCells, baseCells: ScenarioCells): ChangedCell[] {
  const changed: ChangedCell[] = [];
  for (const [place, { value, ...where }] of cells) {
    const before = baseCells.get(place)?.value ?? '';
    if (before !== value) changed.push({ ...where, before, after: value });
  }
  for (const [place, { value, ...where }] of baseCells) {
    if (!cells.has(place)) changed.push({ ...where, before: value, after: '' });
  }
  return changed.sort(orderOfCells(model));
}

const SHEET_OF_KIND: Readonly<Record<InputKind, CellSheet>> = {
  enrollment: 'enrollment',
  revenues: 'revenues',
  current: 'current',
  measures: 'schools',
};

/**
 * The inputs in which `scenario` differs from `base`, cell by cell, where they use different versions. Versions that
 * hold the same differ in nothing.
 */
export function changedInputs(model: Model, scenario: ScenarioRow, base: ScenarioRow): ChangedCell[] {
  const changed: ChangedCell[] = [];
  for (const kind of INPUT_KINDS) {
    const [before, after] = [pinnedVersion(base, kind), pinnedVersion(scenario, kind)];
    if (before === after) continue;
    for (const cell of compareVersions(model, kind, before, after).differences) {
      const text = (value: number | string | null): string => {
        if (value === null) return '';
        if (kind === 'measures') return shortest(String(value));
        return cell.column === 'amountCents' ? plainMoney(Number(value)) : plainCount(Number(value));
      };
      const isMeasure = kind === 'measures';
      // `0.50` and `0.5` are the same number.
      if (text(cell.before) === text(cell.after)) continue;
      changed.push({
        sheet: SHEET_OF_KIND[kind],
        parts: isMeasure ? [cell.codes[0] as string] : cell.codes,
        column: isMeasure ? (cell.codes[1] as string) : cell.column === 'amountCents' ? 'amount' : cell.column,
        before: text(cell.before),
        after: text(cell.after),
      });
    }
  }
  return changed.sort(orderOfCells(model));
}

function shortest(measure: string): string {
  const parsed = parseMeasure(measure);
  return parsed.ok ? parsed.value : measure;
}

/** Sheets in their order, then the parts of the key as the district lists them, unlisted codes by their text. */
function orderOfCells(model: Model): (a: ChangedCell, b: ChangedCell) => number {
  const rank = new Map<string, number>();
  for (const table of ['need', 'level', 'source'] as const) {
    for (const [at, { code }] of model.ordered(table).entries()) rank.set(code, at);
  }
  const sheetAt = new Map<string, number>(CELL_SHEETS.map((sheet, at) => [sheet, at]));
  return (a, b) => {
    const bySheet = (sheetAt.get(a.sheet) ?? 0) - (sheetAt.get(b.sheet) ?? 0);
    if (bySheet !== 0) return bySheet;
    for (let at = 0; at < Math.min(a.parts.length, b.parts.length); at++) {
      const [left, right] = [a.parts[at] as string, b.parts[at] as string];
      if (left === right) continue;
      const listed = (rank.get(left) ?? Number.MAX_SAFE_INTEGER) - (rank.get(right) ?? Number.MAX_SAFE_INTEGER);
      return listed || compareCodes(left, right);
    }
    return a.parts.length - b.parts.length || compareCodes(placeOf(a), placeOf(b));
  };
}
