import { type Rational, rational, toDecimal } from '../../shared/calc/rational.ts';
import type { Results, SourceResult, TopUpResult } from '../../shared/calc/results.ts';
import { PAYER_WORDS } from '../../shared/changes/floors.ts';
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

function toText({ sources, totals, tieOut, topUps }: Results): string {
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
  if (tieOut.shortCents > 0) {
    const short = plainMoney(tieOut.shortCents);
    lines.splice(-1, 0, `top-ups nobody pays: central 0.00 + schools ${short} + left -${short} = amount 0.00`);
  }
  const topUp = plainMoney(totals.topUp);
  const deduction = plainMoney(totals.deduction);
  const short = topUps.shortCents > 0 ? `, short ${plainMoney(topUps.shortCents)}` : '';
  lines.push(`top-ups ${topUp}, deductions ${deduction}, given by the payer ${plainMoney(topUps.paidCents)}${short}`);
  if (topUps.isOn) lines.push(payerLine(topUps));
  lines.push(...(tieOut.tiesOut ? ['ties out'] : ['does not tie out:', ...tieOut.problems]));
  return `${lines.join('\n')}\n`;
}

/** Who pays, and the cap, scaling or lowering that does it. */
function payerLine({ payer, capPercent, scaling, loweredCents, poolsCents, surplusCents }: TopUpResult): string {
  const parts = [`payer: ${payer === null ? 'nobody' : PAYER_WORDS[payer].toLowerCase()}`];
  if (capPercent) parts.push(`cap ${plainExact(capPercent)} %`);
  if (scaling)
    parts.push(`${payer === 'gainers' ? 'scaling' : 'fraction of what stands above the floor'} ${plainExact(scaling)}`);
  if (payer === 'formula') parts.push(`pools of ${plainMoney(poolsCents)} lowered by ${plainMoney(loweredCents)}`);
  if (surplusCents > 0) parts.push(`${plainMoney(surplusCents)} more than needed stays left`);
  return parts.join(', ');
}

/** Half-up at ten decimals, without closing zeros: `0.722007`. */
function plainExact(value: Rational): string {
  const text = toDecimal(rational(value.numerator, value.denominator), 10);
  return text.replace(/\.?0+$/, '');
}

/** Money as JSON numbers with two decimals, as in `allot budgets --format json`. */
function toJson({ sources, totals, tieOut, topUps: floors }: Results): string {
  const rows = sources.map((source) => {
    const { amount, central, schools, left } = parts(source);
    return `    {"code": ${JSON.stringify(source.code)}, "amount": ${amount}, "central": ${central}, "schools": ${schools}, "left": ${left}}`;
  });
  const list = rows.length === 0 ? '[]' : `[\n${rows.join(',\n')}\n  ]`;
  const total = plainMoney(totals.topUp);
  const deductions = plainMoney(totals.deduction);
  const exact = (value: Rational | null): string => (value ? plainExact(value) : 'null');
  const payer = floors.isOn ? JSON.stringify(floors.payer) : 'null';
  const topUps = `{"total": ${total}, "deductions": ${deductions}, "payer": ${payer}, "paid": ${plainMoney(floors.paidCents)}, "short": ${plainMoney(floors.shortCents)}, "cap_percent": ${exact(floors.capPercent)}, "scaling": ${exact(floors.scaling)}}`;
  return `{\n  "ties_out": ${tieOut.tiesOut},\n  "sources": ${list},\n  "top_ups": ${topUps}\n}\n`;
}
