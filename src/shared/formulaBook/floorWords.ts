import type { Calculation } from '../calc/Calculation.ts';
import { payerSentence } from '../calc/explain/explainFloors.ts';
import { writeExact } from '../calc/explain/writeExact.ts';
import { formatMoney, formatPercent, formatRate } from '../text/formatNumber.ts';
import { counted, dollars } from './bookWords.ts';

/** Which sources a reader is told by name, and whether how much of each stays central. */
export interface FloorReader {
  readonly isNamed: (source: string) => boolean;
  readonly seesCentral: boolean;
}

const READS_ALL: FloorReader = { isNamed: () => true, seesCentral: true };

/** The rules of floors and who pays, in sentences. */
export function floorSentences(calculation: Calculation, reader: FloorReader = READS_ALL): string[] {
  const { results, topUps } = calculation;
  const { decision } = topUps.floors;
  if (!results.topUps.isOn) return ['There are no floors: a school’s budget is what the formula and grants give it.'];
  const sentences: string[] = [];
  if (decision.holdHarmlessPercent !== null) {
    sentences.push(
      decision.basis === 'total'
        ? `Every school keeps at least ${formatPercent(decision.holdHarmlessPercent)} of this year’s budget in total.`
        : `Every school keeps at least ${formatPercent(decision.holdHarmlessPercent)} of this year’s budget per pupil, times its pupils next year.`,
    );
  }
  if (decision.useMinimums === 'yes')
    sentences.push('No school falls below its minimum operational budget, listed below.');
  sentences.push(
    'Where both hold, the higher one counts. A school that the compared sources leave below its floor is topped up to it, to the cent.',
  );
  const out = results.sources.filter((source) => !source.inComparison && source.status !== 'lock');
  if (out.length > 0) sentences.push(`Not counted in the comparison: ${namesOf(out, reader)}.`);
  const { payer, capPercent, scaling, toppedUpCount, totalCents } = results.topUps;
  sentences.push(
    totalCents === 0
      ? 'This year no school needs a top-up.'
      : `${counted(toppedUpCount, 'school is', 'schools are')} topped up. ${payerSentence(calculation)}`,
  );
  switch (payer) {
    case 'gainers':
      sentences.push(
        `Schools that gain pay: each gives up ${scaling ? `${writeExact(scaling)} ` : 'a part '}of what it gains above ${capPercent ? writeExact(capPercent) : '0'}% over this year, out of unrestricted formula money only, and never below its own floor.`,
      );
      break;
    case 'above_floor':
      sentences.push(
        `Every school above its floor pays the same fraction of what stands above it${scaling ? `, ${writeExact(scaling)}` : ''}, out of unrestricted formula money only.`,
      );
      break;
    case 'formula':
      sentences.push(
        'The pools of the formula are lowered together until what is left and the top-ups fit into the same money.',
      );
      break;
    case 'reserve':
      sentences.push(`The central part of ${reserveName(calculation, reader)} pays.`);
      break;
    case 'central': {
      if (!reader.seesCentral) {
        sentences.push('The central parts pay in proportion.');
        break;
      }
      const paying = results.sources.filter(({ fromCentralCents }) => fromCentralCents > 0);
      sentences.push(
        `The central parts pay in proportion: ${paying.map((source) => `${reader.isNamed(source.code) ? source.name : 'another source'} ${dollars(source.fromCentralCents)}`).join('; ') || 'nothing is needed'}.`,
      );
      break;
    }
    case null:
      break;
  }
  return sentences;
}

/** Names of sources; those that have none for the reader are counted. */
function namesOf(
  sources: readonly { readonly code: string; readonly name: string }[],
  { isNamed }: FloorReader,
): string {
  const named = sources.filter(({ code }) => isNamed(code)).map(({ name }) => name);
  const others = sources.length - named.length;
  return [...named, ...(others > 0 ? [counted(others, 'other source')] : [])].join('; ');
}

function reserveName({ topUps, model }: Calculation, { isNamed }: FloorReader): string {
  const code = topUps.floors.decision.reserveSource ?? '';
  return isNamed(code) ? (model.table('source').get(code)?.name ?? 'the reserve') : 'the reserve';
}

/** Minimums as rows: of levels, then of schools. */
export function minimumRows({ model, scenarioId, schools, levels }: Calculation): [string, string][] {
  const value = (row: { kind: 'per_pupil' | 'amount'; value: number }): string =>
    row.kind === 'per_pupil' ? `$${formatRate(row.value)} per pupil` : `$${formatMoney(row.value)}`;
  const ofLevels = levels.flatMap(({ code, name }): [string, string][] => {
    const row = model.get('levelMinimum', scenarioId, code);
    return row ? [[name, value(row)]] : [];
  });
  const ofSchools = schools.flatMap(({ code, name }): [string, string][] => {
    const row = model.get('schoolMinimum', scenarioId, code);
    return row ? [[`${name} (${code})`, value(row)]] : [];
  });
  return [...ofLevels, ...ofSchools];
}

/** Exempt schools with their reasons. */
export function exemptionRows({ model, scenarioId, schools }: Calculation): [string, string][] {
  return schools.flatMap(({ code, name }): [string, string][] => {
    const row = model.get('exemption', scenarioId, code);
    return row ? [[`${name} (${code})`, row.reason.trim() || 'no reason given']] : [];
  });
}
