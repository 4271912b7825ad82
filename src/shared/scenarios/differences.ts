import { METHOD_WORDS } from '../changes/decisions.ts';
import { BASIS_WORDS, PAYER_WORDS } from '../changes/floors.ts';
import type { Model } from '../model/Model.ts';
import type { InputKind, Method, Payer } from '../model/rows.ts';
import { MINUS } from '../text/formatNumber.ts';
import { type CellDifference, compareVersions } from '../versions/compareVersions.ts';
import { INPUT_KINDS, KIND_NAMES, pinnedVersion } from '../versions/inputVersions.ts';
import type { CellSheet } from './cellKey.ts';
import { type ChangedCell, changedDecisions } from './changedCells.ts';
import { shockSubject } from './shockWords.ts';

/** One thing in which a scenario is decided otherwise than its base. */
export interface Difference {
  /** `Poverty weight, High: 0.23 → 0.34`. */
  readonly sentence: string;
  /** Where it stands, as in the workbook: for jumping there. Inputs name their sheet and nothing else. */
  readonly sheet: CellSheet;
  readonly parts: readonly string[];
  readonly column: string;
  /** Set on the line that tells of two versions of an input, whose values are told by lines of their own where few. */
  readonly versions?: { readonly kind: InputKind; readonly before: number; readonly after: number };
}

/** So many values of an input that differ are told one by one. */
const FEW_VALUES = 12;

const SHEET_OF_KIND = {
  enrollment: 'enrollment',
  revenues: 'revenues',
  current: 'current',
  measures: 'schools',
} as const satisfies Readonly<Record<InputKind, CellSheet>>;

/** `Poverty at Lincoln, Elementary`, and how a value that is not there is told. */
function describeInput(
  model: Model,
  kind: InputKind,
  { codes, column }: CellDifference,
): { readonly what: string; readonly value: (text: string) => string } {
  const name = (table: 'source' | 'school' | 'level' | 'need', code: string | undefined): string =>
    model.table(table).get(code ?? '')?.name ?? code ?? '';
  const value = (text: string): string => text || (kind === 'enrollment' ? '0' : 'none');
  const school = name('school', codes[0]);
  switch (kind) {
    case 'enrollment':
      return { what: `${name('need', codes[2])} at ${school}, ${name('level', codes[1])}`, value };
    case 'revenues':
      return { what: `${name('source', codes[0])}, projected amount`, value };
    case 'current':
      return {
        what: column === 'pupils' ? `Pupils of this year’s budget at ${school}` : `Current budget at ${school}`,
        value,
      };
    case 'measures':
      return { what: `${(codes[1] ?? '').replaceAll('_', ' ')} at ${school}`, value };
  }
}

/**
 * What differs between two scenarios, in words, in the order of sheets and lists: inputs they use, then decisions and
 * what they suppose. Throws nothing: a scenario that is not there differs in nothing.
 */
export function differences(model: Model, scenarioId: number, baseId: number): Difference[] {
  const scenario = model.get('scenario', scenarioId);
  const base = model.get('scenario', baseId);
  if (!scenario || !base || scenarioId === baseId) return [];
  const list: Difference[] = [];
  for (const kind of INPUT_KINDS) {
    const [before, after] = [pinnedVersion(base, kind), pinnedVersion(scenario, kind)];
    if (before === after) continue;
    const nameOf = (id: number): string => model.table('inputVersion').get(String(id))?.name ?? `version ${id}`;
    const found = compareVersions(model, kind, before, after).differences;
    const many =
      found.length === 0
        ? 'with the same content'
        : found.length === 1
          ? '1 value differs'
          : `${found.length.toLocaleString('en-US')} values differ`;
    const sheet = SHEET_OF_KIND[kind];
    const title = KIND_NAMES[kind].charAt(0).toUpperCase() + KIND_NAMES[kind].slice(1);
    const sentence = `${title}: ${nameOf(before)} → ${nameOf(after)} (${many})`;
    list.push({ sentence, sheet, parts: [], column: '', versions: { kind, before, after } });
    if (found.length > FEW_VALUES) continue;
    for (const cell of found) {
      const { what, value } = describeInput(model, kind, cell);
      const text = `${what}: ${value(cell.beforeText)} → ${value(cell.afterText)}`;
      list.push({ sentence: text, sheet, parts: cell.codes, column: cell.column });
    }
  }
  const changed = changedDecisions(model, scenario, base).filter(({ sheet }) => sheet !== 'scenario');
  for (const cell of joinPairs(changed)) {
    const { sheet, parts, column } = cell;
    const words = describeCell(model, cell);
    list.push({
      sentence: `${words.what}${words.joint ?? ': '}${words.before} → ${words.after}`,
      sheet,
      parts,
      column,
    });
  }
  return list;
}

