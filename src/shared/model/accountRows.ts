/** A part of the account to which a finance system posts: fund, resource, object, site … */
export interface AccountSegmentRow {
  code: string;
  name: string;
  /** Characters of every value; 0 where any length will do. */
  length: number;
  position: number;
}

/**
 * What one segment holds for the money of a source at a school, level and need. An empty text stands for every one;
 * of the rules that fit, the most particular gives the value.
 */
export interface AccountRuleRow {
  segment: string;
  source: string;
  school: string;
  level: string;
  need: string;
  /** Kept as text: leading zeros are part of it. */
  value: string;
}

/** How a file for a finance system is written; `definition` is the template as JSON. */
export interface AllocationTemplateRow {
  id: number;
  name: string;
  position: number;
  definition: string;
}
