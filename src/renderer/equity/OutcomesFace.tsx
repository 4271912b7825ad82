import { useCallback } from 'react';
import type { AmountId } from '../../shared/equity/columnIds.ts';
import { outcomesPicture } from '../../shared/pictures/outcomesPicture.ts';
import type { PictureSize } from '../../shared/pictures/Picture.ts';
import { spendingAndOutcome } from '../../shared/years/outcomes.ts';
import { groupName, orderedGroups, orderedYearMeasures, orderedYears } from '../../shared/years/yearRows.ts';
import type { SeenBy } from '../pictures/Onlookers.ts';
import { PictureCard } from '../pictures/PictureCard.tsx';
import { EmptySheet } from '../sheets/EmptySheet.tsx';
import { pickedOf, usePickedCodes } from '../sheets/pickedSchools.ts';
import { useWindowOnce } from '../state/hooks.ts';
import { type BoardFaceProps, readBoard, seenPicture } from './BoardFace.ts';
import { Choice } from './EquityControls.tsx';
import { amountChoices } from './equityChoices.ts';
import { equityDataOf } from './equityDataOf.ts';
import { yearDistrictOf } from './yearBaseline.ts';

/** Spending against an outcome of a year, or the change of the one against that of the other. */
export function OutcomesFace({ document, view, onChange, revision }: BoardFaceProps) {
  const window = useWindowOnce();
  const picked = usePickedCodes();
  const { model } = document;
  const outcomes = orderedYearMeasures(model).filter(({ kind }) => kind === 'outcome');
  const outcome = (outcomes.find(({ measure }) => measure === view.yearOutcome) ?? outcomes[0])?.measure ?? '';
  const years = orderedYears(model, outcome);
  const groups = orderedGroups(model, outcome);
  const year = years.includes(view.outcomeYear) ? view.outcomeYear : (years.at(-1) ?? '');
  const since = years.includes(view.outcomeSince) && view.outcomeSince !== year ? view.outcomeSince : '';
  const group = groups.includes(view.outcomeGroup) ? view.outcomeGroup : (groups[0] ?? '');
  // Without budgets of the year, spending is an amount of the scenario, which can be chosen.
  const hasBudgets = yearDistrictOf(document, `year:${year}`) !== null;
  const isAnonymous = view.seenBy === 'public' && view.names === 'anonymous';
  // biome-ignore lint/correctness/useExhaustiveDependencies: the numbers are read anew whenever they have moved.
  const draw = useCallback(
    (size: PictureSize, seenBy?: SeenBy) => {
      const board = readBoard(document, view, seenBy);
      const found = spendingAndOutcome(model, board.scope, {
        ...{ outcome, group, year, since, amount: view.amount, isByPupils: view.weighting === 'pupils' },
      });
      return seenPicture(
        outcomesPicture({ outcomes: found, data: board.data, picked: board.isAnonymous ? null : picked }, size),
        board,
      );
    },
    [document, view, revision, picked, outcome, group, year, since],
  );
  if (outcome === '') {
    return (
      <EmptySheet title="No outcomes yet">
        <p>Once outcomes of schools are imported, this picture holds them against spending.</p>
        <button type="button" className="button button-main" onClick={() => window.goTo('years')}>
          Go to Years and outcomes
        </button>
      </EmptySheet>
    );
  }
  return (
    <>
      <div className="equity-controls" role="toolbar" aria-label="Which outcome is shown">
        <Choice
          label="Outcome"
          value={outcome}
          choices={outcomes.map(({ measure }) => ({ value: measure, label: measure }))}
          onChange={(yearOutcome) => onChange({ yearOutcome })}
        />
        {groups.length > 1 ? (
          <Choice
            label="Of"
            value={group}
            choices={groups.map((code) => ({ value: code, label: groupName(model, code) }))}
            onChange={(outcomeGroup) => onChange({ outcomeGroup })}
          />
        ) : null}
        <Choice
          label="Year"
          value={year}
          choices={years.map((each) => ({ value: each, label: each }))}
          onChange={(outcomeYear) => onChange({ outcomeYear })}
        />
        {hasBudgets || since !== '' ? null : (
          <Choice
            label="Amount"
            value={view.amount}
            choices={amountChoices(equityDataOf(document.calculation))}
            onChange={(amount) => onChange({ amount: amount as AmountId })}
          />
        )}
        <Choice
          label="Counting"
          value={view.weighting}
          choices={[
            { value: 'schools', label: 'Each school once' },
            { value: 'pupils', label: 'Schools by pupils' },
          ]}
          onChange={(value) => onChange({ weighting: value === 'pupils' ? 'pupils' : 'schools' })}
        />
        {years.length > 1 ? (
          <Choice
            label="Change since"
            value={since}
            choices={[
              { value: '', label: 'The year as it stands' },
              ...years.filter((each) => each !== year).map((each) => ({ value: each, label: each })),
            ]}
            onChange={(outcomeSince) => onChange({ outcomeSince })}
          />
        ) : null}
      </div>
      <PictureCard
        draw={draw}
        {...(isAnonymous
          ? {}
          : {
              openHint: 'Enter or a click goes to the school',
              onOpen: ([code]: readonly string[]) => {
                if (code !== undefined) window.goTo('budgets', { rowKey: code, columnId: 'total' });
              },
              onBrush: (schools: readonly string[] | null) => pickedOf(document).pick(schools),
            })}
      />
    </>
  );
}
