import { parseEligibility } from '../../../shared/calc/eligibility.ts';
import { parseFormula } from '../../../shared/calc/formula/formula.ts';
import { METHODS_OF } from '../../../shared/changes/sources.ts';
import type {
  CentralKind,
  Compare,
  DecisionRow,
  Method,
  RevenueRow,
  Rounding,
  SourceRow,
  Status,
} from '../../../shared/model/rows.ts';
import { LIMITS } from '../../../shared/model/units.ts';
import { parsePercent, parsePositiveMoney } from '../../../shared/text/parseNumber.ts';
import { quoted } from '../../../shared/text/quoted.ts';
import { type ImportContext, UniqueKeys } from '../ImportContext.ts';
import type { TableRow } from '../SheetTable.ts';
import { headerKey } from '../sheetNames.ts';

const COLUMNS = {
  required: ['code', 'name', 'amount'],
  optional: [
    'origin',
    'restriction',
    'status',
    'central_percent',
    'central_amount',
    'method',
    'weight_set',
    'formula',
    'eligibility',
    'rounding',
    'compare',
  ],
  takesFurther: false,
} as const;

/** A list of school codes may be long; the model's own limit. */
const LONGEST_ELIGIBILITY = 2_000_000;

const ORIGINS = ['federal', 'state', 'local', 'private'] as const;
const RESTRICTIONS = ['restricted', 'unrestricted'] as const;
const STATUSES = ['lock', 'unlock', 'grant'] as const;
const METHODS = ['none', 'weights', 'shares', 'rates', 'proportional', 'per_school', 'table'] as const;
const ROUNDINGS = ['rates', 'cent', 'dollar'] as const;
const COMPARES = ['in', 'out'] as const;

/**
 * Reads the sheet `revenues`: the sources, their projected amounts, and what the scenario decides about each. An
 * empty cell means: origin local, restriction unrestricted, status lock (no dollar moves by accident), nothing kept
 * central, every school, and the method's and the status's own rounding and comparison.
 */
export function importRevenues(context: ImportContext): void {
  const table = context.table('revenues', COLUMNS);
  if (!table) return;
  const scenario = context.scenarioId;
  const version = context.plan.addVersion('revenues');
  const committed = sourcesWithTable(context);
  const sources: SourceRow[] = [];
  const revenues: RevenueRow[] = [];
  const decisions: DecisionRow[] = [];
  const unique = new UniqueKeys();
  for (const row of table.rows) {
    const code = row.code('code');
    const name = row.name('name', code ?? '');
    const amountCents = row.quantity('amount', parsePositiveMoney);
    const origin = row.word('origin', ORIGINS, 'local');
    const restriction = row.word('restriction', RESTRICTIONS, 'unrestricted');
    const isNew = unique.isNew(row, 'code', [code], () => quoted(code ?? ''));
    const decision = readDecision(context, row, scenario, code ?? '', committed);
    if (code === null || !isNew) continue;
    // Rows with faults are planned all the same, so that other sheets may refer to them without a second fault.
    const position = sources.length;
    sources.push({
      code,
      name: name ?? code,
      origin: origin ?? 'local',
      restriction: restriction ?? 'restricted',
      position,
    });
    revenues.push({ version, source: code, amountCents: amountCents ?? 0 });
    decisions.push(decision);
  }
  if (sources.length > LIMITS.sources) {
    context.faults.add(table.name, null, null, `there are more than ${LIMITS.sources} revenue sources.`);
  }
  context.plan.replace('source', sources);
  context.plan.replace('revenue', revenues, (row) => row.version === version);
  context.plan.replace('decision', decisions, (row) => row.scenario === scenario);
}

