import type { ReadLimits } from '../limits.ts';
import type { Sheet } from '../Sheet.ts';
import { refuse } from '../WorkbookUnreadable.ts';
import { cellFormatsIn } from './cellFormats.ts';
import { decodeEscapes } from './cellText.ts';
import { findWorkbookPart, relationsIn } from './Relations.ts';
import { type CellContext, type ReadWishes, sheetRowsIn } from './readSheetPart.ts';
import { WorkbookParts } from './WorkbookParts.ts';
import type { XmlReading } from './XmlParser.ts';

const broken = 'its contents are broken; open it in a spreadsheet program and save it again as .xlsx.';
const OLD_OFFICE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

/**
 * Reads the values of an .xlsx and nothing else. The zip and the XML are read by libraries; what the XML means is this
 * project's own reading, because what comes from outside should meet the fewest features: no links followed, no style
 * applied, every size bounded, and a stored number taken as decimal text instead of a rounded one. Formulas count by
 * the value saved with them.
 */
export async function readXlsx(bytes: Buffer, limits: ReadLimits, wishes: ReadWishes = {}): Promise<Sheet[]> {
  if (bytes.subarray(0, OLD_OFFICE.length).equals(OLD_OFFICE)) {
    refuse('it is protected by a password or in the old .xls format; save it as .xlsx without a password.');
  }
  const parts = await WorkbookParts.open(bytes, limits.unzippedBytes);
  const workbookName = findWorkbookPart(await parts.read('_rels/.rels', relationsIn('')));
  const listed =
    (await parts.read(workbookName, sheetListIn())) ?? refuse('it is a zip file but not an .xlsx workbook.');
  const folder = workbookName.slice(0, workbookName.lastIndexOf('/') + 1);
  const relationsName = `${folder}_rels/${workbookName.slice(folder.length)}.rels`;
  const relations = (await parts.read(relationsName, relationsIn(folder))) ?? refuse(broken);
  // A chart or a macro sheet is not a sheet of cells.
  const sheets = listed.sheets.flatMap(({ name, id }) => {
    const part = relations.part(id, 'worksheet');
    return part ? [{ name, part }] : [];
  });
  if (sheets.length > limits.sheets) refuse(`it has more than ${limits.sheets} sheets.`);
  const stringsName = relations.partOfType('sharedStrings') ?? `${folder}sharedStrings.xml`;
  const stylesName = relations.partOfType('styles') ?? `${folder}styles.xml`;
  const context: CellContext = {
    sharedStrings: (await parts.read(stringsName, sharedStringsIn())) ?? [],
    formats: (await parts.read(stylesName, cellFormatsIn())) ?? [],
    startsIn1904: listed.startsIn1904,
    limits,
    cellCount: { value: 0 },
    wishes,
  };
  const read: Sheet[] = [];
  for (const { name, part } of sheets) {
    read.push({ name, rows: (await parts.read(part, sheetRowsIn(name, context))) ?? refuse(broken) });
  }
  return read;
}

interface SheetList {
  /** In the order of their tabs, each with the id of its relation. */
  readonly sheets: readonly { readonly name: string; readonly id: string }[];
  readonly startsIn1904: boolean;
}

function sheetListIn(): XmlReading<SheetList> {
  const sheets: { name: string; id: string }[] = [];
  let startsIn1904 = false;
  return {
    open(name, attributes) {
      if (name === 'workbookPr') startsIn1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      // The prefix of the relations' namespace is the writer's choice.
      const key = Object.keys(attributes).find((attribute) => attribute.endsWith(':id'));
      sheets.push({ name: attributes.name ?? '', id: key === undefined ? '' : (attributes[key] ?? '') });
    },
    result: () => ({ sheets, startsIn1904 }),
  };
}

/** The common texts of all sheets. A rich text is its runs together; the reading aids of Japanese are passed over. */
function sharedStringsIn(): XmlReading<readonly string[]> {
  const strings: string[] = [];
  let current = '';
  let inText = false;
  let phonetic = 0;
  return {
    open(name) {
      if (name === 'si') current = '';
      else if (name === 'rPh') phonetic++;
      else if (name === 't') inText = phonetic === 0;
    },
    close(name) {
      if (name === 'si') strings.push(decodeEscapes(current));
      else if (name === 'rPh') phonetic--;
      else if (name === 't') inText = false;
    },
    text(text) {
      if (inText) current += text;
    },
    result: () => strings,
  };
}
