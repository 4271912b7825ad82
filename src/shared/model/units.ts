/**
 * The units every number of a district model is kept in. Each is a whole number of small units, so that
 * nothing in a document is ever a rounded fraction (domain text, section 2).
 *
 * | quantity | unit                        | example                       |
 * |----------|-----------------------------|-------------------------------|
 * | money    | cents                       | $1,234.50 is 123450           |
 * | count    | hundredths of a pupil       | 12.5 pupils are 1250          |
 * | weight   | ten-thousandths             | 0.34 is 3400                  |
 * | percent  | ten-thousandths of a percent| 45 % is 450000                |
 * | rate     | millionths of a dollar      | $3,741.00 is 3741000000       |
 * | scaling  | millionths                  | 0.722007 is 722007            |
 */
export const CENTS_PER_DOLLAR = 100;
export const COUNT_SCALE = 100;
export const WEIGHT_SCALE = 10_000;
export const PERCENT_SCALE = 10_000;
export const RATE_SCALE = 1_000_000;
export const SCALING_SCALE = 1_000_000;
/** 100 % in percent units. */
export const WHOLE_PERCENT = 100 * PERCENT_SCALE;

/**
 * Limits of what a document may hold. Every one has a test on both sides. They are chosen so that a product of a
 * published rate and a count stays an exact integer in a double (pool in cents × 100 < 2^53).
 */
export const LIMITS = {
  /** Largest single amount: $900 billion, in cents. */
  moneyCents: 90_000_000_000_000,
  /** Largest count in one school × level × need cell: ten million pupils, in hundredths. */
  countHundredths: 1_000_000_000,
  /** Largest weight: 1,000.0000. */
  weightUnits: 10_000_000,
  /** Largest rate: $10 million per pupil, in millionths. */
  rateMillionths: 10_000_000_000_000,
  /** Largest hold-harmless percent and largest cap on gains: 1,000 %. */
  floorPercent: 10_000_000,
  /** Largest shock and largest growth a year: +1,000 %. The smallest is −100 %. */
  shockPercent: 10_000_000,
  /** Years a path to goal weights may take. */
  pathYears: 30,
  schools: 100_000,
  levels: 30,
  needs: 60,
  sources: 200,
  scenarios: 100,
  weightSets: 50,
  codeLength: 60,
  nameLength: 200,
  noteLength: 4_000,
  findingKeyLength: 500,
  formulaLength: 2_000,
  /** Characters of one value of an account segment. */
  segmentLength: 60,
  accountSegments: 40,
  allocationTemplates: 50,
  /** Characters of a template's JSON. */
  templateLength: 100_000,
  /** Characters of a picture as base64: about 500 kB of file. */
  pictureLength: 700_000,
  /** Fewest pupils that may be asked for before a school or group is shown. */
  suppressedPupils: 1_000,
  boardSessions: 50,
  slides: 100,
  levers: 24,
  /** Characters of a slide's options as JSON. */
  slideOptionsLength: 10_000,
  yearMeasures: 200,
} as const;
