import type { ModelRows } from './Model.ts';
import type { InputKind } from './rows.ts';

/** When and by whom, for the input versions of a new document. */
export interface Authorship {
  readonly at: string;
  readonly by: string;
}

const INPUTS: readonly (readonly [InputKind, string])[] = [
  ['enrollment', 'Enrollment'],
  ['revenues', 'Revenues'],
  ['current', 'Current budgets'],
  ['measures', 'Measures'],
];

/**
 * A new district model: the default levels, the foundation as its only need, one empty version of every input, and
 * the scenario that pins them. `name` may be empty; the district then has no name yet.
 */
export function emptyModelRows(name: string, made: Authorship = { at: '', by: '' }): ModelRows {
  return {
    district: name === '' ? [] : [{ key: 'name', value: name }],
    level: [
      { code: 'ES', name: 'Elementary', position: 0 },
      { code: 'MS', name: 'Middle', position: 1 },
      { code: 'HS', name: 'High', position: 2 },
    ],
    need: [{ code: 'ALL', name: 'All students', position: 0 }],
    school: [],
    schoolColumn: [],
    tag: [],
    inputVersion: INPUTS.map(([kind, title], at) => ({
      id: at + 1,
      kind,
      name: title,
      fileName: null,
      fileSha256: null,
      createdAt: made.at,
      createdBy: made.by,
      note: '',
    })),
    enrollment: [],
    measure: [],
    currentBudget: [],
    source: [],
    revenue: [],
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
    weightSet: [],
    decision: [],
    weight: [],
    share: [],
    rate: [],
    tableAmount: [],
    acceptedFinding: [],
    levelMinimum: [],
    schoolMinimum: [],
    floorDecision: [],
    payingSource: [],
    exemption: [],
    shock: [],
    adoption: [],
    goalWeight: [],
    pathShare: [],
    revenueTrigger: [],
    growth: [],
    accountSegment: [],
    accountRule: [],
    allocationTemplate: [],
    rationale: [],
    picture: [],
    yearMeasure: [],
    yearValue: [],
    boardSession: [],
    slide: [],
    lever: [],
  };
}
