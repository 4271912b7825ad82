import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import { type EquityData, type EquityOptions, equityData } from '../../../src/shared/equity/EquityData.ts';
import { buildDistrict } from '../../fixtures/district.ts';

/** A school as a test of the equity board says it: whole pupils, whole dollars of the school. */
export interface SchoolSketch {
  readonly code: string;
  readonly pupils: number;
  readonly free: number;
  readonly restricted?: number;
  readonly level?: string;
  readonly pov?: number;
  readonly el?: number;
  readonly sped?: number;
  /** Dollars, and the pupils they were for. */
  readonly current?: readonly [number, number | null];
  readonly measures?: Readonly<Record<string, string>>;
}

const cents = (dollars: number): number => Math.round(dollars * 100);

/** A district that pays each school what the sketch says: unrestricted from `FREE`, restricted from `TIED`. */
export function sketchCalculation(schools: readonly SchoolSketch[]): Calculation {
  const sum = (of: (school: SchoolSketch) => number): number =>
    schools.reduce((all, school) => all + cents(of(school)), 0);
  return new Calculation(
    buildDistrict({
      levels: ['ES', 'MS', 'HS'],
      needs: ['ALL', 'POV', 'EL', 'SPED'],
      schools: schools.map(({ code, level }) => ({ code, level: level ?? 'ES' })),
      counts: schools.flatMap(({ code, level = 'ES', pupils, pov = 0, el = 0, sped = 0 }) => [
        [code, level, 'ALL', pupils * 100] as const,
        [code, level, 'POV', pov * 100] as const,
        [code, level, 'EL', el * 100] as const,
        [code, level, 'SPED', sped * 100] as const,
      ]),
      sources: [
        { code: 'FREE', amountCents: sum(({ free }) => free), status: 'grant', method: 'table' },
        {
          code: 'TIED',
          amountCents: sum(({ restricted = 0 }) => restricted),
          status: 'grant',
          method: 'table',
          restriction: 'restricted',
        },
      ],
      table: schools.flatMap(({ code, free, restricted = 0 }) => [
        ['FREE', code, cents(free)] as const,
        ['TIED', code, cents(restricted)] as const,
      ]),
      current: schools.flatMap(({ code, current }) =>
        current ? [[code, current[0] * 100, current[1] === null ? null : current[1] * 100] as const] : [],
      ),
      measures: schools.flatMap(({ code, measures = {} }) =>
        Object.entries(measures).map(([name, value]) => [code, name, value] as const),
      ),
    }),
    1,
  );
}

export function sketchData(schools: readonly SchoolSketch[], options?: EquityOptions): EquityData {
  return equityData(sketchCalculation(schools), options);
}

/** Schools of 100 pupils with the given poverty (in pupils) and dollars per pupil, coded 01, 02, … */
export function plainSchools(pairs: readonly (readonly [pov: number, dollars: number])[]): SchoolSketch[] {
  return pairs.map(([pov, dollars], at) => ({
    code: String(at + 1).padStart(2, '0'),
    pupils: 100,
    pov,
    free: dollars * 100,
  }));
}
