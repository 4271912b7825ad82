import { withBlanks, withRepair } from '../../shared/assistant/applyOffers.ts';
import type { Mapping } from '../../shared/assistant/Mapping.ts';
import type { MappingSuggestion } from '../../shared/assistant/MappingSuggestion.ts';
import type { ColumnProfile } from '../../shared/assistant/profileColumns.ts';
import type { RepairOffer } from '../../shared/assistant/repairs.ts';
import { offersFor } from '../../shared/assistant/suggestMapping.ts';
import type { Model } from '../../shared/model/Model.ts';

/** Something that may be done to the texts of a file once the person agrees. */
export interface Offer {
  readonly key: string;
  /** The header it is about. */
  readonly header: string;
  readonly sentence: string;
  readonly isAgreed: boolean;
  readonly agree: (mapping: Mapping) => Mapping;
  readonly takeBack: (mapping: Mapping) => Mapping;
}

function repairsFor(mapping: Mapping, profiles: readonly ColumnProfile[], model: Model): RepairOffer[] {
  return mapping.columns.flatMap(({ column, target }): RepairOffer[] => {
    const profile = profiles[column];
    return profile ? offersFor(target, profile, model) : [];
  });
}

/** Whether a repair is agreed to for every use of its column. */
function isAgreed(mapping: Mapping, offer: RepairOffer): boolean {
  return mapping.columns
    .filter(({ column }) => column === offer.column)
    .every(({ repairs }) => (offer.repair === 'padTo' ? repairs.padTo === offer.length : repairs[offer.repair]));
}

const withoutRepair = (mapping: Mapping, offer: RepairOffer): Mapping => ({
  ...mapping,
  columns: mapping.columns.map((column) =>
    column.column === offer.column
      ? { ...column, repairs: { ...column.repairs, [offer.repair]: offer.repair === 'padTo' ? null : false } }
      : column,
  ),
});

/** What could be repaired in the columns as they are used now, and texts that look like empty cells. */
export function offersOf(mapping: Mapping, suggestion: MappingSuggestion, model: Model): Offer[] {
  const headerOf = (column: number): string => suggestion.profiles[column]?.header ?? '';
  const repairs = new Map<string, RepairOffer>();
  for (const offer of repairsFor(mapping, suggestion.profiles, model))
    repairs.set(`${offer.column} ${offer.repair}`, offer);
  const ofColumns = [...repairs].map(
    ([key, offer]): Offer => ({
      key,
      header: headerOf(offer.column),
      sentence: offer.sentence,
      isAgreed: isAgreed(mapping, offer),
      agree: (held) => withRepair(held, offer),
      takeBack: (held) => withoutRepair(held, offer),
    }),
  );
  const blanks = new Map<string, { count: number; headers: Set<string> }>();
  for (const { text, count, column } of suggestion.blanks) {
    const held = blanks.get(text) ?? { count: 0, headers: new Set<string>() };
    held.count += count;
    held.headers.add(headerOf(column));
    blanks.set(text, held);
  }
  const ofBlanks = [...blanks].map(
    ([text, { count, headers }]): Offer => ({
      key: `blank ${text}`,
      header: [...headers].join(', '),
      sentence: `“${text}” stands ${count === 1 ? 'once' : `${count.toLocaleString('en-US')} times`} where a number is expected. Read it as an empty cell?`,
      isAgreed: mapping.blanks.includes(text),
      agree: (held) => withBlanks(held, [text]),
      takeBack: (held) => ({ ...held, blanks: held.blanks.filter((blank) => blank !== text) }),
    }),
  );
  return [...ofColumns, ...ofBlanks];
}
