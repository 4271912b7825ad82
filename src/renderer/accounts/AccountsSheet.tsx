import { useEffect, useMemo, useRef, useState } from 'react';
import { orderedSegments, placeLabel, removeAccountRules } from '../../shared/changes/accounts.ts';
import { exportAccounts } from '../commands/exportAccounts.ts';
import { importAccounts } from '../commands/importAccounts.ts';
import type { GridController } from '../grid/GridController.ts';
import type { CellMarks } from '../grid/marks/CellMarks.ts';
import { SheetGrid } from '../grid/SheetGrid.tsx';
import { Faces } from '../sheets/Faces.tsx';
import { QuickFilter } from '../sheets/QuickFilter.tsx';
import { SheetFrame } from '../sheets/SheetFrame.tsx';
import { CommandButton } from '../shell/CommandButton.tsx';
import { useDocumentOnce, useDocumentValue, useStore } from '../state/hooks.ts';
import { accountsViewOf } from './AccountsView.ts';
import { accountsWatchOf } from './AccountsWatch.ts';
import { AddExceptionDialog } from './AddExceptionDialog.tsx';
import { accountColumns } from './accountColumns.ts';
import { type AccountLine, exceptionLines, placeOf, schoolLines, sourceLines } from './accountLines.ts';
import { FillFromSchoolsDialog } from './FillFromSchoolsDialog.tsx';
import { MissingList } from './MissingList.tsx';
import { NoSegments } from './NoSegments.tsx';
import { SegmentsDialog } from './SegmentsDialog.tsx';
import { WherePosted } from './WherePosted.tsx';
import './accounts.css';

const FACES = [
  { name: 'sources', label: 'By source' },
  { name: 'schools', label: 'By school' },
  { name: 'exceptions', label: 'Exceptions' },
] as const;

const HINTS = {
  sources: 'The first row holds for every source; a source’s own value goes before it.',
  schools: 'What depends on the school alone, such as its site.',
  exceptions: 'Where money posts otherwise. The rule that names most wins.',
} as const;

const EMPTY = {
  sources: 'No source is called so.',
  schools: 'No school is called so.',
  exceptions: 'No exception. Sources and schools alone decide where money posts.',
} as const;

type Dialog = 'segments' | 'exception' | 'fill';

/** Exports: which account the money of every source and school posts to, by rules with exceptions. */
export function AccountsSheet() {
  const document = useDocumentOnce();
  const { model } = document;
  const view = useStore(accountsViewOf(document));
  const watch = useStore(accountsWatchOf(document));
  const structure = useDocumentValue((it) => it.structureRevision);
  const commits = useDocumentValue((it) => it.commitRevision);
  // Another function each time missing accounts were looked for, so that the grid paints its marks anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: as said.
  const marks = useMemo<CellMarks>(() => (row, column) => watch.markOf(row, column), [watch, watch.version]);
  const [filter, setFilter] = useState('');
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const grid = useRef<GridController<AccountLine> | null>(null);
  const { face } = view;
  // biome-ignore lint/correctness/useExhaustiveDependencies: columns follow what is made: segments come, go and move.
  const columns = useMemo(() => accountColumns(document, face), [document, face, structure, commits]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: lines follow what is made.
  const lines = useMemo(
    () => ({
      sources: sourceLines(model),
      schools: schoolLines(model),
      // An exception is there as long as a rule is.
      exceptions: exceptionLines(model),
    }),
    [model, structure, commits],
  );
  const rows = lines[face];
  const selected = useDocumentValue((it) => (it.selection?.sheet === 'accounts' ? it.selection.rowKey : null));
  const line = rows.find(({ key }) => key === selected);

  useEffect(() => {
    watch.open();
    return () => watch.close();
  }, [watch]);
  useEffect(() => {
    if (!line) return;
    const { source, school, level, need } = placeOf(line);
    view.showPosted({ ...(source ? { source } : {}), ...(school ? { school } : {}), level, need });
  }, [view, line]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at whenever the view has changed.
  useEffect(() => {
    const wanted = view.takeWanted();
    // The face asked for is in the grid once the sheet has rendered with it.
    if (wanted) requestAnimationFrame(() => grid.current?.selectCell(wanted.rowKey, wanted.columnId));
  }, [view, view.version]);

  const segments = orderedSegments(model);
  const exceptions = lines.exceptions.length;
  const faces = FACES.map(({ name, label }) => ({
    name,
    label: name === 'exceptions' && exceptions > 0 ? `${label}  ${exceptions.toLocaleString('en-US')}` : label,
  }));
  const close = (): void => setDialog(null);
  const button = (name: Dialog, label: string) => (
    <button type="button" className="button button-small" onClick={() => setDialog(name)}>
      {label}
    </button>
  );
  const dialogs = (
    <>
      {dialog === 'segments' ? <SegmentsDialog onClose={close} /> : null}
      {dialog === 'exception' ? <AddExceptionDialog onClose={close} /> : null}
      {dialog === 'fill' ? <FillFromSchoolsDialog onClose={close} /> : null}
    </>
  );
  if (segments.length === 0) {
    return (
      <>
        <NoSegments onSegments={() => setDialog('segments')} />
        {dialogs}
      </>
    );
  }
  return (
    <div className="accounts">
      <SheetFrame
        title="Accounts"
        testId="accounts-sheet"
        subtitle={segments.map(({ name }) => name).join(' · ')}
        actions={
          <>
            <QuickFilter label="Find in accounts" value={filter} onChange={setFilter} />
            <Faces label="Rules" names={faces} value={face} onChange={(name) => view.show(name)} />
          </>
        }
      >
        <div className="accounts-hint">
          <p>{HINTS[face]}</p>
          {face === 'schools' ? button('fill', 'Fill a segment…') : null}
          {face === 'exceptions' ? (
            <>
              {line ? (
                <button
                  type="button"
                  className="button button-small"
                  onClick={() => document.commit(removeAccountRules(model, placeOf(line)))}
                >
                  Remove exception
                </button>
              ) : null}
              {button('exception', 'Add exception…')}
            </>
          ) : null}
          {button('segments', 'Segments…')}
          <CommandButton command={importAccounts} className="button button-small">
            Import…
          </CommandButton>
          <CommandButton command={exportAccounts} className="button button-small">
            Export…
          </CommandButton>
        </div>
        <SheetGrid
          key={face}
          sheet="accounts"
          marks={marks}
          label={`Accounts, ${FACES.find(({ name }) => name === face)?.label.toLowerCase()}`}
          columns={columns}
          rows={rows}
          rowTitle={(row) => placeLabel(model, row)}
          quickFilter={filter}
          emptySentence={EMPTY[face]}
          controller={grid}
        />
      </SheetFrame>
      <div className="accounts-side">
        <WherePosted />
        <MissingList />
      </div>
      {dialogs}
    </div>
  );
}
