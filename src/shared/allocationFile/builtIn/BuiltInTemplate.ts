import type { AllocationTemplate, ColumnValue, TemplateMoney } from '../AllocationTemplate.ts';
import { BLANK_TEMPLATE, PLAIN_AMOUNT } from '../blankTemplate.ts';
import type { NeededSegment } from '../templateText.ts';

/** A template that comes with the program: by name, with the segments its columns need. */
export interface BuiltInTemplate {
  readonly name: string;
  /** One sentence for the list of built-in templates. */
  readonly about: string;
  readonly template: AllocationTemplate;
  readonly segments: readonly NeededSegment[];
}

export const segmentOf = (code: string, name: string, length: number): NeededSegment => ({ code, name, length });

/** The whole row's amount as `1234.50`, `-1234.50`. */
export const WHOLE_AMOUNT: ColumnValue = { kind: 'amount', period: 0, side: 'both', form: PLAIN_AMOUNT };

export const text = (value: string): ColumnValue => ({ kind: 'text', text: value });
export const segment = (code: string): ColumnValue => ({ kind: 'segment', segment: code });

const MONEY: TemplateMoney = BLANK_TEMPLATE.money;

/** A template for a machine: nothing guarded, one row for each account, whatever schools and sources post to it. */
export function machineTemplate(name: string, fields: Partial<AllocationTemplate>): AllocationTemplate {
  return {
    ...BLANK_TEMPLATE,
    money: MONEY,
    builtIn: name,
    groupBy: 'account',
    sort: ['account', 'school', 'source', 'level', 'need', 'month'],
    ...fields,
  };
}
