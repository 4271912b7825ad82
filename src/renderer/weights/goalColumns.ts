import { setGoalWeight } from '../../shared/changes/gradual.ts';
import { setWeight } from '../../shared/changes/weights.ts';
import type { CellValue, SheetColumn } from '../grid/SheetColumn.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import { explainRate } from './explainRate.ts';
import type { WeightFigures } from './WeightFigures.ts';
import { WEIGHT_STEP } from './weightSteps.ts';

const whole = (value: CellValue): number | null => (value === null ? null : Number(value));

/** This year’s weight and the goal beside it, need by need. A cell without a goal stays where it is. */
export function goalColumns(document: DocumentState, figures: WeightFigures): SheetColumn[] {
  const { calculation, model, scenarioId } = document;
  const { weightSet } = figures;
  const isFew = calculation.needs.length <= 5;
  return calculation.needs.flatMap(({ code, name }): SheetColumn[] => {
    const common = {
      group: name,
      kind: 'weight',
      width: 66,
      grows: isFew,
      blank: true,
      summable: false,
      step: WEIGHT_STEP,
    } as const;
    return [
      {
        ...common,
        id: `need:${code}`,
        header: 'Now',
        headerTooltip: `${name}: this year’s weight`,
        value: (row) => figures.weight(row.key, code),
        edit: (row, value) => setWeight(model, scenarioId, weightSet, row.key, code, whole(value)),
        total: () => figures.pupilsOfNeed(code),
        totalKind: 'count',
        explain: (row) => explainRate(document, figures, row.key, code),
      },
      {
        ...common,
        id: `goal:${code}`,
        header: 'Goal',
        headerTooltip: `${name}: where the weight is to arrive; empty stays where it is`,
        value: (row) => model.get('goalWeight', scenarioId, weightSet, row.key, code)?.weight ?? null,
        edit: (row, value) => setGoalWeight(model, scenarioId, weightSet, row.key, code, whole(value)),
      },
    ];
  });
}