/** The two cells of a central share, or of a minimum, are one decision. */
const PAIRS: Readonly<Record<string, string>> = { central_percent: 'central_amount', per_pupil: 'amount' };

/** Joined cells keep the unit of each value: `45%`, `$1,234.50`. */
function joinPairs(changed: readonly ChangedCell[]): ChangedCell[] {
  const joined: ChangedCell[] = [];
  const isPair = (cell: ChangedCell): boolean => cell.sheet === 'revenues' || cell.sheet === 'minimums';
  for (const cell of changed) {
    const other = Object.entries(PAIRS).find((pair) => isPair(cell) && pair.includes(cell.column));
    if (!other) {
      joined.push(cell);
      continue;
    }
    const [first] = other;
    const shown = (value: string): string => (value === '' ? '' : withUnit(cell.column, value));
    const held = joined.findIndex(
      (each) => each.sheet === cell.sheet && each.column === first && each.parts.join('/') === cell.parts.join('/'),
    );
    const before = shown(cell.before);
    const after = shown(cell.after);
    if (held < 0) joined.push({ ...cell, column: first, before, after });
    else
      joined[held] = { ...joined[held]!, before: joined[held]!.before || before, after: joined[held]!.after || after };
  }
  return joined;
}

function withUnit(column: string, value: string): string {
  if (column === 'central_percent') return `${value}%`;
  return column === 'per_pupil' ? `${grouped(value)} per pupil` : `$${grouped(value)}`;
}

interface Words {
  readonly what: string;
  readonly before: string;
  readonly after: string;
  readonly joint?: string;
}

/** A plain decimal with marks: `1234.50` is `1,234.50`. */
function grouped(value: string): string {
  const [whole = '', part] = value.replace('-', MINUS).split('.');
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (part === undefined ? '' : `.${part}`);
}

function describeCell(model: Model, cell: ChangedCell): Words {
  const name = (table: 'source' | 'school' | 'level' | 'need', code: string | undefined): string =>
    model.table(table).get(code ?? '')?.name ?? code ?? '';
  const [first = '', second = '', third = ''] = cell.parts;
  const values = (show: (value: string) => string, none: string): Pick<Words, 'before' | 'after'> => ({
    before: cell.before === '' ? none : show(cell.before),
    after: cell.after === '' ? none : show(cell.after),
  });
  const plain = (value: string): string => value;
  const percent = (value: string): string => `${value}%`;
  const place = `${name('need', third)}, ${name('level', second)}`;
  switch (cell.sheet) {
    case 'weights':
    case 'goal_weights': {
      if (cell.parts.length === 1) {
        return { what: `Weight set ${first}`, ...values((value) => `place ${value}`, 'none') };
      }
      const word = cell.sheet === 'weights' ? 'weight' : 'goal weight';
      const several = [...model.table('weightSet').values()].some((set) => set.weightSet !== first);
      const set = several ? `${first}: ` : '';
      return { what: `${set}${name('need', third)} ${word}, ${name('level', second)}`, ...values(plain, 'none') };
    }
    case 'revenues':
      return { what: `${name('source', first)}: ${decisionWord(cell.column)}`, joint: ' ', ...decisionValues(cell) };
    case 'shares': {
      const of = third === '' ? name('level', second) : place;
      return { what: `${name('source', first)}: share of ${of}`, joint: ' ', ...values(percent, 'none') };
    }
    case 'rates':
      return { what: `${name('source', first)}: rate of ${place}`, joint: ' ', ...values(grouped, 'none') };
    case 'table':
      return { what: `${name('source', first)} at ${name('school', second)}`, ...values(grouped, 'none') };
    case 'minimums': {
      const of = first === 'level' ? name('level', second) : name('school', second);
      return { what: `Minimum of ${of}`, ...values(plain, 'none') };
    }
    case 'floors':
      return floorWords(cell, name, values);
    case 'shocks': {
      const [kind] = cell.parts;
      const shock =
        kind === 'revenue'
          ? { kind: 'revenue' as const, level: '', need: '', source: second }
          : { kind: 'enrollment' as const, level: second, need: third, source: '' };
      return { what: shockSubject(model, shock), ...values(signed, 'as projected') };
    }
    case 'growth': {
      const isRevenue = first === 'revenue';
      const subject = shockSubject(model, {
        kind: isRevenue ? 'revenue' : 'enrollment',
        level: isRevenue ? '' : second,
        need: '',
        source: isRevenue ? second : '',
      });
      return { what: `${subject} a year`, ...values(signed, 'no growth') };
    }
    case 'path':
      return first === 'revenue_trigger'
        ? { what: 'Path begins at unrestricted revenue of', joint: ' ', ...values(grouped, 'any amount') }
        : {
            what: `Path, ${first === '0' ? 'this year' : `in ${first} ${first === '1' ? 'year' : 'years'}`}`,
            ...values(percent, 'as before'),
          };
    default:
      return { what: cell.column, ...values(plain, 'none') };
  }
}

