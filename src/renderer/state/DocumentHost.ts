import type { AllotBridge } from '../../shared/contract/requests.ts';

/** What a document tells the window around it: one sentence at a time. */
export interface DocumentHost {
  readonly bridge: AllotBridge;
  readonly say: (sentence: string, tone: 'done' | 'refusal' | 'lasting') => void;
  /** Who edits, for a version of an input that an edit makes. */
  readonly user: () => string;
}
