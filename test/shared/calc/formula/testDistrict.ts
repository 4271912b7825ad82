import {
  evaluateFormula,
  type FormulaDistrict,
  type FormulaValue,
  parseFormula,
} from '../../../../src/shared/calc/formula/formula.ts';
import { parseDecimal, type Rational } from '../../../../src/shared/calc/rational.ts';

export interface TestSchool {
  readonly code: string;
  readonly name: string;
  readonly level: string;
  /** Hundredths by need code, all at the school's own level. */
  readonly counts: Readonly<Record<string, number>>;
  readonly measures?: Readonly<Record<string, string>>;
  readonly tags?: Readonly<Record<string, string>>;
  /** Cents by source code. */
  readonly amounts?: Readonly<Record<string, number>>;
}

export const SCHOOLS: readonly TestSchool[] = [
  {
    code: '0042',
    name: 'Oak Street',
    level: 'ES',
    counts: { ALL: 42_000, POV: 31_000 },
    measures: { index: '0.81', 'square feet': '61250', constructor: '7' },
    tags: { region: 'North' },
    amounts: { PROP: 123_456 },
  },
  {
    code: '0043',
    name: 'Harbor',
    level: 'MS',
    counts: { ALL: 65_550, POV: 40_100 },
    measures: { index: '0.57', 'square feet': '99000' },
    tags: { region: 'South' },
    amounts: { PROP: 50 },
  },
  { code: '0044', name: 'Not Yet Open', level: 'HS', counts: { ALL: 0, POV: 0 }, measures: { 'square feet': '10' } },
];

const NEEDS: Readonly<Record<string, string>> = { ALL: 'ALL', POV: 'POV', 'All students': 'ALL', Poverty: 'POV' };
const LEVELS: Readonly<Record<string, string>> = { ES: 'ES', MS: 'MS', HS: 'HS', High: 'HS', Elementary: 'ES' };
const find = (names: Readonly<Record<string, string>>, name: string): string | null =>
  Object.hasOwn(names, name) ? (names[name] ?? null) : null;

export function testDistrict(schools: readonly TestSchool[] = SCHOOLS): FormulaDistrict {
  const at = (school: number): TestSchool => schools[school] as TestSchool;
  const column = (name: string, kind: 'measures' | 'tags' | 'amounts'): boolean =>
    schools.some((school) => Object.hasOwn(school[kind] ?? {}, name));
  return {
    schoolCount: schools.length,
    code: (school) => at(school).code,
    name: (school) => at(school).name,
    level: (school) => at(school).level,
    count: (school, need, level) =>
      level === null || level === at(school).level ? (at(school).counts[need ?? 'ALL'] ?? 0) : 0,
    findNeed: (name) => find(NEEDS, name),
    findLevel: (name) => find(LEVELS, name),
    measure: (name) =>
      column(name, 'measures')
        ? (school) => {
            const text = at(school).measures?.[name];
            return text === undefined ? null : parseDecimal(text);
          }
        : null,
    tag: (name) => (column(name, 'tags') ? (school) => at(school).tags?.[name] ?? null : null),
    amount: (source) => (column(source, 'amounts') ? (school) => at(school).amounts?.[source] ?? 0 : null),
  };
}

/** Values at every school, with every school eligible unless said otherwise. */
export function evaluate(text: string, schools = SCHOOLS, among?: readonly number[]): (FormulaValue | null)[] {
  const parsed = parseFormula(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.sentence}`);
  const mask = Uint8Array.from(schools, (_, school) => (among && !among.includes(school) ? 0 : 1));
  return evaluateFormula(parsed.formula, testDistrict(schools), mask);
}

/** A value as short text: `7/2`, `yes`, `"ES"`, `!` and the sentence, or `-` outside. */
export function shown(value: FormulaValue | null | undefined): string {
  if (value === null || value === undefined) return '-';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return `"${value}"`;
  if ('sentence' in value) return `! ${value.sentence}`;
  return fraction(value);
}

export const fraction = (value: Rational): string =>
  value.denominator === 1n ? String(value.numerator) : `${value.numerator}/${value.denominator}`;

export function refusal(text: string): string {
  const parsed = parseFormula(text);
  if (parsed.ok) throw new Error(`${text} was accepted`);
  return parsed.sentence;
}
