import type { ExplainTarget } from '../../shared/calc/explain/ExplainTarget.ts';
import type { Explanation } from '../../shared/calc/results.ts';

export type { ExplainTarget };

/** What the formula bar explains: something the calculation knows by name, or a sum that a sheet puts together itself. */
export type Explained = ExplainTarget | (() => Explanation);
