import type { Change } from '../../shared/changes/Change.ts';
import type { Model } from '../../shared/model/Model.ts';
import { useDocumentOnce, useWindowOnce } from '../state/hooks.ts';

/** A change that adds something, with the id of what it adds. */
export interface Added {
  readonly id: number;
  readonly change: Change;
}

export interface SessionChanges {
  /** Makes a change at once, or says why it cannot be. True where it was made or nothing was to be done. */
  readonly make: (work: (model: Model) => Change | string) => boolean;
  /** The same for what adds something; gives its id, or null where it could not be. */
  readonly add: (work: (model: Model) => Added | string) => number | null;
}

/** Ways to change sessions, slides and levers: each call is one step of undo. */
export function useSessionChange(): SessionChanges {
  const document = useDocumentOnce();
  const window = useWindowOnce();
  const add = (work: (model: Model) => Added | string): number | null => {
    // What is being typed elsewhere is not part of this step.
    document.preview(null);
    const made = work(document.model);
    if (typeof made === 'string') {
      window.say(made, 'refusal');
      return null;
    }
    document.commit(made.change);
    return made.id;
  };
  const make = (work: (model: Model) => Change | string): boolean =>
    add((model) => {
      const change = work(model);
      return typeof change === 'string' ? change : { id: 0, change };
    }) !== null;
  return { make, add };
}
