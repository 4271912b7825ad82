import type { AmountId, AxisId, ColumnUnit, Weighting } from './columnIds.ts';
import { completeRows, weightsFor } from './completeRows.ts';
import type { EquityData } from './EquityData.ts';
import { type Coefficient, type LinearModel, linearModel } from './linearModel.ts';
import { decimalText, listText, schoolsText } from './words.ts';

export interface RegressionOptions {
  readonly amount: AmountId;
  /** Needs and measures, in the order in which they enter. */
  readonly needs: readonly AxisId[];
  /** A column for each level but the first. */
  readonly levels: boolean;
  /** The natural logarithm of the school's pupils. */
  readonly logSize: boolean;
  readonly weighting: Weighting;
  readonly confidence?: number;
}

/** One line of the table. */
export interface RegressionTerm extends Coefficient {
  /** `intercept`, an axis such as `need:POV`, `level:MS`, or `logSize`. */
  readonly id: string;
  readonly label: string;
  /** What one unit of it is, for reading the dollars: `per pupil with the need`. */
  readonly per: string;
  /** Mean of the column as the fit weighs schools, and where it runs. */
  readonly mean: number;
  readonly least: number;
  readonly most: number;
  /** Why there is no coefficient; null where there is one. */
  readonly why: string | null;
}

/** Per-pupil amounts on several needs, level and size. */
export interface Regression {
  readonly dataName: string;
  readonly amountLabel: string;
  readonly terms: readonly RegressionTerm[];
  /** Null where nothing can be fitted; `problem` says why. */
  readonly model: LinearModel | null;
  readonly problem: string | null;
  /** The columns explain the amounts entirely, as they do where these follow the formula: errors mean nothing. */
  readonly isExact: boolean;
  readonly missing: number;
  readonly sentence: string;
  readonly notes: readonly string[];
}

interface Column {
  readonly id: string;
  readonly label: string;
  readonly per: string;
  readonly values: Float64Array;
  /** The column as it may be shown school by school, where that is another. */
  readonly shown?: Float64Array;
}

/**
 * The guidebook's regression (chapter 2, *Analyses*): ordinary least squares of dollars per pupil on shares of need,
 * level and log size, as R's `lm` computes it (`weights = pupils` where schools count by pupils). A share's coefficient
 * is what one pupil with the need brings, others held fixed: with $6,000 + 0.34 × 6,000 for each pupil in poverty, it is
 * $2,040.00. Levels are held against the first of the district that has schools.
 */
export function regression(data: EquityData, options: RegressionOptions): Regression {
  const amounts = data.column(options.amount);
  const all = columnsOf(data, options);
  const picked = completeRows(data, [amounts, ...all.columns.map(({ values }) => values)]);
  const [y, ...values] = picked.columns;
  const columns = all.columns.map((column, at) => ({ ...column, values: values[at]! }));
  const shown = { dataName: data.name, amountLabel: data.label(options.amount), missing: picked.missing };
  const notes = [...all.notes];
  if (picked.missing > 0) notes.push(`${schoolsText(picked.missing)} without every value left out.`);
  const count = picked.rows.length;
  if (count <= columns.length + 1) {
    const problem = tooFew(count, columns.length);
    return { ...shown, terms: [], model: null, problem, isExact: false, sentence: problem, notes };
  }
  const weights = weightsFor(options.weighting, picked.pupils);
  if (weights) notes.push('Each school counts by its pupils.');
  const model = linearModel(values, y!, weights, options.confidence);
  const isExact = model.rSquared > 1 - 1e-9;
  if (isExact) {
    notes.push(
      'The columns explain the amounts entirely: they follow the formula. Standard errors and p values mean nothing here.',
    );
  }
  const intercept: Column = {
    id: 'intercept',
    label: 'Base',
    per: 'per pupil, with all below at zero',
    values: new Float64Array(count).fill(1),
  };
  const labels = [intercept, ...columns].map(({ label }) => label);
  const terms = [intercept, ...columns].map((column, at): RegressionTerm => {
    const alias = model.aliases.find((each) => each.column === at);
    const { id, label, per } = column;
    const why = alias
      ? aliasText(
          label,
          alias.of.map((each) => each.column),
          labels,
        )
      : null;
    return {
      ...model.coefficients[at]!,
      id,
      label,
      per,
      ...runOf(column.values, shownOf(column, picked.rows), weights),
      why,
    };
  });
  notes.push(...terms.flatMap(({ why }) => why ?? []));
  const problem = Number.isNaN(model.rSquared)
    ? 'Every school gets the same per pupil, so there is nothing to explain.'
    : null;
  return { ...shown, terms, model, problem, isExact, sentence: problem ?? sentenceOf(shown.amountLabel, model), notes };
}

