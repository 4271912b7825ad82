import { type Change, setRow } from '../changes/Change.ts';
import { AllotError } from '../contract/errors.ts';
import type { Model } from '../model/Model.ts';
import type { InputKind, InputVersionRow, ScenarioRow } from '../model/rows.ts';
import { LIMITS } from '../model/units.ts';
import { KIND_NAMES, PIN_OF_KIND } from './inputVersions.ts';

/** The scenario uses another version of an input. `pinVersion(model, 1, 7)` — the kind is the version's own. */
export function pinVersion(model: Model, scenarioId: number, versionId: number): Change {
  const scenario = model.get('scenario', scenarioId);
  const version = model.get('inputVersion', versionId);
  if (!scenario || !version) {
    throw new AllotError(
      'version-unknown',
      'This scenario or version is no longer in the document. Nothing was changed.',
    );
  }
  if (scenario.status === 'adopted') throw adopted(scenario, version.kind);
  const ops = setRow(model, 'scenario', { ...scenario, [PIN_OF_KIND[version.kind]]: version.id });
  return {
    kind: 'scenario',
    label: `${scenario.name}: ${KIND_NAMES[version.kind]} → ${version.name}`,
    scenario: scenarioId,
    ops,
  };
}

const adopted = (scenario: ScenarioRow, kind: InputKind): AllotError =>
  new AllotError(
    'scenario-adopted',
    `“${scenario.name}” is adopted, so its ${KIND_NAMES[kind]} stay as they are. Nothing was changed. Take the adoption back first, or work in a copy of it.`,
  );

/** Another name or note for a version; its numbers are not touched. */
export function describeVersion(
  model: Model,
  versionId: number,
  fields: Partial<Pick<InputVersionRow, 'name' | 'note'>>,
): Change {
  const version = model.get('inputVersion', versionId);
  if (!version)
    throw new AllotError('version-unknown', 'This version is no longer in the document. Nothing was changed.');
  const after = { ...version, ...fields, name: (fields.name ?? version.name).slice(0, LIMITS.nameLength) };
  const ops = setRow(model, 'inputVersion', after);
  return { kind: 'scenario', label: `Version ${version.name} → ${after.name}`, scenario: null, ops };
}
