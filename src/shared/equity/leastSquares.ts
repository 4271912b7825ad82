/** A least squares fit by columns. NaN stands where a column is aliased: it adds nothing to the columns before it. */
export interface LeastSquares {
  readonly rank: number;
  readonly coefficients: Float64Array;
  /** (XᵀWX)⁻¹, columns × columns; NaN in rows and columns of aliased ones. */
  readonly inverse: Float64Array;
  readonly fitted: Float64Array;
  readonly residuals: Float64Array;
  /** For each aliased column, how it is made of the others: column ≈ Σ factor × column. */
  readonly aliases: readonly Alias[];
}

export interface Alias {
  readonly column: number;
  readonly of: readonly { readonly column: number; readonly factor: number }[];
}

/** A column whose length falls below this part of what it was is taken as a combination of those before it, as in R. */
const TOLERANCE = 1e-7;

/**
 * Weighted least squares by Householder's QR. Collinear columns are found as R's `lm` finds them (LINPACK's dqrdc2):
 * columns keep their order, and one that is a combination of those before it moves to the end and gets no coefficient.
 * `weights` null: every row counts once. Weights must be above zero.
 */
export function leastSquares(
  columns: readonly Float64Array[],
  y: Float64Array,
  weights: Float64Array | null,
): LeastSquares {
  const rows = y.length;
  const count = columns.length;
  const roots = weights ? weights.map(Math.sqrt) : null;
  const scaled = (values: Float64Array): Float64Array =>
    roots ? values.map((value, row) => value * roots[row]!) : values.slice();
  const matrix = columns.map(scaled);
  const right = scaled(y);
  const { order, rank } = decompose(matrix, right);
  const upper = (row: number, at: number): number => matrix[order[at]!]![row]!;

  const coefficients = new Float64Array(count).fill(Number.NaN);
  const solved = solveUpper(upper, rank, (row) => right[row]!);
  for (let at = 0; at < rank; at++) coefficients[order[at]!] = solved[at]!;

  const aliases: Alias[] = [];
  for (let at = rank; at < count; at++) {
    const factors = solveUpper(upper, rank, (row) => upper(row, at));
    const column = order[at]!;
    const size = largest(columns[column]!);
    const of = [...factors].flatMap((factor, each) =>
      Math.abs(factor) * largest(columns[order[each]!]!) > 1e-6 * size ? [{ column: order[each]!, factor }] : [],
    );
    aliases.push({ column, of: of.sort((a, b) => a.column - b.column) });
  }
  aliases.sort((a, b) => a.column - b.column);

  const fitted = new Float64Array(rows);
  for (let at = 0; at < rank; at++) {
    const values = columns[order[at]!]!;
    for (let row = 0; row < rows; row++) fitted[row]! += solved[at]! * values[row]!;
  }
  const residuals = y.map((value, row) => value - fitted[row]!);
  return { rank, coefficients, inverse: inverseOf(upper, order, rank, count), fitted, residuals, aliases };
}

/** Turns the columns into R in place, and the right-hand side into Qᵀy. */
function decompose(matrix: readonly Float64Array[], right: Float64Array): { order: number[]; rank: number } {
  const rows = right.length;
  const order = matrix.map((_, at) => at);
  const norms = matrix.map((column) => length(column, 0));
  const known = norms.slice();
  const first = norms.map((norm) => (norm === 0 ? 1 : norm));
  let end = matrix.length;
  let step = 0;
  for (; step < Math.min(rows, end); step++) {
    while (step < end && norms[order[step]!]! < first[order[step]!]! * TOLERANCE) {
      order.push(...order.splice(step, 1));
      end--;
    }
    if (step >= end) break;
    const pivot = matrix[order[step]!]!;
    const norm = length(pivot, step);
    if (norm === 0) continue;
    const signed = pivot[step]! < 0 ? -norm : norm;
    // The reflection's vector stands in the pivot's column while it is applied to what is to its right.
    for (let row = step; row < rows; row++) pivot[row]! /= signed;
    pivot[step]! += 1;
    const reflect = (target: Float64Array): void => {
      let sum = 0;
      for (let row = step; row < rows; row++) sum -= pivot[row]! * target[row]!;
      const factor = sum / pivot[step]!;
      for (let row = step; row < rows; row++) target[row]! += factor * pivot[row]!;
    };
    for (let at = step + 1; at < order.length; at++) {
      const column = order[at]!;
      const target = matrix[column]!;
      reflect(target);
      if (norms[column] === 0) continue;
      const rest = Math.max(0, 1 - (target[step]! / norms[column]!) ** 2);
      // Updating loses digits as a column shortens; below a millionth it is measured again.
      if (rest < 1e-6 || norms[column]! < 1e-3 * known[column]!) {
        norms[column] = length(target, step + 1);
        known[column] = norms[column]!;
      } else norms[column]! *= Math.sqrt(rest);
    }
    reflect(right);
    pivot[step] = -signed;
    for (let row = step + 1; row < rows; row++) pivot[row] = 0;
  }
  return { order, rank: Math.min(step, end) };
}

function length(column: Float64Array, from: number): number {
  const scale = largest(column);
  if (scale === 0) return 0;
  let sum = 0;
  for (let row = from; row < column.length; row++) sum += (column[row]! / scale) ** 2;
  return scale * Math.sqrt(sum);
}

function largest(column: Float64Array): number {
  let most = 0;
  for (const value of column) most = Math.max(most, Math.abs(value));
  return most;
}

function solveUpper(
  upper: (row: number, at: number) => number,
  rank: number,
  right: (row: number) => number,
): Float64Array {
  const solved = new Float64Array(rank);
  for (let row = rank - 1; row >= 0; row--) {
    let sum = right(row);
    for (let at = row + 1; at < rank; at++) sum -= upper(row, at) * solved[at]!;
    solved[row] = sum / upper(row, row);
  }
  return solved;
}

/** R⁻¹R⁻ᵀ in the columns' own order. */
function inverseOf(
  upper: (row: number, at: number) => number,
  order: readonly number[],
  rank: number,
  count: number,
): Float64Array {
  const parts = Array.from({ length: rank }, (_, unit) => solveUpper(upper, rank, (row) => (row === unit ? 1 : 0)));
  const inverse = new Float64Array(count * count).fill(Number.NaN);
  for (let row = 0; row < rank; row++) {
    for (let at = 0; at < rank; at++) {
      let sum = 0;
      for (const part of parts) sum += part[row]! * part[at]!;
      inverse[order[row]! * count + order[at]!] = sum;
    }
  }
  return inverse;
}
