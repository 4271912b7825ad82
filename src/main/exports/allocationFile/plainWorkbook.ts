import JSZip from 'jszip';
import { AllotError } from '../../../shared/contract/errors.ts';
import { columnLetters } from '../../imports/Sheet.ts';
import { encodeEscapes } from '../../imports/xlsx/cellText.ts';
import type { ColumnKind, DescribedSheet } from '../WorkbookDescription.ts';

const MOST_ROWS = 1_048_576;
const LONGEST_TEXT = 32_767;
/** A workbook must not differ because it was written later; a zip can name no day before this one. */
const FIXED_DATE = new Date(Date.UTC(1980, 0, 1));
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Places in `cellXfs` below: general, text, heading, money. */
const STYLE = { number: 0, text: 1, heading: 2, money: 3 } as const;
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/><xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/**
 * One sheet as an .xlsx, written directly: an allocation file may have hundreds of thousands of cells, for which a
 * workbook library takes ten times as long. Text cells are text, numbers numbers, the heading row stays in sight. The
 * same sheet gives the same bytes.
 */
export async function writePlainWorkbook(sheet: DescribedSheet): Promise<Buffer> {
  if (sheet.rows.length >= MOST_ROWS) throw tooLarge('it has more rows than an .xlsx can hold');
  const name = escapeXml(sheet.name);
  const zip = new JSZip();
  const put = (path: string, text: string): void => {
    zip.file(path, XML + text, { date: FIXED_DATE, createFolders: false });
  };
  put(
    '[Content_Types].xml',
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${TYPES}.sharedStrings+xml"/></Types>`,
  );
  put(
    '_rels/.rels',
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  put(
    'xl/workbook.xml',
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  );
  put(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  );
  zip.file('xl/styles.xml', STYLES, { date: FIXED_DATE, createFolders: false });
  const texts = new SharedTexts();
  put('xl/worksheets/sheet1.xml', sheetXml(sheet, texts));
  put('xl/sharedStrings.xml', texts.xml());
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE', compressionOptions: { level: 1 } });
}

/** Every text once: names and codes come back thousands of times. */
class SharedTexts {
  readonly #places = new Map<string, number>();
  #uses = 0;

  placeOf(text: string): number {
    this.#uses++;
    const held = this.#places.get(text);
    if (held !== undefined) return held;
    if (text.length > LONGEST_TEXT) throw tooLarge('one of its texts is longer than an .xlsx can hold');
    this.#places.set(text, this.#places.size);
    return this.#places.size - 1;
  }

  xml(): string {
    const items = Array.from(
      this.#places.keys(),
      (text) => `<si><t xml:space="preserve">${escapeXml(encodeEscapes(text))}</t></si>`,
    );
    return `<sst xmlns="${MAIN}" count="${this.#uses}" uniqueCount="${items.length}">${items.join('')}</sst>`;
  }
}

function sheetXml({ columns, rows }: DescribedSheet, texts: SharedTexts): string {
  const textCell = (place: string, text: string, style: number): string =>
    `<c r="${place}" s="${style}" t="s"><v>${texts.placeOf(text)}</v></c>`;
  const cell = (place: string, text: string, kind: ColumnKind): string => {
    // A spreadsheet keeps fifteen digits; a number of more is written as text, so that it comes back whole.
    if (kind === 'text' || text.length > 15) return textCell(place, text, STYLE.text);
    return `<c r="${place}" s="${kind === 'money' ? STYLE.money : STYLE.number}"><v>${text}</v></c>`;
  };
  const letters = columns.map((_, at) => columnLetters(at));
  const widths = columns.map(({ header }, at) => {
    const longest = rows.slice(0, 200).reduce((most, row) => Math.max(most, row[at]?.length ?? 0), header.length);
    return `<col min="${at + 1}" max="${at + 1}" width="${Math.min(60, Math.max(8, longest + 3))}" customWidth="1"/>`;
  });
  const parts: string[] = [
    `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`,
  ];
  const heading = columns.map(({ header }, at) => textCell(`${letters[at]}1`, header, STYLE.heading));
  parts.push(`<row r="1">${heading.join('')}</row>`);
  for (const [index, row] of rows.entries()) {
    const number = index + 2;
    let cells = '';
    for (let at = 0; at < columns.length; at++) {
      const text = row[at] ?? '';
      if (text === '') continue;
      cells += cell(`${letters[at]}${number}`, text, columns[at]!.kind);
    }
    parts.push(`<row r="${number}">${cells}</row>`);
  }
  parts.push('</sheetData></worksheet>');
  return parts.join('');
}

const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeXml(text: string): string {
  return /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (mark) => MARKS[mark] as string) : text;
}

function tooLarge(reason: string): AllotError {
  return new AllotError(
    'export-too-large',
    `The workbook was not written, because ${reason}. Choose a template that writes a text file instead.`,
  );
}
