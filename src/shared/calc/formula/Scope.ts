import type { Rational } from '../rational.ts';
import type { Exact } from './Exact.ts';
import { ExactArithmetic } from './ExactArithmetic.ts';

/** What a formula may ask of a district. Schools are indexes in the order of their codes. */
export interface FormulaDistrict {
  readonly schoolCount: number;
  code(school: number): string;
  name(school: number): string;
  level(school: number): string;
  /** Hundredths of a pupil; a null need is the first need, a null level all levels. */
  count(school: number, needCode: string | null, levelCode: string | null): number;
  findNeed(codeOrName: string): string | null;
  findLevel(codeOrName: string): string | null;
  measure(name: string): ((school: number) => Rational | null) | null;
  tag(name: string): ((school: number) => string | null) | null;
  /** Cents an earlier source gives each school; null where there is no such earlier source. */
  amount(sourceCode: string): ((school: number) => number) | null;
}

/** Why a part of a formula has no value; completes “The formula … has no value at …: ”. */
export class Fault {
  readonly reason: string;
  constructor(reason: string) {
    this.reason = reason;
  }
}

export type Value = Exact | boolean | string | Fault;
/** One part of a formula, ready to be asked for any school. */
export type Evaluator = (school: number) => Value;

/** What the parts of one evaluation share. */
export class Scope {
  readonly district: FormulaDistrict;
  readonly among: Uint8Array;
  readonly arithmetic = new ExactArithmetic();
  /** A name that means nothing in this district. It spoils the formula at every school, reached or not. */
  unknown: Fault | null = null;

  constructor(district: FormulaDistrict, among: Uint8Array) {
    this.district = district;
    this.among = among;
  }

  /** Notes an unknown name and stands in for its value. */
  fail(reason: string): Evaluator {
    const fault = new Fault(reason);
    this.unknown ??= fault;
    return () => fault;
  }

  placeOf(school: number): string {
    return `${this.district.name(school)} (${this.district.code(school)})`;
  }
}

export const OUTGROWN = new Fault(
  'its numbers grow too long to be computed exactly; round parts of it, as in round(share("Poverty"), 6)',
);