const PER: Readonly<Record<ColumnUnit, string>> = {
  share: 'per pupil with the need',
  number: 'for each further unit',
  pupils: 'for each further pupil',
  dollars: 'for each further dollar',
};

function columnsOf(
  data: EquityData,
  { needs, levels, logSize }: RegressionOptions,
): { columns: Column[]; notes: string[] } {
  const notes: string[] = [];
  const columns = needs.map(
    (id): Column => ({
      id,
      label: data.label(id),
      per: PER[data.unit(id)],
      values: data.column(id),
      shown: data.shownColumn(id),
    }),
  );
  if (levels) {
    const present = [...new Set(data.level)].sort((a, b) => a - b);
    if (present.length < 2) notes.push('All schools are of one level, so levels are left out.');
    else notes.push(`Levels are held against ${data.levelName(present[0]!)}.`);
    for (const level of present.slice(1)) {
      const values = new Float64Array(data.count);
      for (let row = 0; row < values.length; row++) if (data.level[row] === level) values[row] = 1;
      const reference = data.levelName(present[0]!);
      const code = data.calculation.levels[level]?.code ?? '';
      columns.push({ id: `level:${code}`, label: data.levelName(level), per: `more than ${reference}`, values });
    }
  }
  if (logSize) {
    const values = data.column('pupils').map(Math.log);
    columns.push({ id: 'logSize', label: 'Size (log of pupils)', per: 'for 2.718 times the pupils', values });
  }
  return { columns, notes };
}

function tooFew(count: number, columns: number): string {
  if (count === 0) return 'No school has every value, so there is nothing to fit. Choose other columns.';
  return `There ${count === 1 ? 'is' : 'are'} ${schoolsText(count)} for ${columns + 1} coefficients; a regression needs more schools than coefficients. Leave out needs, levels or size.`;
}

/** Names what an aliased column is made of, without the intercept unless it is all there is. */
function aliasText(label: string, of: readonly number[], labels: readonly string[]): string {
  const others = of.filter((column) => column !== 0).map((column) => labels[column]!);
  if (others.length === 0) return `${label} is the same at every school and gets no coefficient.`;
  return `${label} follows from ${listText(others)} and gets no coefficient.`;
}

/** The ends of a column are those of single schools. */
const shownOf = ({ values, shown }: Column, rows: Int32Array): Float64Array =>
  shown ? Float64Array.from(rows, (row) => shown[row]!) : values;

function runOf(
  values: Float64Array,
  shown: Float64Array,
  weights: Float64Array | null,
): { mean: number; least: number; most: number } {
  let [sum, all, least, most] = [0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < values.length; at++) {
    const weight = weights ? weights[at]! : 1;
    sum += values[at]! * weight;
    all += weight;
    least = Math.min(least, shown[at]!);
    most = Math.max(most, shown[at]!);
  }
  return { mean: sum / all, least, most };
}

function sentenceOf(amount: string, model: LinearModel): string {
  return `Together the columns explain ${decimalText(model.rSquared * 100, 1)}% of the differences in ${amount.toLowerCase()} per pupil between ${schoolsText(model.count)}.`;
}
