import { type MouseEvent, memo, useLayoutEffect, useMemo } from 'react';
import type { AllocationTemplate, TemplateColumn } from '../../shared/allocationFile/AllocationTemplate.ts';
import type { PreviewCell } from '../../shared/allocationFile/previewAllocation.ts';
import { useDocumentOnce, useStore } from '../state/hooks.ts';
import { columnRuler } from './columnRuler.ts';
import { filesViewOf } from './FilesView.ts';
import type { ShownFile, ShownRecord } from './PreviewWatch.ts';
import { positionsOf, type RecordPlace, recordAt } from './recordEdits.ts';
import { ScrollRegion } from './ScrollRegion.tsx';

/** A record of the preview with its place in the template and in the file. */
interface PlacedRecord {
  readonly record: ShownRecord;
  readonly place: RecordPlace | null;
  readonly line: number;
}

/** The first lines of the file as they will stand in it, and its last ones. A click on a cell chooses its column. */
export function PreviewLines({ shown }: { readonly shown: ShownFile }) {
  const view = useStore(filesViewOf(useDocumentOnce()));
  const { template, records, recordCount, rowCount } = shown;
  const widths = useMemo(() => (template.format === 'xlsx' ? sheetWidths(records) : null), [template, records]);
  const placed = placeRecords(records, recordCount);
  const left = rowCount - placed.filter(({ record }) => record.kind === 'detail').length;
  const tail = placed.findIndex(({ record }) => record.kind === 'control');
  const cut = tail < 0 ? placed.length : tail;
  const chosen = view.record;
  const isChosen = (place: RecordPlace | null): boolean =>
    chosen !== null && place?.part === chosen.part && (place.part === 'detail' || place.at === chosen.at);
  const choose = (event: MouseEvent): void => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-cell]') : null;
    const [part, at, column] = cell?.dataset.cell?.split(' ') ?? [];
    if (part && at && column) view.showColumn({ part: part as RecordPlace['part'], at: Number(at) }, Number(column));
  };
  const chosenKey = chosen ? `${chosen.part} ${chosen.at} ${view.column}` : '';
  useLayoutEffect(() => {
    if (chosenKey !== '') showSideways(chosenKey);
  }, [chosenKey]);
  const columns = recordAt(template, chosen ?? { part: 'detail', at: 0 })?.columns ?? template.detail.columns;
  const line = ({ record, place, line: number }: PlacedRecord) => (
    <PreviewLine
      key={number}
      record={record}
      template={template}
      columns={place ? (recordAt(template, place)?.columns ?? []) : template.detail.columns}
      place={place}
      number={number}
      chosen={isChosen(place) ? view.column : -1}
      widths={widths}
    />
  );
  return (
    <ScrollRegion className="file-lines" label="Lines of the file" testId="file-lines" onClick={choose}>
      {template.format === 'fixed' ? <Ruler columns={columns} chosen={chosen ? view.column : -1} /> : null}
      {placed.slice(0, cut).map(line)}
      {left > 0 ? (
        <div className="file-left">
          {left.toLocaleString('en-US')} more detail {left === 1 ? 'record' : 'records'}
        </div>
      ) : null}
      {placed.slice(cut).map(line)}
    </ScrollRegion>
  );
}

/** Room at the left for the numbers of the lines, which stay where they are. */
const NUMBERS_PX = 64;

/** Scrolls the lines sideways until a column can be seen; up and down they stay. */
function showSideways(key: string): void {
  const cell = document.querySelector(`[data-cell="${key}"]`);
  const region = cell?.closest('.file-lines');
  if (!cell || !region) return;
  const at = cell.getBoundingClientRect();
  const room = region.getBoundingClientRect();
  if (at.left < room.left + NUMBERS_PX) region.scrollLeft -= room.left + NUMBERS_PX - at.left;
  else if (at.right > room.right)
    region.scrollLeft += Math.min(at.right - room.right, at.left - room.left - NUMBERS_PX);
}

