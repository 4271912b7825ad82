import type { Calculation } from '../calc/Calculation.ts';
import { rational, roundHalfUp, toDecimal } from '../calc/rational.ts';
import type { SourceResult } from '../calc/results.ts';
import type { Method } from '../model/rows.ts';
import { MINUS } from '../text/formatNumber.ts';
import { floorOfSchool } from './floorOfSchool.ts';
import { howToRead } from './howToRead.ts';
import { longDate } from './page.ts';
import type { Statement, StatementSource } from './Statement.ts';
import { statementLines } from './statementLines.ts';

const HOW: Readonly<Record<Method, string>> = {
  none: '',
  weights: 'by weighted pupils',
  shares: 'by shares of the fund',
  rates: 'dollars per pupil',
  proportional: 'in proportion to points',
  per_school: 'by a formula for each school',
  table: 'set for each school',
};

/**
 * A school's two-year statement: what it gets next year from every source, line by line, beside its budget of this
 * year. Every number is the engine's; the lines of a source add to its amount, the sources and the floor to the total,
 * all to the cent (I2, I4).
 */
export function buildStatement(calculation: Calculation, school: number): Statement {
  const { results, model, schools, plan } = calculation;
  const row = schools[school]!;
  const of = (status: 'unlock' | 'grant'): StatementSource[] =>
    results.sources.flatMap((source, at) => {
      if (source.status !== status || source.amounts[school] === 0) return [];
      const lines = statementLines(calculation, at, school);
      return [sourceOf(source, school, lines)];
    });
  const currentCents = results.current[school]!;
  const changeCents = results.change[school]!;
  const pupilsThen = model.get('currentBudget', plan.scenario.currentVersion, row.code)?.pupils ?? Number.NaN;
  const statement = {
    school: { code: row.code, name: row.name, levels: levelsOf(calculation, school) },
    districtName: model.get('district', 'name')?.value.trim() || 'School district',
    fiscalYear: model.get('district', 'fiscal_year')?.value.trim() ?? '',
    scenario: scenarioOf(calculation),
    pupils: results.pupils[school]!,
    pupilsThen,
    formula: of('unlock'),
    grants: of('grant'),
    notReaching: results.sources
      .filter((source) => source.status !== 'lock' && source.amounts[school] === 0)
      .map(({ name }) => name),
    formulaCents: results.formula[school]!,
    grantsCents: results.grants[school]!,
    topUpCents: results.topUp[school]!,
    deductionCents: results.deduction[school]!,
    totalCents: results.total[school]!,
    perPupilCents: results.perPupil[school]!,
    lockedCents: results.locked[school]!,
    currentCents,
    currentPerPupilCents: perPupil(currentCents, pupilsThen),
    changeCents,
    changePercent: percentOf(changeCents, currentCents),
    payer: results.topUps.payer,
    floor: floorOfSchool(calculation, school),
  };
  return { ...statement, howToRead: howToRead(statement, results.sources) };
}

function sourceOf(source: SourceResult, school: number, lines: StatementSource['lines']): StatementSource {
  const { code, name, restriction, method } = source;
  return { code, name, restriction, how: HOW[method], amountCents: source.amounts[school]!, lines };
}

/** Every level the school has pupils at; its own where it has none. */
function levelsOf(calculation: Calculation, school: number): string {
  const { plan, levels, needs, schools } = calculation;
  const seen = new Set<number>();
  for (let line = plan.counts.start[school]!; line < plan.counts.start[school + 1]!; line++) {
    if (plan.counts.count[line]! > 0) seen.add(Math.floor(plan.counts.cell[line]! / needs.length));
  }
  const names = levels.filter((_, at) => seen.has(at)).map(({ name }) => name);
  const own = schools[school]!.level;
  return names.length > 0 ? names.join(', ') : (levels.find(({ code }) => code === own)?.name ?? own);
}

function scenarioOf({ model, plan }: Calculation): Statement['scenario'] {
  const { scenario } = plan;
  const adoption = scenario.status === 'adopted' ? model.get('adoption', scenario.id) : undefined;
  return {
    name: scenario.name,
    status: scenario.status,
    stamp: adoption ? `Adopted ${longDate(adoption.at)}${adoption.by === '' ? '' : ` by ${adoption.by}`}` : '',
    seal: adoption ? adoption.resultsSha256.slice(0, 12) : '',
  };
}

/** Cents per pupil, half-up to the cent; NaN without pupils. */
function perPupil(cents: number, pupils: number): number {
  if (!Number.isFinite(cents) || !(pupils > 0)) return Number.NaN;
  return Number(roundHalfUp(rational(BigInt(cents) * 100n, BigInt(pupils))));
}

/** `+3.4%`, half-up to a tenth; of $0.00 nothing is a percentage. */
export function percentOf(changeCents: number, currentCents: number): string {
  if (!Number.isFinite(changeCents) || !(currentCents > 0)) return '';
  const text = toDecimal(rational(BigInt(changeCents) * 100n, BigInt(currentCents)), 1);
  if (/^-?0\.0$/.test(text)) return '0.0%';
  return `${text.startsWith('-') ? `${MINUS}${text.slice(1)}` : `+${text}`}%`;
}
