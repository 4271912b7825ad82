import type { InputKind } from '../../shared/model/rows.ts';
import { pinnedVersions } from '../sheets/pinnedVersions.ts';
import { useDocumentOnce, useDocumentValue, useWindowOnce } from '../state/hooks.ts';
import { openVersions } from './openVersions.ts';
import { INPUT_NAMES, versionName } from './versionNames.ts';
import './versions.css';

export interface VersionLinkProps {
  readonly kind: InputKind;
  /** Said before the version where a sheet shows more than one input. */
  readonly isNamed?: boolean;
}

/** The version of an input that the sheet shows, in its heading: `v2 · schools.csv`. It leads to all versions. */
export function VersionLink({ kind, isNamed }: VersionLinkProps) {
  const document = useDocumentOnce();
  const window = useWindowOnce();
  const label = useDocumentValue((it) => {
    const version = it.model.get('inputVersion', pinnedVersions(it)[kind]);
    if (!version) return null;
    return `${versionName(it.model, version)}${version.fileName ? ` · ${version.fileName}` : ''}`;
  });
  if (label === null) return null;
  return (
    <button
      type="button"
      className="version-link"
      title={`${INPUT_NAMES[kind]}: all versions`}
      onClick={() => openVersions(window, document, kind)}
    >
      {isNamed ? `${INPUT_NAMES[kind]} ` : ''}
      {label}
    </button>
  );
}
