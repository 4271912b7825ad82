import type { Model } from '../model/Model.ts';
import type { InputKind, InputVersionRow, ScenarioRow } from '../model/rows.ts';

/** The column of a scenario that pins the version of each kind of input. */
export const PIN_OF_KIND = {
  enrollment: 'enrollmentVersion',
  revenues: 'revenuesVersion',
  current: 'currentVersion',
  measures: 'measuresVersion',
} as const satisfies Record<InputKind, keyof ScenarioRow>;

/** The table whose rows an input version holds. */
export const TABLE_OF_KIND = {
  enrollment: 'enrollment',
  revenues: 'revenue',
  current: 'currentBudget',
  measures: 'measure',
} as const satisfies Record<InputKind, string>;

export const INPUT_KINDS = Object.keys(PIN_OF_KIND) as readonly InputKind[];

/** As a person reads it in a sentence. */
export const KIND_NAMES: Readonly<Record<InputKind, string>> = {
  enrollment: 'enrollment',
  revenues: 'revenues',
  current: 'current budgets',
  measures: 'measures',
};

/** The id the next input version gets. */
export function nextVersionId(model: Model): number {
  let highest = 0;
  for (const row of model.table('inputVersion').values()) if (row.id > highest) highest = row.id;
  return highest + 1;
}

/** The version of a kind that a scenario uses. */
export const pinnedVersion = (scenario: ScenarioRow, kind: InputKind): number => scenario[PIN_OF_KIND[kind]];

/** A version with who uses it and how much it holds. */
export interface ListedVersion {
  readonly version: InputVersionRow;
  readonly usedBy: readonly ScenarioRow[];
  /** An adopted scenario uses it, so its cells cannot be changed; any other is copied before an edit where several use it. */
  readonly isAdopted: boolean;
  readonly rowCount: number;
}

/** All versions of a kind, the newest first. */
export function listVersions(model: Model, kind: InputKind): ListedVersion[] {
  const counts = new Map<number, number>();
  for (const row of model.table(TABLE_OF_KIND[kind]).values()) {
    counts.set(row.version, (counts.get(row.version) ?? 0) + 1);
  }
  return [...model.table('inputVersion').values()]
    .filter((version) => version.kind === kind)
    .sort((left, right) => right.id - left.id)
    .map((version) => {
      const usedBy = model.ordered('scenario').filter((scenario) => pinnedVersion(scenario, kind) === version.id);
      const isAdopted = usedBy.some((scenario) => scenario.status === 'adopted');
      return { version, usedBy, isAdopted, rowCount: counts.get(version.id) ?? 0 };
    });
}
