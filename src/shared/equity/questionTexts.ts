/** A picture of the equity board. */
export type PictureId =
  | 'need-and-spending'
  | 'deciles'
  | 'regression'
  | 'measures'
  | 'averages-and-actuals'
  | 'years'
  | 'outcomes'
  | 'tie-out';

/** The guidebook's opening questions (Strategy 1, *Mapping the Context*), and those of its *Analyses*, shortened. */
export const QUESTIONS = {
  needier: 'Do schools with more need get more per pupil?',
  actualSalaries: 'How does that change at the actual salaries of teachers?',
  poverty: 'Is there a clear difference per pupil between low- and high-poverty schools?',
  englishLearners: 'Is there a clear difference per pupil between schools with few and many English learners?',
  experience: 'Do the least experienced teachers staff the neediest schools?',
  turnover: 'How does teacher turnover compare between low- and high-need schools?',
  control: 'Over what share of the budget do sites have control?',
  controlForAll: 'Do schools have meaningful control, whatever their pupils?',
  controlByNeed: 'Is there a difference in autonomy for schools of disadvantaged pupils and English learners?',
  outcomes: 'What is the relationship between spending and outcomes?',
  equityOverTime: 'To what extent have allocations become more equitable?',
  outcomesByNeed: 'How are outcomes varying across groups of pupils, and how has that changed?',
  outcomesOverTime: 'Have spending and outcomes moved together?',
  alignment: 'Does the process allow principals to align resources to district and school goals?',
  timing: 'Does the timing of the process give leaders enough time and support?',
  plans: 'What share of sites considers district and school plans when budgeting?',
  boardSees: 'Can the board recognize what is spent on the goals it has adopted?',
  satisfaction: 'How satisfied are principals with the process, and what is at the root of complaints?',
  inefficiencies: 'What is inefficient in the process, and what works well?',
  community: 'How involved is the community in planning and budgeting?',
  transparency: 'Do parents, teachers and the community understand how decisions are made?',
  input: 'Are there formal ways to provide input into planning and budgeting at the site?',
} as const;
export type QuestionId = keyof typeof QUESTIONS;

/** What no budget can answer, and where the answer is to be found. */
export const NOT_IN_BUDGETS: Readonly<Partial<Record<QuestionId, string>>> = {
  alignment: 'Budgets do not say what goals money serves. Ask principals, or read school plans beside their budgets.',
  timing: 'Budgets do not say when they were made. Set the budget calendar beside the planning calendar.',
  plans: 'Budgets do not say how they were made. Ask sites, or review their plans.',
  boardSees: 'Sources are not tied to adopted goals here. Ask board members what they can find.',
  satisfaction: 'This takes a survey of principals and others.',
  inefficiencies: 'This takes interviews with those who make the budget.',
  community: 'This takes a count of meetings and of those who came, or a survey.',
  transparency: 'This takes a survey of parents, teachers and the community.',
  input: 'This takes a list of the ways that each site has.',
};
