/** `allot --help`. A test compares it with the commands. */
export const HELP = `Allot decides how much money each school gets.

  allot new FILE [--sample]
      Make a new district model, empty or with the sample district. An existing
      file is refused.
  allot import FILE WORKBOOK
      Bring a district workbook into a model and save it. WORKBOOK is an .xlsx or
      a folder of .csv files. Every fault is listed as sheet, row, column and
      reason, and nothing is changed if there is one. Sheets of the workbook
      replace what the model has of them; sheets it does not have stay. The sheet
      scenarios makes every scenario it names; others stay.
  allot export FILE OUT
      Write the model as a district workbook: an .xlsx where OUT ends so,
      otherwise a folder of .csv files. An earlier export there is replaced. The
      sheets are of the first scenario; the sheet scenarios says what each further
      one changes, as sheet, key, column and value. A key is the codes of a row
      with slashes between: weights, District weights/ES/POV, weight, 0.34.
  allot budgets FILE [--scenario NAME] [--format csv|json]
      Print the school budgets, schools by code.
  allot matrix FILE [--scenario NAME] [--format csv|json]
      Print the per-pupil matrix, weights and level index.
  allot check FILE [--scenario NAME] [--format text|json]
      Print the tie-out proof: central + schools + left = amount for every source.
  allot explain FILE SCHOOL [SOURCE] [--scenario NAME]
      Print how a school's number came about, as arithmetic you can replay.
  allot calculators FILE --out FOLDER [--scenario NAME] [--school CODE] [--district]
      Write a calculator workbook for each school into a folder: counts to type
      into, live formulas that give the budget to the cent. With --school only that
      school's; with --district one workbook for all, a school chosen from a list.
      Earlier ones of the same names are replaced, or none where anything fails.
  allot district-workbook FILE --out FILE.xlsx [--scenario NAME]
      Write the budgets for board and staff: summary, schools, per-pupil matrix,
      comparison with this year and floors, and up to six scenarios side by side.
  allot export-allocation FILE --template NAME --out FILE [--scenario NAME]
      Write the budgets as a file for a finance system, by a template of the model
      or a built-in one, with a control sheet beside it. Accounts, lengths and
      totals are checked first and the file is read back before it is put in
      place; with a fault nothing is written. An unknown NAME is refused with the
      names there are.
  allot statements FILE --out FILE.pdf|FILE.html [--scenario NAME] [--school CODE] [--paper letter|a4]
      Write each school's two-year statement, one page a school, as one PDF, or as
      HTML where FILE ends in .html. A PDF needs Chrome, Edge or Chromium, or the
      installed program.
  allot formula-book FILE --out FILE.pdf|FILE.html [--scenario NAME] [--paper letter|a4]
      Write every rule of the model in plain language, with its numbers, reasons
      and a worked example, as PDF or HTML.
  allot board-packet FILE --out FILE.pdf|FILE.html [--session NAME] [--scenario NAME] [--paper letter|a4] [--tables]
      Write the slides of a board session, of the first one without --session, as
      pages to print, or as one web page where FILE ends in .html; with --tables
      the numbers behind them as well. What the session does not let be seen is
      not in the file, and speaker notes never are.
  allot history FILE [--scenario NAME] [--format csv|json]
      Print who changed what and when, one row for each cell with its value before
      and after, the oldest first; with --scenario what it decides and the inputs
      it uses. The exit code is 1 where another program has changed the model; the
      other commands only warn of that on standard error.
  allot --help, allot --version

FILE is a district model (.allot). Without --scenario the first one is meant; an
unknown name is refused with the names there are. Names of files are
relative to the folder you stand in.
The exit code is 0, or 1 with one sentence per fault on standard error.
`;
