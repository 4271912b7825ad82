import type { Calculation } from '../calc/Calculation.ts';
import { AllotError } from '../contract/errors.ts';
import type { Model } from '../model/Model.ts';
import type { AllocationTemplate, TemplateColumn } from './AllocationTemplate.ts';
import { type AllocationLine, type AllocationLines, allocationLines } from './allocationLines.ts';
import { type CellContent, cellWriter, type WriteCell } from './columnTexts.ts';
import { controlTotals } from './controlTotals.ts';
import type { FileContext } from './FileContext.ts';
import { type WrittenCell, writeCell } from './writeCell.ts';

export type RecordKind = 'header' | 'heading' | 'detail' | 'control';

/** One record of the file: a line of a text file, a row of a workbook. */
export interface FileRecord {
  readonly kind: RecordKind;
  readonly columns: readonly TemplateColumn[];
  /** Of detail records only. */
  readonly line: AllocationLine | null;
  readonly cells: readonly WrittenCell[];
}

interface RecordLayout {
  readonly kind: RecordKind;
  readonly columns: readonly TemplateColumn[];
  readonly writers: readonly WriteCell[];
  /** Cells of texts that come back, by column; null where none does. */
  readonly written: readonly (Map<CellContent, WrittenCell> | null)[];
}

/** Cells that are kept once made; beyond that, records are made anew each time they are asked for. */
const MOST_KEPT_CELLS = 3_000_000;

/** A file before it is written: what it is made of, and its records as they are asked for. */
export class AllocationFile {
  readonly context: FileContext;
  readonly rows: AllocationLines;
  readonly #before: readonly RecordLayout[];
  readonly #detail: RecordLayout;
  readonly #after: readonly RecordLayout[];
  /** Records of the lines, kept while there are not too many: a file is gone through three times. */
  readonly #kept: FileRecord[] | null;

  /** `writtenAt` is an ISO time without a zone, on the clock of the one who writes. Throws without the scenario. */
  constructor(calculation: Calculation, model: Model, template: AllocationTemplate, writtenAt: string) {
    const scenario = model.get('scenario', calculation.scenarioId);
    if (!scenario) throw new AllotError('scenario-unknown', 'The scenario is no longer there, so nothing was written.');
    const rows = allocationLines(calculation, template);
    const fixedRecords = template.header.length + (template.headings ? 1 : 0) + template.control.length;
    this.rows = rows;
    this.context = {
      calculation,
      model,
      template,
      scenario,
      adoption: model.get('adoption', scenario.id) ?? null,
      districtName: model.table('district').get('name')?.value ?? '',
      fiscalYear: model.table('district').get('fiscal_year')?.value ?? '',
      writtenAt,
      segments: rows.segments,
      totals: controlTotals(calculation, template, rows),
      recordCount: fixedRecords + rows.lines.length,
    };
    const layout = (kind: RecordKind, columns: readonly TemplateColumn[]): RecordLayout => ({
      kind,
      columns,
      writers: columns.map((column) => cellWriter(column, this.context)),
      written: columns.map(({ value }) => (value.kind === 'account' ? null : new Map())),
    });
    this.#before = template.header.map(({ columns }) => layout('header', columns));
    this.#detail = layout('detail', template.detail.columns);
    this.#kept = rows.lines.length * template.detail.columns.length <= MOST_KEPT_CELLS ? [] : null;
    this.#after = template.control.map(({ columns }) => layout('control', columns));
  }

  /** Records of the whole file in order; with `most`, of the detail records only the first so many. */
  *records(most = Number.POSITIVE_INFINITY): Generator<FileRecord> {
    const { template } = this.context;
    for (const layout of this.#before) yield this.#record(layout, null, 0);
    if (template.headings) yield this.#headings();
    let sequence = 0;
    for (const line of this.rows.lines) {
      if (sequence >= most) break;
      yield this.#keep(line, sequence++);
    }
    for (const layout of this.#after) yield this.#record(layout, null, this.rows.lines.length);
  }

  #keep(line: AllocationLine, sequence: number): FileRecord {
    const kept = this.#kept?.[sequence];
    if (kept) return kept;
    const record = this.#record(this.#detail, line, sequence);
    // Records are made in their order, so the next one always goes to the end.
    this.#kept?.push(record);
    return record;
  }

  #record(layout: RecordLayout, line: AllocationLine | null, sequence: number): FileRecord {
    const { template } = this.context;
    const { columns, writers, written } = layout;
    const cells: WrittenCell[] = [];
    for (let at = 0; at < writers.length; at++) {
      const content = writers[at]!(line, sequence);
      const held = content.type === 'text' ? written[at] : null;
      let cell = held?.get(content);
      if (!cell) {
        cell = writeCell(content, columns[at]!, template);
        held?.set(content, cell);
      }
      cells.push(cell);
    }
    return { kind: layout.kind, columns, line, cells };
  }

  #headings(): FileRecord {
    const { template } = this.context;
    const { columns } = template.detail;
    const cells = columns.map((column) =>
      writeCell({ type: 'text', text: column.heading }, headingColumn(column, template), template),
    );
    return { kind: 'heading', columns, line: null, cells };
  }
}

/** A heading is as wide as its column only where widths are fixed, and stands between spaces, never between zeros. */
export function headingColumn(column: TemplateColumn, { format }: AllocationTemplate): TemplateColumn {
  const { pad, width } = column;
  const isFixed = format === 'fixed';
  return { ...column, width: isFixed ? width : 0, pad: isFixed && !/\d/.test(pad) ? pad : ' ', required: false };
}

/** A record as it stands in a text file, without its line end. A cell that cannot be written leaves its place empty. */
export function recordText({ cells }: FileRecord, template: AllocationTemplate): string {
  const delimiter = template.format === 'fixed' ? '' : template.delimiter;
  let text = '';
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at]!;
    if (at > 0) text += delimiter;
    if (cell.ok) text += cell.text;
  }
  return text;
}

/** The whole text of a file that has no faults, with its line ends. */
export function fileText(file: AllocationFile): string {
  const { template } = file.context;
  const end = template.lineEnd === 'crlf' ? '\r\n' : '\n';
  const lines: string[] = [];
  for (const record of file.records()) lines.push(recordText(record, template) + end);
  return lines.join('');
}
