// The class alone: the package's main module also loads the streaming readers and writers, which nobody here uses.
declare module 'exceljs/lib/doc/workbook.js' {
  import type { Workbook } from 'exceljs';

  const WorkbookClass: new () => Workbook;
  export default WorkbookClass;
}
