import type { BoardSessionRow } from '../model/rows.ts';

/** What may be seen: by the director everything, by a board or the public what the session allows. */
export interface Audience {
  /** Schools and groups of fewer pupils are not shown; 0 shows all. Whole pupils. */
  readonly minimumPupils: number;
  readonly schoolNames: 'shown' | 'anonymous';
  readonly scenarioNames: 'shown' | 'masked';
  /** Keys of what is not shown: `source:TITLE1`, `measure:ward`, `current`. */
  readonly hidden: ReadonlySet<string>;
  /** Decides which number an anonymous school gets. */
  readonly nameSeed: number;
}

/** The fewest pupils of a school or group that the public is shown, where nobody has chosen. */
export const DEFAULT_MINIMUM_PUPILS = 10;

/** The director's own view: nothing is held back. */
export const SEES_EVERYTHING: Audience = {
  minimumPupils: 0,
  schoolNames: 'shown',
  scenarioNames: 'shown',
  hidden: new Set(),
  nameSeed: 0,
};

/** What a session lets be seen. */
export function audienceOf(session: BoardSessionRow): Audience {
  const { minimumPupils, schoolNames, scenarioNames, nameSeed } = session;
  return { minimumPupils, schoolNames, scenarioNames, nameSeed, hidden: readHidden(session.hidden) };
}

/** The keys of a JSON list. Throws where the text is none, so that nothing hidden is ever shown by mistake. */
export function readHidden(text: string): ReadonlySet<string> {
  const held: unknown = JSON.parse(text || '[]');
  if (!Array.isArray(held) || !held.every((key) => typeof key === 'string')) {
    throw new Error('What a session does not show must be a JSON list of keys.');
  }
  return new Set(held);
}
