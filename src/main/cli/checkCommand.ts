import type { Results, SourceResult } from '../../shared/calc/results.ts';
import { plainMoney } from '../../shared/text/formatNumber.ts';
import type { CommandInput, CommandOutput } from './CommandLine.ts';
import { withCalculation } from './withDocument.ts';

/**
 * `allot check FILE [--scenario NAME] [--format text|json]`: the tie-out proof. The report goes to standard output
 * also when something does not tie out, because it is what shows where; the sentences then go to standard error and
 * the exit code is 1.
 */
export async function run({ operands: [file = ''], options }: CommandInput): Promise<CommandOutput> {
  return withCalculation(file, options.get('scenario'), ({ results }) => ({
    text: options.get('format') === 'json' ? toJson(results) : toText(results),
    faults: results.tieOut.problems,
  }));
}

const parts = (source: SourceResult) => ({
  amount: plainMoney(source.amountCents),
  central: plainMoney(source.centralCents),
  schools: plainMoney(source.schoolsCents),
  left: plainMoney(source.leftCents),
});

function toText({ sources, totals, tieOut }: Results): string {
  const lines = sources.map((source) => {
    const { amount, central, schools, left } = parts(source);
    return `${source.code}: central ${central} + schools ${schools} + left ${left} = amount ${amount}`;
  });
  const [central, schools, left, revenue] = [
    plainMoney(tieOut.centralCents),
    plainMoney(tieOut.schoolsCents),
    plainMoney(tieOut.leftCents),
    plainMoney(tieOut.revenueCents),
  ];
  lines.push(`all sources: central ${central} + schools ${schools} + left ${left} = revenue ${revenue}`);
  const topUp = plainMoney(totals.topUp);
  const deduction = plainMoney(totals.deduction);
  lines.push(`top-ups ${topUp}, deductions ${deduction}, given by the payer 0.00`);
  lines.push(...(tieOut.tiesOut ? ['ties out'] : ['does not tie out:', ...tieOut.problems]));
  return `${lines.join('\n')}\n`;
}

/** Money as JSON numbers with two decimals, as in `allot budgets --format json`. */
function toJson({ sources, totals, tieOut }: Results): string {
  const rows = sources.map((source) => {
    const { amount, central, schools, left } = parts(source);
    return `    {"code": ${JSON.stringify(source.code)}, "amount": ${amount}, "central": ${central}, "schools": ${schools}, "left": ${left}}`;
  });
  const list = rows.length === 0 ? '[]' : `[\n${rows.join(',\n')}\n  ]`;
  const total = plainMoney(totals.topUp);
  const deductions = plainMoney(totals.deduction);
  // Floors come with a later version; until then nobody is topped up and nobody pays.
  const topUps = `{"total": ${total}, "deductions": ${deductions}, "payer": null, "paid": 0.00, "short": 0.00, "cap_percent": null, "scaling": null}`;
  return `{\n  "ties_out": ${tieOut.tiesOut},\n  "sources": ${list},\n  "top_ups": ${topUps}\n}\n`;
}
