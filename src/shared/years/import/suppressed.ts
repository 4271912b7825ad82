/**
 * Marks that districts and states put in place of a value that may not be published or is not known: `*`, `<10`,
 * `N<10`, `s`, `--`, `n/a`, `>95`. They are no numbers: such a value is missing, and never zero.
 */
const MARKERS: readonly RegExp[] = [
  /^[*†‡#~]+$/u,
  /^[-–—.]+$/u,
  /^(?:n\s*)?[<>≤≥]=?\s*\d+(?:\.\d+)?\s*%?$/iu,
  /^(?:n\s*(?:size)?\s*)?(?:lt|gt|fewer than|less than|under)\s*\d+\s*%?$/iu,
  /^(?:s|ds|ts|sup|supp|suppressed|redacted|masked|nr|ns|n\.?s\.?|na|n\/?a|n\.a\.|null|none|nil|tfs|too few(?: students| pupils)?|not (?:reported|available|applicable|tested)|insufficient data|no data|#n\/a)$/iu,
  /^\d+(?:\.\d+)?\s*%?\s*or\s*(?:less|fewer|more)$/iu,
];

export const isSuppressed = (text: string): boolean => MARKERS.some((marker) => marker.test(text.trim()));