/** Header records first, then headings and rows, and the control records at the end of the file. */
function placeRecords(records: readonly ShownRecord[], recordCount: number): PlacedRecord[] {
  const controls = records.filter(({ kind }) => kind === 'control').length;
  let header = 0;
  let control = 0;
  return records.map((record, at) => {
    if (record.kind === 'header') return { record, place: { part: 'header', at: header++ }, line: at + 1 };
    if (record.kind === 'control') {
      const line = recordCount - controls + control + 1;
      return { record, place: { part: 'control', at: control++ }, line };
    }
    return { record, place: record.kind === 'detail' ? { part: 'detail', at: 0 } : null, line: at + 1 };
  });
}

interface PreviewLineProps {
  readonly record: ShownRecord;
  readonly template: AllocationTemplate;
  readonly columns: readonly TemplateColumn[];
  readonly place: RecordPlace | null;
  readonly number: number;
  readonly chosen: number;
  /** Characters of each column of a workbook, whose cells stand in columns; null of a text file. */
  readonly widths: readonly number[] | null;
}

const PreviewLine = memo(function PreviewLine({
  record,
  template,
  columns,
  place,
  number,
  chosen,
  widths,
}: PreviewLineProps) {
  const { format } = template;
  const delimiter = format === 'delimited' ? template.delimiter : '';
  const part = place ? `${place.part} ${place.at}` : 'detail 0';
  return (
    <div className={`file-line file-line-${record.kind}`} data-kind={record.kind}>
      <span className="file-number">{number.toLocaleString('en-US')}</span>
      <span className="file-text">
        {record.cells.map((cell, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a cell has no other name than its place.
          <span key={at}>
            {at > 0 && delimiter !== '' ? <span className="file-delimiter">{delimiter}</span> : null}
            <span
              className={cellClass(cell, at === chosen)}
              data-cell={`${part} ${at}`}
              title={cell.fault ? `${columns[at]?.heading || `Column ${at + 1}`} ${cell.fault}.` : undefined}
            >
              {widths ? gridText(cell, widths[at] ?? 0, columns[at]) : cellText(cell, columns[at], format === 'fixed')}
            </span>
          </span>
        ))}
      </span>
    </div>
  );
});

const cellClass = ({ fault }: PreviewCell, isChosen: boolean): string =>
  `file-cell${isChosen ? ' file-chosen' : ''}${fault ? ' file-fault' : ''}`;

/** More characters of a workbook's cell are not shown. */
const WIDEST = 32;

/** How wide each column of a workbook is shown: as its longest cell. */
function sheetWidths(records: readonly ShownRecord[]): number[] {
  const widths: number[] = [];
  for (const { cells } of records) {
    for (const [at, { text }] of cells.entries()) widths[at] = Math.min(WIDEST, Math.max(widths[at] ?? 0, text.length));
  }
  return widths;
}

/** A workbook's cell as wide as its column, amounts at the right. */
function gridText({ text, fault }: PreviewCell, width: number, column: TemplateColumn | undefined): string {
  const shown = fault && text === '' ? '?' : text.length > width ? `${text.slice(0, width - 1)}…` : text;
  const padded = column?.value.kind === 'amount' ? shown.padStart(width) : shown.padEnd(width);
  return `${padded}  `;
}

/** What cannot be written keeps its place, so that what follows stands where it will. */
function cellText({ text, fault }: PreviewCell, column: TemplateColumn | undefined, isFixed: boolean): string {
  if (!fault) return text;
  const shown = text === '' ? '?' : text;
  return isFixed && column ? shown.padEnd(column.width, text === '' ? '?' : ' ') : shown;
}

interface RulerProps {
  readonly columns: readonly TemplateColumn[];
  readonly chosen: number;
}

/** Positions above the lines of a fixed-width file, with the chosen column marked. */
function Ruler({ columns, chosen }: RulerProps) {
  const positions = positionsOf(columns);
  const width = positions.at(-1)?.to ?? 0;
  const here = positions[chosen];
  const ruler = columnRuler(width);
  return (
    <div className="file-line file-ruler" aria-hidden="true">
      <span className="file-number" />
      <span className="file-text">
        {here ? (
          <>
            {ruler.slice(0, here.from - 1)}
            <span className="file-cell file-chosen">{ruler.slice(here.from - 1, here.to)}</span>
            {ruler.slice(here.to)}
          </>
        ) : (
          ruler
        )}
      </span>
    </div>
  );
}
