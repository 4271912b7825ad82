import { useCallback } from 'react';
import { findNeedColumn } from '../../shared/equity/findNeedColumn.ts';
import type { PictureSize } from '../../shared/pictures/Picture.ts';
import { yearsPicture } from '../../shared/pictures/yearsPicture.ts';
import { groupName, orderedGroups, orderedYearMeasures } from '../../shared/years/yearRows.ts';
import { fittingBy, YEARS_BY, type YearsBy, yearSeries } from '../../shared/years/yearSeries.ts';
import type { SeenBy } from '../pictures/Onlookers.ts';
import { PictureCard } from '../pictures/PictureCard.tsx';
import { EmptySheet } from '../sheets/EmptySheet.tsx';
import type { DocumentState } from '../state/DocumentState.ts';
import { useWindowOnce } from '../state/hooks.ts';
import { type BoardFaceProps, readBoard, seenPicture } from './BoardFace.ts';
import { Choice } from './EquityControls.tsx';
import type { EquityView } from './EquityView.ts';
import { equityDataOf } from './equityDataOf.ts';

const BY_LABELS: Readonly<Record<YearsBy, string>> = {
  district: 'The district',
  level: 'Levels',
  fifths: 'Fifths of need',
  groups: 'Groups of pupils',
  spread: 'Spread between schools',
  needs: 'Correlation with needs',
};

/** What is drawn: as chosen where it is there, else outcomes first, and groups where a measure has some. */
export function shownYears({ model, calculation }: DocumentState, view: EquityView) {
  const measures = orderedYearMeasures(model);
  const row =
    measures.find(({ measure }) => measure === view.yearMeasure) ??
    measures.find(({ kind }) => kind === 'outcome') ??
    measures[0];
  const groups = row ? orderedGroups(model, row.measure) : [];
  const choices = row
    ? YEARS_BY.filter((by) => fittingBy(row, by) === by && (by !== 'groups' || groups.length > 1))
    : [];
  const by = choices.find((each) => each === view.yearsBy) ?? (choices.includes('groups') ? 'groups' : 'district');
  const group = groups.includes(view.yearGroup) ? view.yearGroup : (groups[0] ?? '');
  const data = equityDataOf(calculation);
  const named = view.against.startsWith('need:') ? view.against : (findNeedColumn(data, 'POV') ?? '');
  const need = named.startsWith('need:') ? named.slice('need:'.length) : (data.needs[0]?.code ?? '');
  return { measures, row, groups, choices, by, group, need, needs: data.needs };
}

/** Lines of a measure by year: the district, levels, fifths of need, groups and the gaps between them. */
export function YearsFace({ document, view, onChange, revision }: BoardFaceProps) {
  const window = useWindowOnce();
  const { measures, row, groups, choices, by, group, need, needs } = shownYears(document, view);
  const measure = row?.measure ?? '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: the numbers are read anew whenever they have moved.
  const draw = useCallback(
    (size: PictureSize, seenBy?: SeenBy) => {
      const board = readBoard(document, view, seenBy);
      const series = yearSeries(document.model, board.scope, { measure, group, by, need });
      return seenPicture(yearsPicture({ series, dataName: board.data.name }, size), board);
    },
    [document, view, revision, measure, group, by, need],
  );
  if (!row) {
    return (
      <EmptySheet title="No years yet">
        <p>
          Once there are budgets, pupils or outcomes of earlier years, this picture shows how they move, and what has
          become of the gaps between groups.
        </p>
        <button type="button" className="button button-main" onClick={() => window.goTo('years')}>
          Go to Years and outcomes
        </button>
      </EmptySheet>
    );
  }
  return (
    <>
      <div className="equity-controls" role="toolbar" aria-label="What is shown by year">
        <Choice
          label="Measure"
          value={measure}
          choices={measures.map((each) => ({ value: each.measure, label: each.measure }))}
          onChange={(yearMeasure) => onChange({ yearMeasure })}
        />
        <Choice
          label="A line for"
          value={by}
          choices={choices.map((each) => ({ value: each, label: BY_LABELS[each] }))}
          onChange={(yearsBy) => onChange({ yearsBy: yearsBy as YearsBy })}
        />
        {by === 'fifths' ? (
          <Choice
            label="Need"
            value={need}
            choices={needs.map(({ code, name }) => ({ value: code, label: name }))}
            onChange={(code) => onChange({ against: `need:${code}` })}
          />
        ) : null}
        {groups.length > 1 && by !== 'groups' && row.kind !== 'amount' ? (
          <Choice
            label="Of"
            value={group}
            choices={groups.map((code) => ({ value: code, label: groupName(document.model, code) }))}
            onChange={(yearGroup) => onChange({ yearGroup })}
          />
        ) : null}
      </div>
      <PictureCard draw={draw} />
    </>
  );
}
