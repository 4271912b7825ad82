import type { ReadLimits } from '../limits.ts';
import type { Sheet } from '../Sheet.ts';
import { refuse } from '../WorkbookUnreadable.ts';
import { readCellFormats } from './cellFormats.ts';
import { decodeEscapes } from './cellText.ts';
import { findWorkbookPart, type Relations, readRelations } from './Relations.ts';
import { type CellContext, type ReadWishes, readSheetPart } from './readSheetPart.ts';
import { attribute, scanXml } from './scanXml.ts';
import { ZipArchive } from './ZipArchive.ts';

const broken = 'its contents are broken; open it in a spreadsheet program and save it again as .xlsx.';
const OLD_OFFICE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

/**
 * Reads the values of an .xlsx and nothing else. It is this project's own reader, because what comes from outside
 * should meet the fewest features: no dates made of numbers, no links followed, no style applied, every size bounded,
 * and a stored number taken as decimal text instead of a rounded one. Formulas count by the value saved with them.
 */
export function readXlsx(bytes: Buffer, limits: ReadLimits, wishes: ReadWishes = {}): Sheet[] {
  if (bytes.subarray(0, OLD_OFFICE.length).equals(OLD_OFFICE)) {
    refuse('it is protected by a password or in the old .xls format; save it as .xlsx without a password.');
  }
  const archive = new ZipArchive(bytes, limits.unzippedBytes);
  const part = (name: string): string | null => {
    const content = archive.read(name);
    return content === null ? null : decode(content);
  };
  const workbookName = findWorkbookPart(part('_rels/.rels'));
  const workbookXml = part(workbookName);
  if (workbookXml === null) return refuse('it is a zip file but not an .xlsx workbook.');
  const folder = workbookName.slice(0, workbookName.lastIndexOf('/') + 1);
  const relationsXml = part(`${folder}_rels/${workbookName.slice(folder.length)}.rels`) ?? refuse(broken);
  const relations = readRelations(relationsXml, folder);
  const listed = readSheetList(workbookXml, relations);
  if (listed.sheets.length > limits.sheets) refuse(`it has more than ${limits.sheets} sheets.`);
  const stringsXml = part(relations.partOfType('sharedStrings') ?? `${folder}sharedStrings.xml`);
  const stylesXml = part(relations.partOfType('styles') ?? `${folder}styles.xml`);
  const context: CellContext = {
    sharedStrings: stringsXml === null ? [] : readSharedStrings(stringsXml),
    formats: stylesXml === null ? [] : readCellFormats(stylesXml),
    startsIn1904: listed.startsIn1904,
    limits,
    cellCount: { value: 0 },
    wishes,
  };
  return listed.sheets.map(({ name, target }) => {
    const xml = part(target) ?? refuse(broken);
    return { name, rows: readSheetPart(xml, name, context) };
  });
}

function decode(content: Buffer): string {
  if (content.length > 500_000_000) refuse('one of its sheets is larger than this program reads.');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return refuse(broken);
  }
}

/** Sheets in the order of their tabs, each with the name of its part. */
function readSheetList(
  xml: string,
  relations: Relations,
): { sheets: { name: string; target: string }[]; startsIn1904: boolean } {
  const sheets: { name: string; target: string }[] = [];
  let startsIn1904 = false;
  scanXml(xml, {
    open(name, attributes) {
      if (name === 'workbookPr') startsIn1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '');
      if (name !== 'sheet') return;
      const id = /\s[\w.-]+:id\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1] ?? '';
      const target = relations.part(id, 'worksheet');
      if (target) sheets.push({ name: attribute(attributes, 'name') ?? '', target });
    },
    close() {},
    text() {},
  });
  return { sheets, startsIn1904 };
}

/** The common texts of all sheets. A rich text is its runs together; the reading aids of Japanese are passed over. */
function readSharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let current = '';
  let inText = false;
  let phonetic = 0;
  scanXml(xml, {
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
  });
  return strings;
}
