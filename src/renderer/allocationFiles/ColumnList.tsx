import { type DragEvent, type KeyboardEvent, useRef, useState } from 'react';
import type { TemplateColumn } from '../../shared/allocationFile/AllocationTemplate.ts';
import { useDocumentOnce } from '../state/hooks.ts';
import { moved, positionsOf, type RecordPlace, withColumns, without } from './recordEdits.ts';
import { valueWords } from './templateWords.ts';
import { useTemplate } from './useTemplate.ts';

export interface ColumnListProps {
  readonly place: RecordPlace;
  readonly columns: readonly TemplateColumn[];
  readonly chosen: number;
  readonly onChoose: (column: number) => void;
}

/** The columns of a record in their order. Arrow keys choose, Alt with them moves, Delete removes; a row can be dragged. */
export function ColumnList({ place, columns, chosen, onChoose }: ColumnListProps) {
  const { model } = useDocumentOnce();
  const { template, make } = useTemplate();
  const root = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState<number | null>(null);
  const isFixed = template.format === 'fixed';
  const positions = positionsOf(columns);
  const nameOf = (column: TemplateColumn | undefined): string =>
    column ? column.heading || valueWords(model, column.value) : '';

  const move = (from: number, to: number): void => {
    if (to < 0 || to >= columns.length || from === to) return;
    make((held) => withColumns(held, place, (list) => moved(list, from, to)), `move column ${nameOf(columns[from])}`);
    onChoose(to);
  };
  const choose = (at: number): void => {
    const next = Math.max(0, Math.min(at, columns.length - 1));
    onChoose(next);
    root.current?.querySelector(`[data-at="${next}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0 && event.altKey) move(chosen, chosen + by);
    else if (by !== 0) choose(chosen + by);
    else if (event.key === 'Home') choose(0);
    else if (event.key === 'End') choose(columns.length - 1);
    else if (event.key === 'Delete' && columns[chosen]) {
      make(
        (held) => withColumns(held, place, (list) => without(list, chosen)),
        `remove column ${nameOf(columns[chosen])}`,
      );
      onChoose(Math.max(0, Math.min(chosen, columns.length - 2)));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onDrop = (event: DragEvent, to: number): void => {
    event.preventDefault();
    setOver(null);
    const from = Number(event.dataTransfer.getData('text/plain'));
    if (Number.isInteger(from)) move(from, to);
  };
  return (
    <div
      ref={root}
      className="column-list"
      role="listbox"
      tabIndex={0}
      aria-label="Columns"
      aria-activedescendant={columns[chosen] ? `column-${place.part}-${chosen}` : undefined}
      data-testid="column-list"
      onKeyDown={onKeyDown}
    >
      {columns.map((column, at) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names the option it stands on.
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the list.
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: a column has no other name than its place.
          key={at}
          id={`column-${place.part}-${at}`}
          role="option"
          aria-selected={at === chosen}
          data-at={at}
          className={`column-line${over === at ? ' column-over' : ''}`}
          draggable
          onClick={() => choose(at)}
          onDragStart={(event) => event.dataTransfer.setData('text/plain', String(at))}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(at);
          }}
          onDragLeave={() => setOver(null)}
          onDrop={(event) => onDrop(event, at)}
        >
          <span className="column-number">{at + 1}</span>
          <span className="column-heading">{column.heading || <em>no heading</em>}</span>
          <span className="column-value">{valueWords(model, column.value)}</span>
          <span className="column-width">
            {isFixed
              ? `${positions[at]?.from ?? 0}–${positions[at]?.to ?? 0}`
              : column.width > 0
                ? `${column.width}`
                : ''}
          </span>
        </div>
      ))}
      {columns.length === 0 ? <p className="hint">No column yet. Add one below.</p> : null}
    </div>
  );
}
