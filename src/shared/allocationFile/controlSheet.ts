import { PSEUDO_SCHOOLS, PSEUDO_SOURCES } from '../model/pseudoCodes.ts';
import { type CsvCell, writeCsv } from '../text/csv.ts';
import { plainMoney } from '../text/formatNumber.ts';
import type { AllocationFile } from './AllocationFile.ts';
import { draftMark } from './FileContext.ts';

/** What is known of a file once its bytes are made. */
export interface WrittenFacts {
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly templateName: string;
  /** ISO time with its zone. */
  readonly writtenAt: string;
  readonly writtenBy: string;
}

const ENCODING_WORDS = {
  'utf-8': 'UTF-8',
  'utf-8-bom': 'UTF-8 with byte order mark',
  'windows-1252': 'Windows-1252',
  ascii: 'ASCII',
} as const;

/**
 * The control sheet that goes with an allocation file, as CSV for people: which file, of which scenario and standing,
 * and the totals that whoever loads it compares. A file of a scenario that is not adopted is marked so in its first row.
 */
export function controlSheet(file: AllocationFile, facts: WrittenFacts): string {
  const { template, totals, scenario, adoption, recordCount, districtName, fiscalYear, model } = file.context;
  const rows: CsvCell[][] = [['item', 'code', 'name', 'value']];
  const say = (item: string, value: string): void => {
    rows.push([item, '', '', value]);
  };
  const count = (item: string, value: number): void => {
    rows.push([item, '', '', { number: String(value) }]);
  };
  const money = (item: string, cents: number, code = '', name = ''): void => {
    rows.push([item, code, name, { number: plainMoney(cents) }]);
  };
  const mark = draftMark(scenario);
  if (mark !== '') say('mark', `${mark}: not adopted`);
  say('file', facts.fileName);
  say('sha256', facts.sha256);
  count('bytes', facts.bytes);
  count('records', recordCount);
  count('rows', totals.rows);
  if (template.format !== 'xlsx') say('encoding', ENCODING_WORDS[template.encoding]);
  say('template', facts.templateName);
  say('district', districtName);
  say('fiscal_year', fiscalYear);
  say('scenario', scenario.name);
  say('status', scenario.status);
  if (adoption && scenario.status === 'adopted') {
    say('adopted_at', adoption.at);
    say('adopted_by', adoption.by);
    say('adopted_inputs_sha256', adoption.inputsSha256);
    say('adopted_results_sha256', adoption.resultsSha256);
  }
  say('written_at', facts.writtenAt);
  say('written_by', facts.writtenBy);
  money('amount', totals.amountCents);
  money('debit', totals.debitCents);
  money('credit', totals.creditCents);
  const named = (table: 'source' | 'school', code: string): string =>
    model.table(table).get(code)?.name ??
    [...PSEUDO_SOURCES, ...PSEUDO_SCHOOLS].find((one) => one.code === code)?.name ??
    '';
  for (const { code, cents } of totals.bySource) money('source', cents, code, named('source', code));
  for (const { code, cents } of totals.byFund) money(template.fundSegment, cents, code);
  for (const { code, cents } of totals.bySchool) money('school', cents, code, named('school', code));
  return writeCsv(rows);
}

/** `Budget.csv` has its control sheet in `Budget control.csv`. */
export function controlSheetName(fileName: string): string {
  return `${fileName.replace(/\.[^.]*$/, '')} control.csv`;
}

/** The name a file is suggested under, without its ending: `Rivertown Unified Current plan DRAFT`. */
export function suggestedName(districtName: string, scenarioName: string, mark: string): string {
  const words = [districtName, scenarioName, mark].filter((word) => word !== '').join(' ');
  return (
    words
      .replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 120)
      .trim() || 'Allocation'
  );
}