/** Sources that the sheet `table` (or, without it, the model) has amounts for: a lock of theirs commits them. */
function sourcesWithTable(context: ImportContext): ReadonlySet<string> {
  const sheet = context.sheet('table');
  if (!sheet) {
    const rows = [...context.model.table('tableAmount').values()];
    return new Set(rows.filter((row) => row.scenario === context.scenarioId).map((row) => row.source));
  }
  const at = sheet.rows[0]?.cells.findIndex((cell) => headerKey(cell) === 'source') ?? -1;
  return new Set(sheet.rows.slice(1).map((row) => row.cells[at]?.trim() ?? ''));
}

function readDecision(
  context: ImportContext,
  row: TableRow,
  scenario: number,
  source: string,
  committed: ReadonlySet<string>,
): DecisionRow {
  const status = row.word<Status>('status', STATUSES, 'lock') ?? 'lock';
  const method = readMethod(row, status, committed.has(source));
  return {
    scenario,
    source,
    status,
    ...readCentral(row),
    method,
    weightSet: readWeightSet(context, row, method),
    formula: readFormula(row, method),
    eligibility: readEligibility(row),
    rounding: optionalWord<Rounding>(row, 'rounding', ROUNDINGS),
    compare: optionalWord<Compare>(row, 'compare', COMPARES),
  };
}

/** Without a method an unlocked source uses weights, a grant its table, a lock its table where it has one. */
function readMethod(row: TableRow, status: Status, hasTable: boolean): Method {
  const usual: Method = status === 'unlock' ? 'weights' : status === 'grant' || hasTable ? 'table' : 'none';
  const method = row.word<Method>('method', METHODS, usual);
  if (method === null) return usual;
  if (METHODS_OF[status].includes(method)) return method;
  row.fault('method', `a source with status ${status} takes ${METHODS_OF[status].join(', ')}, not ${method}.`);
  return method;
}

function readCentral(row: TableRow): { centralKind: CentralKind; centralValue: number } {
  const percent = row.percent('central_percent', parsePercent);
  const amount = row.optionalQuantity('central_amount', parsePositiveMoney);
  // A zero beside the other says nothing against it; two that both keep something contradict each other.
  if (percent && amount) {
    row.fault('central_amount', 'there is a central_percent as well; leave one of the two empty.');
  }
  if (typeof amount === 'number' && !percent) return { centralKind: 'amount', centralValue: amount };
  return { centralKind: 'percent', centralValue: percent ?? 0 };
}

function readWeightSet(context: ImportContext, row: TableRow, method: Method): string | null {
  const text = row.text('weight_set');
  if (text === null) return null;
  if (text === '') {
    if (method === 'weights') row.fault('weight_set', 'the method weights needs the name of a weight set.');
    return null;
  }
  if (context.hasWeightSet(text)) return text;
  row.fault('weight_set', `${quoted(text)} is not a weight set of the sheet weights.`);
  return null;
}

function readFormula(row: TableRow, method: Method): string | null {
  const text = row.longText('formula', LIMITS.formulaLength);
  if (text === null) return null;
  if (text === '') {
    if (method === 'proportional') row.fault('formula', 'the method proportional needs a formula for the points.');
    if (method === 'per_school') row.fault('formula', 'the method per_school needs a formula for the dollars.');
    return null;
  }
  const parsed = parseFormula(text);
  if (!parsed.ok) row.fault('formula', parsed.sentence);
  return text;
}

/**
 * The text must be readable. What it names may be missing from the district: the calculation then says so at the
 * source, and the model with such a source can still be exported and imported.
 */
function readEligibility(row: TableRow): string {
  const text = row.longText('eligibility', LONGEST_ELIGIBILITY);
  if (text === null || text === '') return '';
  const eligibility = parseEligibility(text);
  if (eligibility.kind === 'fault') row.fault('eligibility', eligibility.sentence);
  return text;
}

/** One of a few words, or null where the cell is empty and the default is the calculation's own. */
function optionalWord<Word extends string>(row: TableRow, column: string, words: readonly Word[]): Word | null {
  return row.text(column) === '' ? null : row.word(column, words, words[0] as Word);
}
