import type { SortKey } from '../../shared/allocationFile/AllocationTemplate.ts';
import { SelectField } from '../sheets/SelectField.tsx';
import { SORT_KEYS } from './templateWords.ts';
import { useTemplate } from './useTemplate.ts';

/** Orders that finance offices ask for; any other stays as the template has it. */
const ORDERS: readonly (readonly SortKey[])[] = [
  ['school', 'source', 'level', 'need', 'month'],
  ['source', 'school', 'level', 'need', 'month'],
  ['account', 'school', 'source', 'level', 'need', 'month'],
  ['month', 'school', 'source', 'level', 'need'],
];

const wordsOf = (keys: readonly SortKey[]): string =>
  keys.length === 0
    ? 'As they come'
    : keys
        .slice(0, 3)
        .map((key) => SORT_KEYS[key])
        .join(', ');

/** In which order the detail records stand. */
export function SortOrder() {
  const { template, make } = useTemplate();
  const held = template.sort.join();
  const orders = ORDERS.some((order) => order.join() === held) ? ORDERS : [template.sort, ...ORDERS];
  return (
    <SelectField
      label="Sorted by"
      value={held}
      choices={orders.map((order) => ({ value: order.join(), label: wordsOf(order) }))}
      onChange={(value) => {
        const sort = orders.find((order) => order.join() === value) ?? [];
        make((one) => ({ ...one, sort }), `sorted by ${wordsOf(sort).toLowerCase()}`);
      }}
    />
  );
}
