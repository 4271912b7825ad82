import type { Mapping, Repairs } from './Mapping.ts';
import type { RepairOffer } from './repairs.ts';

/** The mapping with one offered repair agreed to, for every use of its column. */
export function withRepair(mapping: Mapping, offer: RepairOffer): Mapping {
  const repair: Partial<Repairs> =
    offer.repair === 'padTo'
      ? { padTo: offer.length }
      : offer.repair === 'round'
        ? { round: true }
        : { dropPointZero: true };
  const columns = mapping.columns.map((column) =>
    column.column === offer.column ? { ...column, repairs: { ...column.repairs, ...repair } } : column,
  );
  return { ...mapping, columns };
}

/** The mapping with all offered repairs agreed to. */
export const withRepairs = (mapping: Mapping, offers: readonly RepairOffer[]): Mapping =>
  offers.reduce(withRepair, mapping);

/** The mapping with texts read as empty cells. */
export const withBlanks = (mapping: Mapping, texts: readonly string[]): Mapping => ({
  ...mapping,
  blanks: [...new Set([...mapping.blanks, ...texts])],
});

/** The mapping with a key of the file meaning a school; its own key confirms a new one. */
export const withSchool = (mapping: Mapping, key: string, code: string): Mapping => ({
  ...mapping,
  schools: [...mapping.schools.filter(([held]) => held !== key), [key, code]],
});
