/** What the rules go by. A null name means: the rule chooses by the headers, as its own comment says. */
export interface FindingSettings {
  /** A change in pupils beyond this many percent is told … */
  readonly changePercent: number;
  /** … when it is at least so many pupils, since small schools move much in percent. */
  readonly changePupils: number;
  /** The measure that holds former pupils. */
  readonly formerPupilsMeasure: string | null;
  /** The tag that names the finance unit. */
  readonly unitTag: string | null;
  /** How many robust standard deviations (median absolute deviation × 1.4826, on logarithms) are far from one's peers … */
  readonly peerDeviations: number;
  /** … when the figure is at least this many times the median, or its inverse … */
  readonly peerRatio: number;
  /** … among at least so many schools of the level. */
  readonly peerCount: number;
}

export const DEFAULT_FINDING_SETTINGS: FindingSettings = {
  changePercent: 20,
  changePupils: 25,
  formerPupilsMeasure: null,
  unitTag: null,
  peerDeviations: 3.5,
  peerRatio: 1.5,
  peerCount: 8,
};
