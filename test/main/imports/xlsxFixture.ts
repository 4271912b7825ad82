import JSZip from 'jszip';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Parts of an .xlsx written by hand, so that a test can say exactly what stands in them. */
export function xlsxOf(parts: Readonly<Record<string, string>>): Promise<Buffer> {
  const names = Object.keys(parts).filter((name) => name.startsWith('xl/worksheets/'));
  const whole: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names
      .map(
        (name, at) =>
          `<sheet name="${name.slice('xl/worksheets/'.length, -'.xml'.length)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names
      .map((name, at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/worksheet" Target="${name.slice(3)}"/>`)
      .join('')}</Relationships>`,
    ...parts,
  };
  const zip = new JSZip();
  for (const [name, text] of Object.entries(whole)) zip.file(name, text, { createFolders: false });
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

/** One sheet called `schools` with the given rows of cells, each `<c …>…</c>`. */
export function sheetXml(...rows: readonly string[]): string {
  return `<worksheet xmlns="${MAIN}"><sheetData>${rows.map((cells, at) => `<row r="${at + 1}">${cells}</row>`).join('')}</sheetData></worksheet>`;
}

/** Cell formats by index: 0 plain, 1 date, 2 percent, 3 five digits, 4 a custom date, 5 a custom percent. */
export const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="3"><numFmt numFmtId="164" formatCode="00000"/><numFmt numFmtId="165" formatCode="[$-409]d\\-mmm;@"/><numFmt numFmtId="166" formatCode="0.000%"/></numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>`;
