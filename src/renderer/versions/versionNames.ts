import type { Model } from '../../shared/model/Model.ts';
import type { InputKind, InputVersionRow } from '../../shared/model/rows.ts';
import { pinnedVersions } from '../sheets/pinnedVersions.ts';
import type { DocumentState } from '../state/DocumentState.ts';

/** As headings and buttons name the inputs. */
export const INPUT_NAMES: Readonly<Record<InputKind, string>> = {
  enrollment: 'Enrollment',
  revenues: 'Revenues',
  current: 'Current budgets',
  measures: 'Measures',
};

/** The inputs in the order in which the window shows them. */
export const INPUTS: readonly InputKind[] = ['enrollment', 'revenues', 'current', 'measures'];

/** The place of a version among those of its kind, counted from 1: what people call it. */
export function versionNumber(model: Model, version: InputVersionRow): number {
  let number = 1;
  for (const other of model.table('inputVersion').values()) {
    if (other.kind === version.kind && other.id < version.id) number++;
  }
  return number;
}

/** The number that the next version of a kind gets. */
export function nextVersionNumber(model: Model, kind: InputKind): number {
  let number = 1;
  for (const other of model.table('inputVersion').values()) if (other.kind === kind) number++;
  return number;
}

/** `v3` */
export const versionName = (model: Model, version: InputVersionRow): string => `v${versionNumber(model, version)}`;

const MONTH = new Intl.DateTimeFormat('en-US', { month: 'short' });

/** `v3 · Feb`: the version of an input that the scenario uses, and when it came in. */
export function shownVersion(document: DocumentState, kind: InputKind): string | null {
  const version = document.model.get('inputVersion', pinnedVersions(document)[kind]);
  if (!version) return null;
  const made = new Date(version.createdAt);
  const name = versionName(document.model, version);
  return Number.isNaN(made.getTime()) ? name : `${name} · ${MONTH.format(made)}`;
}

const MOMENT = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short' });

/** `Nov 21, 2026, 7:50 PM`, in the time of this computer. */
export function shownMoment(isoTime: string): string {
  const made = new Date(isoTime);
  return Number.isNaN(made.getTime()) ? '' : MOMENT.format(made);
}
