import { useEffect, useMemo, useRef, useState } from 'react';
import { setsOf } from '../../shared/changes/weights.ts';
import { SchoolBudgets } from '../budgets/SchoolBudgets.tsx';
import type { GridController } from '../grid/GridController.ts';
import type { SheetRow } from '../grid/SheetColumn.ts';
import { SheetGrid } from '../grid/SheetGrid.tsx';
import { Faces } from '../sheets/Faces.tsx';
import { useDocumentOnce, useDocumentValue, useWindowOnce } from '../state/hooks.ts';
import { NoWeightSet } from './NoWeightSet.tsx';
import { SetFacts } from './SetFacts.tsx';
import { WeightFigures } from './WeightFigures.ts';
import { WeightSetPicker } from './WeightSetPicker.tsx';
import { WeightSlider } from './WeightSlider.tsx';
import { WeightsUsedBy } from './WeightsUsedBy.tsx';
import { WhatChanged } from './WhatChanged.tsx';
import { type WeightFace, weightColumns } from './weightColumns.ts';
import './weights.css';

const FACES: readonly { name: WeightFace; label: string }[] = [
  { name: 'weight', label: 'Weight' },
  { name: 'dollars', label: 'Dollars' },
  { name: 'share', label: 'Share' },
  { name: 'goal', label: 'Goal' },
];

/** Decisions: what a pupil of each level and need counts, what that does to every school, and the schools below. */
export function WeightsSheet() {
  const document = useDocumentOnce();
  const window = useWindowOnce();
  const structure = useDocumentValue((it) => it.structureRevision);
  const [wanted, setWanted] = useState(() => document.session.get('weightSet'));
  const [face, setFace] = useState<WeightFace>(() =>
    document.session.get('weightFace') === 'goal' ? 'goal' : 'weight',
  );
  const grid = useRef<GridController<SheetRow> | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the list of sets follows the structure.
  const sets = useMemo(() => setsOf(document.model, document.scenarioId), [document, structure]);
  const weightSet = (sets.find((set) => set.weightSet === wanted) ?? sets[0])?.weightSet ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: levels and needs follow the structure.
  const figures = useMemo(() => new WeightFigures(document, weightSet ?? ''), [document, weightSet, structure]);
  const columns = useMemo(() => weightColumns(document, figures, face), [document, figures, face]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: levels follow the structure.
  const rows = useMemo(
    () => document.calculation.levels.map((level, index) => ({ key: level.code, index })),
    [document, structure],
  );

  const choose = (name: string): void => {
    setWanted(name);
    document.session.set('weightSet', name);
  };

  const [isAsked] = useState(() => window.isCellWanted('weights'));
  const hasSet = weightSet !== null;
  useEffect(() => {
    // The sheet opens with a weight in hand, so that Alt+Up, the slider and the formula bar have something to show.
    const { levels, needs } = document.calculation;
    const level = levels.at(-1);
    const need = needs[1] ?? needs[0];
    if (!hasSet || !level || !need) return;
    const frame = requestAnimationFrame(() => {
      // A cell that was asked for stays; so another scenario shows the one that was selected in the one before.
      if (!document.selection && !isAsked) grid.current?.selectCell(level.code, `need:${need.code}`);
    });
    return () => cancelAnimationFrame(frame);
  }, [document, hasSet, isAsked]);

  if (!weightSet) return <NoWeightSet onAdded={choose} />;
  return (
    <>
      <div className="sheet-heading">
        <h2>Weights</h2>
        <WeightSetPicker sets={sets.map((set) => set.weightSet)} value={weightSet} onChange={choose} />
        <WeightsUsedBy figures={figures} />
        <div className="grow" />
        <Faces
          label="Show weights as"
          names={FACES}
          value={face}
          onChange={(next) => {
            setFace(next);
            document.session.set('weightFace', next);
          }}
        />
      </div>
      <div className="weights-top">
        <section className="card" aria-label="Weights by level and need">
          <SheetGrid
            sheet="weights"
            label={`${weightSet}: weights by schooling level and need`}
            columns={columns}
            rows={rows}
            rowTitle={(row) => document.calculation.levels[row.index]?.name ?? row.key}
            controller={grid}
            isAutoHeight
            rowHeight={29}
            hasTotals
          />
          <WeightSlider figures={figures} />
          <SetFacts figures={figures} />
        </section>
        <WhatChanged />
      </div>
      <SchoolBudgets />
    </>
  );
}
