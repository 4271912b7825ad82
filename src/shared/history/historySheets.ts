/** The sheets of the window on which logged cells stand, by id, as the navigation calls them. */
export const HISTORY_SHEETS: Readonly<Record<string, string>> = {
  schools: 'Schools',
  enrollment: 'Enrollment',
  revenues: 'Revenues',
  versions: 'Versions',
  findings: 'Findings',
  sources: 'Sources',
  weights: 'Weights',
  grants: 'Grants',
  floors: 'Floors',
  gradual: 'Gradual change',
  scenarios: 'Scenarios',
  years: 'Years and outcomes',
  session: 'Board session',
  accounts: 'Accounts',
  'finance-files': 'Finance files',
  'hand-outs': 'Hand-outs',
};
