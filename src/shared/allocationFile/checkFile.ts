import { PSEUDO_SCHOOLS, PSEUDO_SOURCES } from '../model/pseudoCodes.ts';
import { formatCount, formatMoney } from '../text/formatNumber.ts';
import { quoted } from '../text/quoted.ts';
import type { AllocationFile, FileRecord } from './AllocationFile.ts';
import { type AllocationEntry, NONE, schoolCode, sourceCode } from './allocationEntries.ts';
import type { AllocationLine } from './allocationLines.ts';
import { checkSegments } from './checkSegments.ts';
import { checkTemplate, columnName } from './checkTemplate.ts';
import { compareWithScenario } from './controlTotals.ts';
import { FileFaults, fileFault } from './FileFault.ts';
import { placeWords } from './placeWords.ts';

/** Rows of one file: every school and source of the largest districts by month and need, far below what memory holds. */
const MOST_ROWS = 2_000_000;

/**
 * Everything that can be known before a byte is written: the template, the scenario (one that does not tie out is
 * refused), accounts, every cell, rows that are alike, and the totals by source, school and fund against the scenario.
 */
export function checkFile(file: AllocationFile): FileFaults {
  const faults = new FileFaults();
  const { context, rows } = file;
  const { calculation, template, model } = context;
  for (const fault of checkTemplate(template, model)) faults.add(fault);
  for (const problem of calculation.results.tieOut.problems) {
    faults.add(fileFault('scenario', `The scenario does not tie out: ${problem}`));
  }
  checkPseudoCodes(file, faults);
  if (rows.lines.length === 0)
    faults.add(fileFault('totals', 'The chosen money comes to nothing: the file has no rows.'));
  if (rows.lines.length > MOST_ROWS) {
    const reason = `The file would have ${formatCount(rows.lines.length * 100)} rows, more than can be written at once. Split it less, or leave zero rows out.`;
    faults.add(fileFault('totals', reason));
    return faults;
  }
  checkSegments(file, faults);
  const seen = new Map<string, FileRecord>();
  for (const record of file.records()) {
    for (const [at, cell] of record.cells.entries()) {
      if (cell.ok) continue;
      const column = record.columns[at]!;
      // Accounts without a rule are told together by checkSegments, not row by row.
      if (cell.kind === 'unmapped' || (cell.kind === 'blank' && isAccount(record, at))) continue;
      const name = columnName(column, at);
      const where = record.line ? `${placeOfLine(file, record.line)}: ` : `In the ${record.kind} record, `;
      const value = cell.value === '' ? '' : ` ${quoted(cell.value)}`;
      faults.add(
        fileFault(cell.kind, `${where}${name}${value} ${cell.reason}.`, {
          ...aboutLine(file, record.line),
          column: column.heading,
          value: cell.value,
        }),
      );
    }
    if (record.kind === 'detail' && template.duplicates === 'fault') checkDuplicate(file, record, seen, faults);
  }
  checkTotals(file, faults);
  return faults;
}

function isAccount(record: FileRecord, at: number): boolean {
  const kind = record.columns[at]?.value.kind;
  return kind === 'segment' || kind === 'account';
}

/** A district may have called a source or school what stands here for money without one; their totals would mix. */
function checkPseudoCodes({ rows, context: { calculation } }: AllocationFile, faults: FileFaults): void {
  const names = (entry: AllocationEntry): boolean => entry.source < 0 || entry.school === NONE;
  if (!rows.entries.some(names)) return;
  for (const { code } of PSEUDO_SOURCES) {
    if (!calculation.sourceRows.some((source) => source.code === code)) continue;
    faults.add(
      fileFault(
        'template',
        `A source has the code ${code}, which stands for ${code.replace('_', '-')}s here. Leave one out.`,
        {
          source: code,
        },
      ),
    );
  }
  for (const { code } of PSEUDO_SCHOOLS) {
    if (!calculation.schools.some((school) => school.code === code)) continue;
    faults.add(
      fileFault('template', `A school has the code ${code}, which stands for the central office here. Leave one out.`, {
        school: code,
      }),
    );
  }
}

const NOT_PART_OF_KEY = ['amount', 'sequence', 'records', 'total'];

function checkDuplicate(
  file: AllocationFile,
  record: FileRecord,
  seen: Map<string, FileRecord>,
  faults: FileFaults,
): void {
  let key = '';
  for (const [at, cell] of record.cells.entries()) {
    if (NOT_PART_OF_KEY.includes(record.columns[at]!.value.kind)) continue;
    key += `${cell.ok ? cell.text : ''}\u001f`;
  }
  const first = seen.get(key);
  if (!first) {
    seen.set(key, record);
    return;
  }
  const line = record.line as AllocationLine;
  const account = line.account.filter((value) => value !== null).join('-');
  const one = placeOfLine(file, first.line as AllocationLine);
  const reason = `${placeOfLine(file, line)} has the same key as ${one}${account ? ` (account ${account})` : ''}. Sum equal accounts in the template, or give them different ones.`;
  faults.add(fileFault('duplicate', reason, { ...aboutLine(file, line), value: account }));
}

function checkTotals(file: AllocationFile, faults: FileFaults): void {
  const { calculation, template, totals, segments } = file.context;
  for (const { what, code, wantedCents, foundCents } of compareWithScenario(calculation, template, totals)) {
    const whose = what === 'all' ? 'All rows' : `The rows of the ${what} ${code}`;
    const reason = `${whose} come to ${formatMoney(foundCents)}, but the scenario says ${formatMoney(wantedCents)}.`;
    faults.add(fileFault('totals', reason, what === 'all' ? {} : { [what]: code }));
  }
  const fundAt = template.fundSegment === '' ? -1 : segments.indexOf(template.fundSegment);
  if (fundAt < 0) return;
  const wanted = new Map<string, number>();
  for (const [at, { cents }] of file.rows.entries.entries()) {
    const fund = file.rows.accounts[at]![fundAt] ?? '';
    wanted.set(fund, (wanted.get(fund) ?? 0) + cents);
  }
  const found = new Map(totals.byFund.map(({ code, cents }) => [code, cents]));
  for (const [fund, cents] of wanted) {
    const written = found.get(fund) ?? 0;
    if (written === cents) continue;
    const reason = `The rows of ${template.fundSegment} ${quoted(fund)} come to ${formatMoney(written)}, but the scenario says ${formatMoney(cents)}.`;
    faults.add(fileFault('totals', reason, { segment: template.fundSegment, value: fund }));
  }
}

/** School and source of a row by code, where it is of one each. */
export function aboutLine(
  { context: { calculation } }: AllocationFile,
  line: AllocationLine | null,
): { school: string; source: string } {
  if (!line) return { school: '', source: '' };
  return {
    school: line.school >= NONE ? schoolCode(calculation, line.school) : '',
    source: line.source >= -3 ? sourceCode(calculation, line.source) : '',
  };
}

function placeOfLine(file: AllocationFile, line: AllocationLine): string {
  const { school, source } = aboutLine(file, line);
  return placeWords(file.context.calculation, school, source);
}
