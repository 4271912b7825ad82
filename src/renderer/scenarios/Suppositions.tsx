import { useEffect, useMemo, useRef } from 'react';
import type { GridController } from '../grid/GridController.ts';
import type { SheetRow } from '../grid/SheetColumn.ts';
import { SheetGrid } from '../grid/SheetGrid.tsx';
import { useDocumentOnce, useDocumentValue, useWindowOnce } from '../state/hooks.ts';
import { enrollmentShockColumns, enrollmentShockRows, revenueShockColumns, revenueShockRows } from './shockColumns.ts';

/** What the scenario supposes about its inputs, in percent, typed as any other cell and followed by every number. */
export function Suppositions() {
  const document = useDocumentOnce();
  const structure = useDocumentValue((it) => it.structureRevision);
  // biome-ignore lint/correctness/useExhaustiveDependencies: levels, needs and sources follow the structure.
  const grids = useMemo(
    () => ({
      enrollment: { columns: enrollmentShockColumns(document), rows: enrollmentShockRows(document) },
      revenue: { columns: revenueShockColumns(document), rows: revenueShockRows(document) },
    }),
    [document, structure],
  );
  const window = useWindowOnce();
  const enrollment = useRef<GridController<SheetRow> | null>(null);
  const revenue = useRef<GridController<SheetRow> | null>(null);
  useEffect(() => {
    // A line of what differs may lead here while both tables are on the page already.
    const show = (): void => {
      for (const [grid, held] of [
        ['shocks-enrollment', enrollment],
        ['shocks-revenue', revenue],
      ] as const) {
        const wanted = held.current ? window.takeWantedCell(grid) : null;
        if (wanted) held.current?.selectCell(wanted.rowKey, wanted.columnId);
      }
    };
    return window.subscribe(show);
  }, [window]);
  const { levels, sourceRows } = document.calculation;
  return (
    <div className="suppositions" data-testid="suppositions">
      <p className="hint">
        In percent, such as −3 or 5. Empty is as projected. Where several meet in a cell, each counts on top of the
        other.
      </p>
      <SheetGrid
        sheet="shocks-enrollment"
        label="Enrollment supposed, in percent, by level and need"
        {...grids.enrollment}
        rowTitle={(row) => levels[row.index]?.name ?? 'Every level'}
        isAutoHeight
        controller={enrollment}
      />
      <SheetGrid
        sheet="shocks-revenue"
        label="Revenue supposed, in percent, by source"
        {...grids.revenue}
        rowTitle={(row) => sourceRows[row.index]?.name ?? 'Every source'}
        isAutoHeight
        controller={revenue}
      />
    </div>
  );
}
