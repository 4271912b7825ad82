import type { ComponentType } from 'react';
import { setsOf } from '../../shared/changes/weights.ts';
import { orderedYears } from '../../shared/years/yearRows.ts';
import { AccountsSheet } from '../accounts/AccountsSheet.tsx';
import { AllocationFilesSheet } from '../allocationFiles/AllocationFilesSheet.tsx';
import { BudgetsSheet } from '../budgets/BudgetsSheet.tsx';
import { ComparisonSheet } from '../comparison/ComparisonSheet.tsx';
import { EnrollmentSheet } from '../enrollment/EnrollmentSheet.tsx';
import { EquitySheet } from '../equity/EquitySheet.tsx';
import { FindingsSheet } from '../findings/FindingsSheet.tsx';
import { findingsOf } from '../findings/FindingsWatch.ts';
import { FloorsSheet } from '../floors/FloorsSheet.tsx';
import { floorBadge } from '../floors/floorDecision.ts';
import { GradualSheet } from '../gradual/GradualSheet.tsx';
import { GrantsSheet } from '../grants/GrantsSheet.tsx';
import { HandOutsSheet } from '../handOuts/HandOutsSheet.tsx';
import { HistorySheet } from '../history/HistorySheet.tsx';
import { PerPupilMatrixSheet } from '../perPupilMatrix/PerPupilMatrixSheet.tsx';
import { RevenuesSheet } from '../revenues/RevenuesSheet.tsx';
import { ScenariosSheet } from '../scenarios/ScenariosSheet.tsx';
import { SchoolsSheet } from '../schools/SchoolsSheet.tsx';
import { SessionSheet } from '../session/SessionSheet.tsx';
import { slideCount } from '../session/SessionView.ts';
import { SourcesSheet } from '../sources/SourcesSheet.tsx';
import type { DocumentState } from '../state/DocumentState.ts';
import { TieOutSheet } from '../tieOut/TieOutSheet.tsx';
import { VersionsSheet } from '../versions/VersionsSheet.tsx';
import { shownVersion } from '../versions/versionNames.ts';
import { WeightsSheet } from '../weights/WeightsSheet.tsx';
import { YearsSheet } from '../years/YearsSheet.tsx';

export type SheetGroup = 'Inputs' | 'Decisions' | 'Budgets' | 'Exports';

/** One sheet of the window. To add one: write its component and put it in this list, where a reader expects it. */
export interface Sheet {
  readonly id: string;
  readonly name: string;
  readonly group: SheetGroup;
  readonly component: ComponentType;
  /** The small number beside the name; null for none. */
  readonly count?: (document: DocumentState) => string | null;
  /** The count is something to look into. */
  readonly isWarning?: (document: DocumentState) => boolean;
}

const count = (size: number): string | null => (size > 0 ? size.toLocaleString('en-US') : null);

/** In the order in which the guidebook builds a budget. */
export const SHEETS: readonly Sheet[] = [
  {
    id: 'schools',
    name: 'Schools',
    group: 'Inputs',
    component: SchoolsSheet,
    count: (document) => count(document.model.table('school').size),
  },
  {
    id: 'enrollment',
    name: 'Enrollment',
    group: 'Inputs',
    component: EnrollmentSheet,
    count: (document) => shownVersion(document, 'enrollment'),
  },
  {
    id: 'revenues',
    name: 'Revenues',
    group: 'Inputs',
    component: RevenuesSheet,
    count: (document) => shownVersion(document, 'revenues'),
  },
  { id: 'versions', name: 'Versions', group: 'Inputs', component: VersionsSheet },
  {
    id: 'years',
    name: 'Years and outcomes',
    group: 'Inputs',
    component: YearsSheet,
    count: ({ model }) => count(orderedYears(model).length),
  },
  {
    id: 'findings',
    name: 'Findings',
    group: 'Inputs',
    component: FindingsSheet,
    count: (document) => {
      const { stops, warns } = findingsOf(document).counts;
      return count(stops + warns);
    },
    isWarning: (document) => findingsOf(document).counts.stops > 0,
  },
  { id: 'sources', name: 'Sources', group: 'Decisions', component: SourcesSheet },
  {
    id: 'weights',
    name: 'Weights',
    group: 'Decisions',
    component: WeightsSheet,
    count: ({ model, scenarioId }) => count(setsOf(model, scenarioId).length),
  },
  {
    id: 'grants',
    name: 'Grants',
    group: 'Decisions',
    component: GrantsSheet,
    count: (document) =>
      count(document.calculation.results.sources.filter((source) => source.status === 'grant').length),
  },
  {
    id: 'floors',
    name: 'Floors',
    group: 'Decisions',
    component: FloorsSheet,
    count: floorBadge,
    isWarning: (document) => document.calculation.results.topUps.shortCents > 0,
  },
  { id: 'gradual', name: 'Gradual change', group: 'Decisions', component: GradualSheet },
  { id: 'budgets', name: 'School budgets', group: 'Budgets', component: BudgetsSheet },
  { id: 'matrix', name: 'Per-pupil matrix', group: 'Budgets', component: PerPupilMatrixSheet },
  {
    id: 'comparison',
    name: 'Comparison',
    group: 'Budgets',
    component: ComparisonSheet,
    count: (document) => {
      const { isOn, toppedUpCount } = document.calculation.results.topUps;
      return isOn && toppedUpCount > 0 ? `${count(toppedUpCount)} topped up` : null;
    },
    isWarning: (document) => document.calculation.results.topUps.shortCents > 0,
  },
  { id: 'equity', name: 'Equity board', group: 'Budgets', component: EquitySheet },
  {
    id: 'scenarios',
    name: 'Scenarios',
    group: 'Budgets',
    component: ScenariosSheet,
    count: (document) => count(document.model.table('scenario').size),
  },
  {
    id: 'session',
    name: 'Board session',
    group: 'Budgets',
    component: SessionSheet,
    count: (it) => count(slideCount(it)),
  },
  {
    id: 'tie-out',
    name: 'Tie-out',
    group: 'Budgets',
    component: TieOutSheet,
    count: (document) => count(document.calculation.results.tieOut.problems.length),
    isWarning: () => true,
  },
  { id: 'hand-outs', name: 'Hand-outs', group: 'Exports', component: HandOutsSheet },
  { id: 'accounts', name: 'Accounts', group: 'Exports', component: AccountsSheet },
  {
    id: 'finance-files',
    name: 'Finance files',
    group: 'Exports',
    component: AllocationFilesSheet,
    count: ({ model }) => count(model.table('allocationTemplate').size),
  },
  {
    id: 'history',
    name: 'History',
    group: 'Exports',
    component: HistorySheet,
    isWarning: (document) => document.info.logFault !== null,
    count: (document) => (document.info.logFault ? 'altered' : null),
  },
];
