import { createContext } from 'react';

/** Whom a picture is for: the one who sits here, who sees everything, or those who must not see small schools. */
export type SeenBy = 'me' | 'public';

/** Who looks at the pictures of a sheet, for what leaves it. */
export interface Onlookers {
  readonly seenBy: SeenBy;
  /** Schools in the pictures as they stand that the public would not see. */
  readonly smallSchools: () => number;
  /** The fewest pupils of a school that the public sees. */
  readonly minimumPupils: number;
  /** Whether the public sees numbers in place of names. */
  readonly isAnonymous: boolean;
}

/** Null where pictures tell of no schools, or of no audience. */
export const OnlookersContext = createContext<Onlookers | null>(null);
