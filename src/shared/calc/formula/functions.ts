import type { AggregateFunction, NumberFunction } from './FormulaNode.ts';

/** How many parts a function takes, and an example for the sentence that says so. */
export interface FunctionForm {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly example: string;
}

const MANY = 400;
const form = (name: string, least: number, most: number, example: string): FunctionForm => ({
  name,
  least,
  most,
  example,
});

/** The only functions there are. A Map, so that `constructor` and its like are found nowhere. Names in small letters. */
export const FUNCTIONS: ReadonlyMap<string, FunctionForm> = new Map(
  [
    form('count', 1, 2, 'count("Poverty") or count("Poverty", "High")'),
    form('share', 1, 1, 'share("Poverty")'),
    form('amount', 1, 1, 'amount("TITLE1")'),
    form('measure', 1, 1, 'measure("square feet")'),
    form('tag', 1, 1, 'tag("region")'),
    form('if', 3, 3, 'if(enrollment < 300, 50000, 0)'),
    form('oneOf', 2, MANY, 'oneOf(level, "ES", "MS")'),
    form('min', 1, MANY, 'min(enrollment, 300)'),
    form('max', 1, MANY, 'max(0, 300 - enrollment)'),
    form('abs', 1, 1, 'abs(enrollment - pupils_last_year)'),
    form('floor', 1, 1, 'floor(enrollment / 25)'),
    form('ceil', 1, 1, 'ceil(enrollment / 25)'),
    form('clamp', 3, 3, 'clamp(opportunity_index, 0.1, 0.9)'),
    form('round', 1, 2, 'round(enrollment / 25, 1)'),
    form('total', 1, 1, 'total(enrollment)'),
    form('average', 1, 1, 'average(opportunity_index)'),
    form('rank', 1, 1, 'rank(opportunity_index)'),
    form('percentile', 1, 1, 'percentile(opportunity_index)'),
  ].map((each) => [each.name.toLowerCase(), each]),
);

export const NUMBER_FUNCTIONS: ReadonlySet<string> = new Set<NumberFunction>([
  'min',
  'max',
  'abs',
  'floor',
  'ceil',
  'clamp',
  'round',
]);
export const AGGREGATE_FUNCTIONS: ReadonlySet<string> = new Set<AggregateFunction>([
  'total',
  'average',
  'rank',
  'percentile',
]);
