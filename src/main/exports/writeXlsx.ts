import { AllotError } from '../../shared/contract/errors.ts';
import { decimalText } from '../../shared/text/parseNumber.ts';
import { columnLetters } from '../imports/Sheet.ts';
import { encodeEscapes } from '../imports/xlsx/cellText.ts';
import type { ColumnKind, DescribedSheet, WorkbookDescription } from './WorkbookDescription.ts';
import { writeZip } from './writeZip.ts';

const MOST_ROWS = 1_048_576;
const LONGEST_TEXT = 32_767;
const WIDEST = 60;
const NARROWEST = 8;

/** Cell styles by their index in the styles part below. */
const HEADER_STYLE = 1;
const STYLE_OF: Record<ColumnKind, number> = {
  text: 2,
  money: 3,
  count: 0,
  weight: 4,
  percent: 0,
  rate: 5,
  number: 0,
};

/**
 * Writes a workbook as the bytes of an .xlsx: text cells as text, numbers as numbers, a bold header row that stays
 * in sight. It is the project's own writer, because the same model must give the same bytes, and because what it
 * writes is exactly what the project's own reader has to read.
 */
export function writeXlsx(workbook: WorkbookDescription): Buffer {
  const parts = [
    { name: '[Content_Types].xml', content: contentTypes(workbook.length) },
    { name: '_rels/.rels', content: PACKAGE_RELATIONS },
    { name: 'xl/workbook.xml', content: workbookPart(workbook) },
    { name: 'xl/_rels/workbook.xml.rels', content: workbookRelations(workbook.length) },
    { name: 'xl/styles.xml', content: STYLES },
    ...workbook.map((sheet, at) => ({ name: `xl/worksheets/sheet${at + 1}.xml`, content: sheetPart(sheet, at === 0) })),
  ];
  return writeZip(parts.map(({ name, content }) => ({ name, content: Buffer.from(HEAD + content, 'utf8') })));
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const PACKAGE_RELATIONS = `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

const STYLES =
  `<styleSheet xmlns="${MAIN}">` +
  '<numFmts count="2"><numFmt numFmtId="164" formatCode="0.00##"/><numFmt numFmtId="165" formatCode="#,##0.00####"/></numFmts>' +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="6">' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

function escapeXml(text: string): string {
  return encodeEscapes(text).replace(/[&<>"]/g, (character) => {
    return character === '&' ? '&amp;' : character === '<' ? '&lt;' : character === '>' ? '&gt;' : '&quot;';
  });
}

function contentTypes(sheets: number): string {
  const parts = Array.from({ length: sheets }, (_, at) => {
    return `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${TYPES}.worksheet+xml"/>`;
  });
  return (
    `<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>${parts.join('')}</Types>`
  );
}

function workbookPart(workbook: WorkbookDescription): string {
  const sheets = workbook.map(({ name }, at) => {
    return `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`;
  });
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

function workbookRelations(sheets: number): string {
  const relations = Array.from({ length: sheets }, (_, at) => {
    return `<Relationship Id="rId${at + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`;
  });
  const styles = `<Relationship Id="rId${sheets + 1}" Type="${OFFICE}/styles" Target="styles.xml"/>`;
  return `<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}${styles}</Relationships>`;
}

function sheetPart(sheet: DescribedSheet, isShown: boolean): string {
  if (sheet.rows.length >= MOST_ROWS) throw tooLarge(`the sheet ${sheet.name} has more rows than an .xlsx can hold`);
  const view = `<sheetView${isShown ? ' tabSelected="1"' : ''} workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView>`;
  const columns = sheet.columns.map((_, at) => {
    return `<col min="${at + 1}" max="${at + 1}" width="${widthOf(sheet, at)}" customWidth="1"/>`;
  });
  const letters = sheet.columns.map((_, at) => columnLetters(at));
  const header = sheet.columns.map(({ header }, at) => textCell(`${letters[at]}1`, header, HEADER_STYLE, sheet.name));
  let rows = `<row r="1">${header.join('')}</row>`;
  for (const [index, row] of sheet.rows.entries()) {
    rows += `<row r="${index + 2}">`;
    for (let at = 0; at < sheet.columns.length; at++) {
      const kind = sheet.columns[at]?.kind ?? 'text';
      rows += cell(`${letters[at]}${index + 2}`, row[at] ?? '', kind, sheet.name);
    }
    rows += '</row>';
  }
  return `<worksheet xmlns="${MAIN}"><sheetViews>${view}</sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${columns.join('')}</cols><sheetData>${rows}</sheetData></worksheet>`;
}

function cell(reference: string, text: string, kind: ColumnKind, sheetName: string): string {
  if (text === '') return '';
  if (kind === 'text') return textCell(reference, text, STYLE_OF.text, sheetName);
  const number = exactNumber(text);
  // A number of more digits than a spreadsheet keeps is written as text, so that it comes back whole.
  if (number === null) return textCell(reference, text, STYLE_OF.text, sheetName);
  return `<c r="${reference}" s="${STYLE_OF[kind]}"><v>${number}</v></c>`;
}

function textCell(reference: string, text: string, style: number, sheetName: string): string {
  if (text.length > LONGEST_TEXT) {
    throw tooLarge(`a text in the sheet ${sheetName} is longer than an .xlsx can hold`);
  }
  const space = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : '';
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t${space}>${escapeXml(text)}</t></is></c>`;
}

/** The decimal without closing zeros, where a spreadsheet would give exactly it back; otherwise null. */
function exactNumber(text: string): string | null {
  const plain = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  // Fifteen digits always survive a spreadsheet's numbers; only longer ones have to be tried.
  return plain.length <= 15 || decimalText(Number(plain)) === plain ? plain : null;
}

/** The longest of the first rows in characters, within reason. */
function widthOf(sheet: DescribedSheet, at: number): number {
  let longest = sheet.columns[at]?.header.length ?? 0;
  for (const row of sheet.rows.slice(0, 200)) longest = Math.max(longest, row[at]?.length ?? 0);
  return Math.min(WIDEST, Math.max(NARROWEST, longest + 3));
}

function tooLarge(reason: string): AllotError {
  return new AllotError(
    'export-too-large',
    `The workbook was not written, because ${reason}. Export to a folder of CSV files instead.`,
  );
}
