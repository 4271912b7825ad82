import { useMemo, useState } from 'react';
import { SheetGrid } from '../grid/SheetGrid.tsx';
import { Faces } from '../sheets/Faces.tsx';
import { PickedChip } from '../sheets/PickedChip.tsx';
import { usePickedRows } from '../sheets/pickedSchools.ts';
import { QuickFilter } from '../sheets/QuickFilter.tsx';
import { useDocumentOnce, useDocumentValue, useWindowOnce } from '../state/hooks.ts';
import { AboutScenario } from './AboutScenario.tsx';
import { ComparedControls } from './ComparedControls.tsx';
import { type ComparedView, keepComparedView, readComparedView } from './ComparedView.ts';
import { groupChoices } from './comparedGroups.ts';
import { exportComparison } from './exportComparison.ts';
import { SideBySide } from './SideBySide.ts';
import { Summary } from './Summary.tsx';
import { Suppositions } from './Suppositions.tsx';
import { addScenario } from './scenarioActions.ts';
import { scenarioColumns, schoolRowsOf } from './scenarioColumns.ts';
import { WhatDiffers } from './WhatDiffers.tsx';
import './scenarios.css';

type LeftFace = 'summary' | 'differs';
type RightFace = 'suppose' | 'about';

/** Budgets: scenarios side by side, what differs between them, and what the one shown supposes. */
export function ScenariosSheet() {
  const document = useDocumentOnce();
  const window = useWindowOnce();
  const structure = useDocumentValue((it) => it.structureRevision);
  const [chosen, setChosen] = useState<ComparedView | null>(null);
  const [filter, setFilter] = useState('');
  const [right, setRight] = useState<RightFace>(
    () => (document.session.get('scenarioRight') as RightFace | null) ?? 'suppose',
  );
  const showRight = (face: RightFace): void => {
    setRight(face);
    document.session.set('scenarioRight', face);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: scenarios, sources and columns follow the structure.
  const view = useMemo(() => readComparedView(document), [document, structure, chosen]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: names and lists follow the structure.
  const sides = useMemo(() => new SideBySide(document, view), [document, structure, view]);
  const columns = useMemo(() => scenarioColumns(sides), [sides]);
  const all = useMemo(() => schoolRowsOf(sides), [sides]);
  const rows = usePickedRows('scenarios', all);
  const change = (part: Partial<ComparedView>): void => {
    const next = { ...view, ...part };
    keepComparedView(document, next);
    setChosen(next);
  };
  return (
    <div className="sheet-stack scenarios-sheet" data-testid="scenarios-sheet">
      <ComparedControls view={view} onChange={change} />
      <div className="scenarios-top">
        <Left sides={sides} onGroup={(group) => change({ group })} onSuppose={() => showRight('suppose')} />
        <Right face={right} onFace={showRight} />
      </div>
      <section className="card" aria-label="Schools side by side">
        <header className="card-heading">
          <h2>{view.measure.name}</h2>
          <div className="subtitle">
            {rows.length.toLocaleString('en-US')} schools, {view.scenarios.length}{' '}
            {view.scenarios.length === 1 ? 'scenario' : 'scenarios'}
          </div>
          <div className="grow" />
          <PickedChip />
          <QuickFilter label="Find a school" value={filter} onChange={setFilter} />
          {(['csv', 'xlsx'] as const).map((as) => (
            <button
              key={as}
              type="button"
              className="button"
              data-testid={`comparison-${as}`}
              onClick={() => void exportComparison(window, view, as)}
            >
              {as === 'csv' ? 'Export CSV…' : 'Export workbook…'}
            </button>
          ))}
        </header>
        <SheetGrid
          sheet="scenarios"
          label={`${view.measure.name} of each school, scenarios side by side`}
          columns={columns}
          rows={rows}
          rowTitle={(row) => document.calculation.schools[row.index]?.name ?? row.key}
          hasTotals
          quickFilter={filter}
          emptySentence="No school to show here."
        />
      </section>
    </div>
  );
}

interface LeftProps {
  readonly sides: SideBySide;
  readonly onGroup: (group: string) => void;
  readonly onSuppose: () => void;
}

function Left({ sides, onGroup, onSuppose }: LeftProps) {
  const document = useDocumentOnce();
  const window = useWindowOnce();
  const [face, setFace] = useState<LeftFace>(
    () => (document.session.get('scenarioLeft') as LeftFace | null) ?? 'summary',
  );
  const choices = groupChoices(document);
  return (
    <section className="card" aria-label="Side by side">
      <header className="card-heading">
        <h2>Side by side</h2>
        <div className="grow" />
        {face === 'summary' ? (
          <select
            className="entry"
            aria-label="Groups of schools"
            data-testid="compared-group"
            value={choices.some(({ value }) => value === sides.view.group) ? sides.view.group : 'level'}
            onChange={(event) => onGroup(event.target.value)}
          >
            {choices.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        ) : null}
        <Faces
          label="Side by side"
          names={[
            { name: 'summary', label: 'Totals' },
            { name: 'differs', label: 'What differs' },
          ]}
          value={face}
          onChange={(next) => {
            setFace(next);
            document.session.set('scenarioLeft', next);
          }}
        />
      </header>
      {sides.view.scenarios.length < 2 ? (
        <div className="empty">
          <p>
            There is one scenario so far. A new one begins with everything this one decides; from then on neither moves
            the other.
          </p>
          <button type="button" className="button button-main" onClick={() => addScenario(window)}>
            New scenario
          </button>
        </div>
      ) : face === 'summary' ? (
        <Summary sides={sides} />
      ) : (
        <WhatDiffers view={sides.view} onSuppose={onSuppose} />
      )}
    </section>
  );
}

function Right({ face, onFace }: { readonly face: RightFace; readonly onFace: (face: RightFace) => void }) {
  const name = useDocumentValue((it) => it.model.get('scenario', it.scenarioId)?.name ?? '');
  return (
    <section className="card" aria-label="The scenario shown" data-testid="scenario-panel">
      <header className="card-heading">
        <h2>{name}</h2>
        <div className="grow" />
        <Faces
          label="The scenario shown"
          names={[
            { name: 'suppose', label: 'Suppose' },
            { name: 'about', label: 'About' },
          ]}
          value={face}
          onChange={onFace}
        />
      </header>
      {face === 'about' ? <AboutScenario /> : <Suppositions />}
    </section>
  );
}