/** `-3` is `−3%`, `5` is `+5%`. */
function signed(value: string): string {
  if (value.startsWith('-')) return `${MINUS}${value.slice(1)}%`;
  return value === '0' ? '0%' : `+${value}%`;
}

const decisionWord = (column: string): string =>
  column === 'central_percent'
    ? 'central share'
    : column === 'compare'
      ? 'in the comparison'
      : column.replace('_', ' ');

function decisionValues(cell: ChangedCell): Pick<Words, 'before' | 'after'> {
  const show = (value: string): string => {
    switch (cell.column) {
      case 'central_percent':
        return value === '' ? '0%' : value;
      case 'method':
        return METHOD_WORDS[value as Method].toLowerCase();
      case 'eligibility':
        return value === '' ? 'every school' : value.length > 60 ? `${value.slice(0, 59)}…` : value;
      case 'rounding':
      case 'compare':
        return value === '' ? 'as usual' : value;
      default:
        return value === '' ? 'none' : value;
    }
  };
  return { before: show(cell.before), after: show(cell.after) };
}

function floorWords(
  cell: ChangedCell,
  name: (table: 'source' | 'school', code: string) => string,
  values: (show: (value: string) => string, none: string) => Pick<Words, 'before' | 'after'>,
): Words {
  const [key = '', code = ''] = cell.parts;
  const percent = (value: string): string => `${value}%`;
  switch (key) {
    case 'central_source':
      return { what: `Floors: ${name('source', code)} pays`, ...values(() => 'yes', 'no') };
    case 'exempt':
      return cell.column === 'reason'
        ? { what: `Floors: why ${name('school', code)} is exempt`, ...values((value) => value, 'no reason') }
        : { what: `Floors: ${name('school', code)} exempt`, ...values(() => 'yes', 'no') };
    case 'hold_harmless_percent':
      return { what: 'Floors: hold harmless', joint: ' ', ...values(percent, 'nobody') };
    case 'cap_percent':
      return { what: 'Floors: cap on gains', joint: ' ', ...values(percent, 'none') };
    case 'basis':
      return {
        what: 'Floors: compared',
        joint: ' ',
        ...values(() => BASIS_WORDS.per_pupil.toLowerCase(), BASIS_WORDS.total.toLowerCase()),
      };
    case 'use_minimums':
      return { what: 'Floors: minimums in use', joint: ' ', ...values((value) => value, 'no') };
    case 'payer':
      return {
        what: 'Floors: payer',
        joint: ' ',
        ...values((value) => PAYER_WORDS[value as Payer].toLowerCase(), 'nobody'),
      };
    case 'reserve_source':
      return { what: 'Floors: reserve', joint: ' ', ...values((value) => name('source', value), 'none') };
    default:
      return { what: `Floors: ${key}`, joint: ' ', ...values((value) => value, 'none') };
  }
}
