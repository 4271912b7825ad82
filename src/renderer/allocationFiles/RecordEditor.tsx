import { useState } from 'react';
import type { TemplateColumn } from '../../shared/allocationFile/AllocationTemplate.ts';
import { SelectField } from '../sheets/SelectField.tsx';
import { useDocumentOnce, useStore } from '../state/hooks.ts';
import { ColumnInspector } from './ColumnInspector.tsx';
import { ColumnList } from './ColumnList.tsx';
import { filesViewOf } from './FilesView.ts';
import { isOffered, newColumn } from './newColumn.ts';
import {
  insertedAfter,
  moved,
  positionsOf,
  type RecordPlace,
  recordAt,
  withColumns,
  withoutRecord,
  withRecordAdded,
} from './recordEdits.ts';
import { choicesOf, KINDS } from './templateWords.ts';
import { useTemplate } from './useTemplate.ts';

/** One record of the template: its columns in order, and the chosen one in full. */
export function RecordEditor({ place }: { readonly place: RecordPlace }) {
  const document = useDocumentOnce();
  useStore(filesViewOf(document));
  const { template } = useTemplate();
  const record = recordAt(template, place) ?? recordAt(template, { ...place, at: 0 });
  if (!record) return <NoRecord part={place.part} />;
  return <Columns place={place} columns={record.columns} />;
}

interface ColumnsProps {
  readonly place: RecordPlace;
  readonly columns: readonly TemplateColumn[];
}

function Columns({ place, columns }: ColumnsProps) {
  const document = useDocumentOnce();
  const view = filesViewOf(document);
  const { template, make } = useTemplate();
  const [wanted, setKind] = useState('');
  const at = Math.min(view.column, columns.length - 1);
  const column = columns[at];
  const kinds = choicesOf(KINDS).filter(({ value }) => isOffered(value as keyof typeof KINDS, place.part));
  const kind = kinds.some(({ value }) => value === wanted) ? wanted : (kinds[0]?.value ?? 'text');
  const add = (): void => {
    const added = newColumn(template, kind as keyof typeof KINDS, document.model);
    make((held) => withColumns(held, place, (list) => insertedAfter(list, at, added)), 'add a column');
    view.chooseColumn(at + 1);
  };
  const move = (by: -1 | 1): void => {
    make((held) => withColumns(held, place, (list) => moved(list, at, at + by)), 'move a column');
    view.chooseColumn(at + by);
  };
  return (
    <div className="record-editor">
      <div className="record-columns">
        {place.part === 'detail' ? null : <RecordTabs part={place.part} at={place.at} />}
        <ColumnList place={place} columns={columns} chosen={at} onChoose={(next) => view.chooseColumn(next)} />
        <div className="record-bar">
          <SelectField label="Column to add" value={kind} choices={kinds} onChange={setKind} />
          <button type="button" className="button button-small" onClick={add}>
            Add column
          </button>
          <button
            type="button"
            className="button button-small"
            aria-label="Move the column up"
            title="Move the column up (Alt+↑)"
            disabled={at <= 0}
            onClick={() => move(-1)}
          >
            ↑
          </button>
          <button
            type="button"
            className="button button-small"
            aria-label="Move the column down"
            title="Move the column down (Alt+↓)"
            disabled={at < 0 || at >= columns.length - 1}
            onClick={() => move(1)}
          >
            ↓
          </button>
          <span className="grow" />
          {template.format === 'fixed' ? (
            <span className="hint">{positionsOf(columns).at(-1)?.to ?? 0} characters</span>
          ) : null}
        </div>
      </div>
      {column ? (
        <ColumnInspector key={`${place.part} ${place.at} ${at}`} place={place} at={at} column={column} />
      ) : null}
    </div>
  );
}

/** Several records of a kind stand one after another in the file. */
function RecordTabs({ part, at }: { readonly part: 'header' | 'control'; readonly at: number }) {
  const document = useDocumentOnce();
  const view = filesViewOf(document);
  const { template, make } = useTemplate();
  const records = template[part];
  return (
    <div className="record-tabs">
      {records.map((_, index) => (
        <button
          // biome-ignore lint/suspicious/noArrayIndexKey: a record has no other name than its place.
          key={index}
          type="button"
          className="button button-small"
          aria-pressed={index === at}
          onClick={() => view.showRecord(part, index)}
        >
          {part === 'header' ? 'Header' : 'Control'} {index + 1}
        </button>
      ))}
      <button
        type="button"
        className="button button-small"
        onClick={() => {
          const column = newColumn(template, 'text', document.model);
          make((held) => withRecordAdded(held, part, { columns: [column] }), `add a ${part} record`);
          view.showRecord(part, records.length);
        }}
      >
        Add a record
      </button>
      <span className="grow" />
      <button
        type="button"
        className="button button-small button-danger"
        onClick={() => {
          make((held) => withoutRecord(held, part, at), `remove a ${part} record`);
          view.showRecord(part, Math.max(0, at - 1));
        }}
      >
        Remove this record
      </button>
    </div>
  );
}

function NoRecord({ part }: { readonly part: RecordPlace['part'] }) {
  const document = useDocumentOnce();
  const { template, make } = useTemplate();
  if (part === 'detail') return null;
  return (
    <div className="empty">
      <p>
        {part === 'header'
          ? 'No record stands above the rows. Some systems ask for one that names the batch.'
          : 'No record stands below the rows. Some systems ask for one with counts and totals.'}
      </p>
      <button
        type="button"
        className="button"
        onClick={() => {
          const kind = part === 'header' ? 'text' : 'records';
          make(
            (held) => withRecordAdded(held, part, { columns: [newColumn(template, kind, document.model)] }),
            `add a ${part} record`,
          );
          filesViewOf(document).showRecord(part, 0);
        }}
      >
        Add a {part} record
      </button>
    </div>
  );
}
