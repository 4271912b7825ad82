import type { SourceRow } from '../model/rows.ts';
import { sumByCell } from './counts.ts';
import { stops, warns } from './findings.ts';
import { evaluateFormula, type Formula, type FormulaDistrict, parseFormula } from './formula/formula.ts';
import type { Plan } from './plan.ts';
import type { Finding } from './results.ts';

/** An eligibility text as read: every school, a list of codes or levels, a rule, or why it cannot be read. */
export type Eligibility =
  | { readonly kind: 'all' }
  | { readonly kind: 'schools'; readonly codes: readonly string[] }
  | { readonly kind: 'levels'; readonly codes: readonly string[] }
  | { readonly kind: 'rule'; readonly formula: Formula }
  | { readonly kind: 'fault'; readonly sentence: string };

const LIST_HEAD = /^\s*oneOf\(\s*(code|level)\s*(?=,)/;
const LIST_ITEM = /\s*,\s*("(?:[^"\\]|\\.)*")/y;

/** A plain list `oneOf(code, "A", "B")`, recognised before the limits of formulas so that hundreds of codes are fine. */
function readList(text: string): Eligibility | null {
  const head = LIST_HEAD.exec(text);
  if (!head) return null;
  const codes: string[] = [];
  LIST_ITEM.lastIndex = head[0].length;
  let end = head[0].length;
  for (let item = LIST_ITEM.exec(text); item; item = LIST_ITEM.exec(text)) {
    end = LIST_ITEM.lastIndex;
    try {
      codes.push(String(JSON.parse(item[1]!)));
    } catch {
      return null;
    }
  }
  return /^\s*\)\s*$/.test(text.slice(end))
    ? head[1] === 'code'
      ? { kind: 'schools', codes }
      : { kind: 'levels', codes }
    : null;
}

/** Reads an eligibility text: empty is every school (domain text, section 1). */
export function parseEligibility(text: string): Eligibility {
  if (text.trim() === '') return { kind: 'all' };
  const list = readList(text);
  if (list) return list;
  const parsed = parseFormula(text);
  return parsed.ok ? { kind: 'rule', formula: parsed.formula } : { kind: 'fault', sentence: parsed.sentence };
}

/** The schools a source reaches, and the counts of pupils in them by cell (hundredths). */
export interface Reach {
  readonly eligible: Uint8Array;
  readonly eligibleCount: number;
  readonly cellCounts: Float64Array;
  readonly stopped: Finding | null;
  readonly warnings: readonly Finding[];
}

/** Finds the schools a source reaches. A rule that fails at any school stops the source, naming the school. */
export function findReach(plan: Plan, source: SourceRow, eligibility: Eligibility, district: FormulaDistrict): Reach {
  const eligible = new Uint8Array(plan.schools.length);
  const warnings: Finding[] = [];
  let stopped: Finding | null = null;
  if (eligibility.kind === 'all') eligible.fill(1);
  else if (eligibility.kind === 'schools') {
    for (const code of eligibility.codes) {
      const school = plan.schoolIndex.get(code);
      if (school !== undefined) eligible[school] = 1;
      else {
        warnings.push(warns(source, 'eligibility-unknown', `lists the school ${code}, which is not in this district.`));
      }
    }
  } else if (eligibility.kind === 'levels') {
    const levels = new Set(eligibility.codes);
    for (const code of levels) {
      if (plan.levelIndex.has(code)) continue;
      warnings.push(warns(source, 'eligibility-unknown', `lists the level ${code}, which is not in this district.`));
    }
    for (let school = 0; school < eligible.length; school++) {
      if (levels.has(plan.schools[school]!.level)) eligible[school] = 1;
    }
  } else if (eligibility.kind === 'fault') {
    stopped = stops(
      source,
      'eligibility-unreadable',
      `pays no school: its eligibility cannot be read. ${eligibility.sentence}`,
    );
  } else stopped = applyRule(plan, source, eligibility.formula, district, eligible);
  if (stopped) eligible.fill(0);
  if (plan.isLater)
    for (let school = 0; school < eligible.length; school++) eligible[school]! &= 1 - plan.isLater[school]!;
  let eligibleCount = 0;
  for (let school = 0; school < eligible.length; school++) eligibleCount += eligible[school]!;
  return { eligible, eligibleCount, cellCounts: sumByCell(plan.counts, eligible), stopped, warnings };
}

function applyRule(
  plan: Plan,
  source: SourceRow,
  formula: Formula,
  district: FormulaDistrict,
  eligible: Uint8Array,
): Finding | null {
  const among = new Uint8Array(eligible.length).fill(1);
  if (plan.isLater) for (let school = 0; school < among.length; school++) among[school]! -= plan.isLater[school]!;
  const values = evaluateFormula(formula, district, among);
  for (let school = 0; school < eligible.length; school++) {
    if (among[school] === 0) continue;
    const value = values[school];
    if (typeof value === 'boolean') {
      eligible[school] = value ? 1 : 0;
      continue;
    }
    const row = plan.schools[school]!;
    const why =
      value !== null && typeof value === 'object' && 'sentence' in value
        ? value.sentence
        : `The eligibility “${formula.text}” is not a yes or no at ${row.name} (${row.code}). Write a comparison, such as “enrollment > 300”.`;
    return stops(source, 'formula-error', `pays no school. ${why}`, { school: row.code });
  }
  return null;
}
