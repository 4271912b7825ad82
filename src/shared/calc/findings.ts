import type { SourceRow } from '../model/rows.ts';
import type { Finding } from './results.ts';

/** Where in the district a finding stands, by code. */
export interface FindingPlace {
  readonly school?: string;
  readonly level?: string;
  readonly need?: string;
}

/** A finding that stops a source; the sentence begins with the source's name. */
export function stops(source: SourceRow, rule: string, predicate: string, place: FindingPlace = {}): Finding {
  return {
    severity: 'stops',
    rule,
    sentence: `${source.name} (${source.code}) ${predicate}`,
    source: source.code,
    ...place,
  };
}

/** A finding that warns about a source; the sentence begins with the source's name. */
export function warns(source: SourceRow, rule: string, predicate: string, place: FindingPlace = {}): Finding {
  return { ...stops(source, rule, predicate, place), severity: 'warns' };
}
