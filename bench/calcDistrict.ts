import { Model, type ModelRows } from '../src/shared/model/Model.ts';
import type { Rounding } from '../src/shared/model/rows.ts';

export const LEVELS = ['ES', 'MS', 'HS'] as const;
export const NEEDS = ['ALL', 'POV', 'EL', 'SPED'] as const;
export const CELLS = LEVELS.length * NEEDS.length;
export const SOURCES = 20;
export const POOL_CENTS = 20_000_000_00;

/** Count of a cell in hundredths: every school has pupils in all twelve, so that nothing is spared. */
export function countOf(school: number, cell: number, hasDecimals: boolean): number {
  const pupils = 20 + ((school * 7919 + cell * 104_729) % 480);
  return pupils * 100 + (hasDecimals ? ((school * 31 + cell * 17) % 99) + 1 : 0);
}

/** Weight of a cell in ten-thousandths, differing by set. */
export function weightOf(set: number, cell: number): number {
  return cell % NEEDS.length === 0 ? 10_000 : 1500 + ((set * 37 + cell * 811) % 8000);
}

/** A district of 20 weights sources, each with a weight set of its own, or all with one. */
export function benchDistrict(schools: number, isShared: boolean, rounding: Rounding, hasDecimals: boolean): Model {
  const codes = Array.from({ length: schools }, (_, at) => String(at).padStart(6, '0'));
  const sources = Array.from({ length: SOURCES }, (_, at) => `S${String(at).padStart(2, '0')}`);
  const sets = isShared ? ['W00'] : sources.map((_, at) => `W${String(at).padStart(2, '0')}`);
  const cells = LEVELS.flatMap((level) => NEEDS.map((need) => ({ level, need })));
  const enrollment: ModelRows['enrollment'] = [];
  for (const [school, code] of codes.entries()) {
    for (const [cell, { level, need }] of cells.entries()) {
      enrollment.push({ version: 1, school: code, level, need, count: countOf(school, cell, hasDecimals) });
    }
  }
  return new Model({
    level: LEVELS.map((code, position) => ({ code, name: code, position })),
    need: NEEDS.map((code, position) => ({ code, name: code, position })),
    school: codes.map((code, at) => ({ code, name: `School ${code}`, level: LEVELS[at % LEVELS.length]! })),
    enrollment,
    currentBudget: codes.map((school, at) => ({ version: 3, school, amountCents: 500_000_000 + at, pupils: null })),
    source: sources.map((code, position) => ({
      code,
      name: `Source ${code}`,
      origin: 'local',
      restriction: position % 3 === 0 ? 'restricted' : 'unrestricted',
      position,
    })),
    // Dollars grow with the district, up to the largest that a document may hold.
    revenue: sources.map((source) => ({
      version: 2,
      source,
      amountCents: Math.min(90_000_000_000_000, (POOL_CENTS * Math.max(1, schools)) / 100),
    })),
    scenario: [
      {
        id: 1,
        name: 'Current plan',
        description: '',
        basedOn: null,
        status: 'draft',
        position: 0,
        enrollmentVersion: 1,
        revenuesVersion: 2,
        currentVersion: 3,
        measuresVersion: 4,
      },
    ],
    decision: sources.map((source, at) => ({
      scenario: 1,
      source,
      status: 'unlock',
      centralKind: 'percent',
      centralValue: 250_000,
      method: 'weights',
      weightSet: sets[isShared ? 0 : at]!,
      formula: null,
      eligibility: '',
      rounding,
      compare: null,
    })),
    weightSet: sets.map((weightSet, position) => ({ scenario: 1, weightSet, position })),
    weight: sets.flatMap((weightSet, set) =>
      cells.map(({ level, need }, cell) => ({ scenario: 1, weightSet, level, need, weight: weightOf(set, cell) })),
    ),
  });
}
