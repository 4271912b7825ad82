/** The words of the book, as a parent may look them up. */
export const GLOSSARY: readonly (readonly [string, string])[] = [
  ['Central share', 'The part of a source that the central office keeps, as a percentage or an amount.'],
  ['Comparison amount', 'What a school gets from the sources that count when its budget is held against its floor.'],
  ['Eligibility', 'Which schools a source reaches: all, some levels, named schools, or those for which a rule holds.'],
  ['Floor', 'What a school’s budget cannot fall below: a part of this year’s budget (hold harmless), or a minimum.'],
  ['Grant', 'Money that goes to schools in amounts set outside the formula.'],
  ['Hold harmless', 'A promise that a school keeps a part of this year’s budget, in total or per pupil.'],
  ['Level', 'Elementary, middle, high or as the district divides its schools. A K-8 school has pupils at two levels.'],
  ['Locked, unlocked', 'Locked money stays under central control; unlocked money runs through the formula.'],
  ['Minimum operational budget', 'The smallest budget a school can run on, per pupil or for the school.'],
  ['Need', 'What makes a pupil cost more: poverty, learning English, a disability. A pupil may have several.'],
  ['Pool', 'What is left of a source for schools after the central share.'],
  ['Rate', 'The dollars that a pupil of a level and need brings to the school.'],
  ['Restricted', 'Money that may be spent only for the purpose it was given for.'],
  ['Top-up', 'What lifts a school to its floor.'],
  ['Weight', 'How much a pupil counts: twice the weight is twice the money.'],
];
