import { useState } from 'react';
import { LIMITS } from '../../shared/model/units.ts';
import type { ListedVersion } from '../../shared/versions/inputVersions.ts';
import { describeVersion, pinVersion } from '../../shared/versions/pinVersion.ts';
import { pinnedVersions } from '../sheets/pinnedVersions.ts';
import { useDocumentOnce, useDocumentValue, useWindowOnce } from '../state/hooks.ts';
import { shownMoment, versionName } from './versionNames.ts';

export interface VersionTableProps {
  readonly versions: readonly ListedVersion[];
  /** Puts a version beside the one in use. */
  readonly onCompare: (version: number) => void;
}

/** Every version of one input, the newest first: where it came from, who uses it, and what can be done with it. */
export function VersionTable({ versions, onCompare }: VersionTableProps) {
  const document = useDocumentOnce();
  const window = useWindowOnce();
  const isReadOnly = useDocumentValue((it) => it.readOnlyReason !== null);
  const { model } = document;
  const kind = versions[0]?.version.kind;
  const inUse = kind ? pinnedVersions(document)[kind] : null;
  const exportVersion = async (version: number): Promise<void> => {
    await document.settled();
    const written = await window.ask('versions/export', { version });
    if (written) window.say(`Exported ${written.fileName}.`);
  };
  return (
    <div className="versions-scroll">
      <table className="versions-table">
        <thead>
          <tr>
            <th scope="col">Version</th>
            <th scope="col">Name</th>
            <th scope="col">File</th>
            <th scope="col">Made</th>
            <th scope="col">Used by</th>
            <th scope="col" className="number">
              Values
            </th>
            <th scope="col">Note</th>
            <th scope="col">
              <span className="visually-hidden">What can be done</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {versions.map(({ version, usedBy, rowCount }) => {
            const name = versionName(model, version);
            const isInUse = version.id === inUse;
            return (
              <tr key={version.id} className={isInUse ? 'is-in-use' : undefined} data-testid={`version-${name}`}>
                <th scope="row">{name}</th>
                <td>
                  <VersionText label={`Name of ${name}`} id={version.id} field="name" value={version.name} />
                </td>
                <td>
                  {version.fileName ?? <span className="dim">typed here</span>}
                  {version.fileSha256 ? (
                    <span className="version-hash" title={`SHA-256 of the file: ${version.fileSha256}`}>
                      {version.fileSha256.slice(0, 12)}
                    </span>
                  ) : null}
                </td>
                <td>
                  {shownMoment(version.createdAt)}
                  {version.createdBy ? <span className="version-by">{version.createdBy}</span> : null}
                </td>
                <td>
                  {usedBy.length === 0 ? <span className="dim">nobody</span> : null}
                  {usedBy.map((scenario) => (
                    <span key={scenario.id} className="version-user">
                      {scenario.name}
                      {scenario.status === 'draft' ? '' : ` (${scenario.status})`}
                    </span>
                  ))}
                </td>
                <td className="number">{rowCount.toLocaleString('en-US')}</td>
                <td>
                  <VersionText label={`Note on ${name}`} id={version.id} field="note" value={version.note} />
                </td>
                <td className="version-actions">
                  {isInUse ? (
                    <span className="version-used">✓ In use</span>
                  ) : (
                    <>
                      <button
                        type="button"
                        className="button button-small"
                        disabled={isReadOnly}
                        onClick={() => document.commit(pinVersion(model, document.scenarioId, version.id))}
                      >
                        Use {name}
                      </button>
                      <button
                        type="button"
                        className="button button-small"
                        aria-label={`Compare ${name}`}
                        onClick={() => onCompare(version.id)}
                      >
                        Compare
                      </button>
                    </>
                  )}
                  <button
                    type="button"
                    className="button button-small"
                    aria-label={`Export ${name}…`}
                    onClick={() => void exportVersion(version.id)}
                  >
                    Export…
                  </button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

interface VersionTextProps {
  readonly label: string;
  readonly id: number;
  readonly field: 'name' | 'note';
  readonly value: string;
}

/** A name or note typed in place. Enter or leaving makes the change, Esc takes it back; an empty name is none. */
function VersionText({ label, id, field, value }: VersionTextProps) {
  const document = useDocumentOnce();
  const [typed, setTyped] = useState<string | null>(null);
  const finish = (): void => {
    const text = typed?.trim() ?? value;
    setTyped(null);
    if (text === value || (field === 'name' && text === '')) return;
    document.commit(describeVersion(document.model, id, { [field]: text }));
  };
  return (
    <input
      className="version-text"
      aria-label={label}
      placeholder={field === 'note' ? 'Add a note' : ''}
      autoComplete="off"
      maxLength={field === 'name' ? LIMITS.nameLength : LIMITS.noteLength}
      value={typed ?? value}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === 'Enter') finish();
        else if (event.key === 'Escape' && typed !== null) {
          event.preventDefault();
          event.stopPropagation();
          setTyped(null);
        }
      }}
    />
  );
}
