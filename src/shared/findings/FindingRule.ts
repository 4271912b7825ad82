import type { FoundDoubt } from './DataFinding.ts';
import type { FindingContext } from './FindingContext.ts';

/** One thing a careful analyst would look for. Each stands in a file of its own under `rules/`. */
export interface FindingRule {
  /** A stable name; it stands in the document with every acceptance. */
  readonly rule: string;
  /** Heading for the group: `The same budget twice`. */
  readonly title: string;
  readonly find: (context: FindingContext) => Iterable<FoundDoubt>;
}
