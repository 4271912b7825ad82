import { useEffect, useMemo, useState } from 'react';
import type { InputKind } from '../../shared/model/rows.ts';
import { listVersions } from '../../shared/versions/inputVersions.ts';
import { importTable } from '../commands/importTable.ts';
import { SheetGrid } from '../grid/SheetGrid.tsx';
import { EmptySheet } from '../sheets/EmptySheet.tsx';
import { Faces } from '../sheets/Faces.tsx';
import { pinnedVersions } from '../sheets/pinnedVersions.ts';
import { SheetFrame } from '../sheets/SheetFrame.tsx';
import { CommandButton } from '../shell/CommandButton.tsx';
import { useDocumentOnce, useDocumentValue } from '../state/hooks.ts';
import { compareColumns } from './compareColumns.ts';
import { compareCells } from './comparedCells.ts';
import { askedPair, forgetPair, rememberKind, shownKind } from './openVersions.ts';
import { VersionTable } from './VersionTable.tsx';
import { INPUT_NAMES, INPUTS, versionName } from './versionNames.ts';
import './versions.css';

/** Inputs: every version of enrollment, revenues, current budgets and measures. None is ever overwritten. */
export function VersionsSheet() {
  const document = useDocumentOnce();
  const commit = useDocumentValue((it) => it.commitRevision);
  const [kind, setKind] = useState<InputKind>(() => shownKind(document));
  const [pair, setPair] = useState(() => askedPair(document));
  // Asked once: the next look is again at what is in use.
  useEffect(() => forgetPair(document), [document]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list follows what is made, nothing else.
  const versions = useMemo(() => listVersions(document.model, kind), [document, kind, commit]);
  const inUse = pinnedVersions(document)[kind];
  const ids = versions.map(({ version }) => version.id);
  const shown =
    pair && ids.includes(pair.before) && ids.includes(pair.after)
      ? pair
      : { before: ids.find((id) => id < inUse) ?? ids.find((id) => id !== inUse) ?? inUse, after: inUse };
  return (
    <div className="sheet-stack" data-testid="versions-sheet">
      <div className="versions-top">
        <SheetFrame
          title="Versions"
          subtitle="Each import is a new version; earlier ones stay as they were"
          actions={
            <>
              <Faces
                label="Input"
                value={kind}
                names={INPUTS.map((name) => ({ name, label: INPUT_NAMES[name] }))}
                onChange={(name) => {
                  rememberKind(document, name);
                  setKind(name);
                  setPair(null);
                }}
              />
              <CommandButton command={importTable} className="button" />
            </>
          }
        >
          <VersionTable versions={versions} onCompare={(version) => setPair({ before: version, after: inUse })} />
        </SheetFrame>
      </div>
      <CompareCard key={`${kind} ${shown.before} ${shown.after}`} kind={kind} ids={ids} {...shown} onChange={setPair} />
    </div>
  );
}

interface CompareCardProps {
  readonly kind: InputKind;
  readonly ids: readonly number[];
  readonly before: number;
  readonly after: number;
  readonly onChange: (pair: { readonly before: number; readonly after: number }) => void;
}

function CompareCard({ kind, ids, before, after, onChange }: CompareCardProps) {
  const document = useDocumentOnce();
  const { model } = document;
  const commit = useDocumentValue((it) => it.commitRevision);
  const [hasAll, setHasAll] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: cells follow what is made, nothing else.
  const comparison = useMemo(
    () => compareCells(model, kind, before, after, hasAll),
    [document, kind, before, after, hasAll, commit],
  );
  const nameOf = (id: number): string => {
    const version = model.get('inputVersion', id);
    return version ? versionName(model, version) : '';
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: headings follow the versions compared.
  const columns = useMemo(
    () => compareColumns(document, kind, nameOf(before), nameOf(after)),
    [document, kind, before, after],
  );
  const choice = (label: string, value: number, choose: (id: number) => void) => (
    <select
      className="entry version-choice"
      aria-label={label}
      value={value}
      onChange={(event) => choose(Number(event.target.value))}
    >
      {ids.map((id) => (
        <option key={id} value={id}>
          {nameOf(id)} {model.get('inputVersion', id)?.name}
        </option>
      ))}
    </select>
  );
  if (ids.length < 2) {
    return (
      <SheetFrame title="Compare">
        <EmptySheet title="One version so far">
          <p>After the next import, what changed from one version to the other stands here, cell by cell.</p>
        </EmptySheet>
      </SheetFrame>
    );
  }
  const { differing, same } = comparison;
  return (
    <SheetFrame
      title="Compare"
      subtitle={`${count(differing, 'value differs', 'values differ')}, ${count(same, 'is', 'are')} the same`}
      actions={
        <>
          {choice('Earlier version', before, (id) => onChange({ before: id, after }))}
          <span className="dim">→</span>
          {choice('Later version', after, (id) => onChange({ before, after: id }))}
          <Faces
            label="Which cells"
            value={hasAll ? 'all' : 'differences'}
            names={[
              { name: 'differences', label: 'Differences' },
              { name: 'all', label: 'All values' },
            ]}
            onChange={(name) => setHasAll(name === 'all')}
          />
        </>
      }
    >
      {comparison.rows.length === 0 ? (
        <EmptySheet title={before === after ? 'The same version twice' : 'No difference'}>
          <p>
            {before === after
              ? 'Choose two versions to see what differs.'
              : 'Every value of the two versions is the same.'}
          </p>
        </EmptySheet>
      ) : (
        <SheetGrid
          sheet="versions"
          label="Comparison of two versions"
          columns={columns}
          rows={comparison.rows}
          rowTitle={(row) => row.codes.join(' · ')}
        />
      )}
    </SheetFrame>
  );
}

const count = (number: number, one: string, many: string): string =>
  `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`;
