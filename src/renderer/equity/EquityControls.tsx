import { type ReactNode, useId, useMemo } from 'react';
import type { AmountId, AxisId } from '../../shared/equity/columnIds.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import { useDocumentValue } from '../state/hooks.ts';
import type { EquityView } from './EquityView.ts';
import { amountChoices, axisChoices, baselineChoices, type EquityChoice } from './equityChoices.ts';
import { equityDataOf } from './equityDataOf.ts';
import type { EquityFace } from './equityFaces.ts';

export interface EquityControlsProps {
  readonly document: DocumentState;
  readonly face: EquityFace;
  readonly view: EquityView;
  readonly onChange: (change: Partial<EquityView>) => void;
  /** At the end of the line. */
  readonly children?: ReactNode;
}

/** Which choices a face follows. */
const USES: Readonly<Record<EquityFace, readonly (keyof EquityView)[]>> = {
  'need-and-spending': ['amount', 'against', 'weighting', 'baseline', 'colour'],
  deciles: ['amount', 'against', 'weighting', 'baseline', 'groups', 'stack'],
  regression: ['amount', 'against', 'weighting', 'baseline'],
  measures: ['amount', 'baseline'],
  'averages-and-actuals': ['amount', 'against', 'weighting', 'actual'],
  years: [],
  outcomes: [],
  questions: ['amount', 'weighting', 'actual', 'experience', 'turnover', 'outcome'],
};

/** Measures that answer questions of their own. */
const MEASURES = [
  { part: 'experience', label: 'Experience' },
  { part: 'turnover', label: 'Turnover' },
  { part: 'outcome', label: 'Outcome' },
] as const;

/** What the board shows, against what. Only the choices that the face follows. */
export function EquityControls({ document, face, view, onChange, children }: EquityControlsProps) {
  const commit = useDocumentValue((it) => it.commitRevision);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what can be chosen follows what is decided, not each keystroke.
  const choices = useMemo(() => {
    const data = equityDataOf(document.calculation);
    const amounts = amountChoices(data);
    const axes = axisChoices(data);
    const measures = axes.filter(({ value }) => value.startsWith('measure:'));
    return { amounts, axes, measures, baselines: baselineChoices(document, data) };
  }, [document, commit]);
  const uses = (part: keyof EquityView): boolean => USES[face].includes(part);
  if (USES[face].length === 0 && !children) return null;
  const isGrouped = face === 'deciles' || face === 'averages-and-actuals' || face === 'questions';
  return (
    <div className="equity-controls" role="toolbar" aria-label="What is shown">
      {uses('amount') ? (
        <Choice
          label="Amount"
          value={view.amount}
          choices={choices.amounts}
          onChange={(value) => onChange({ amount: value as AmountId })}
        />
      ) : null}
      {uses('against') ? (
        <Choice
          label={face === 'deciles' ? 'By' : 'Against'}
          value={view.against}
          choices={choices.axes}
          onChange={(value) => onChange({ against: value as AxisId })}
        />
      ) : null}
      {uses('groups') ? (
        <Choice
          label="In"
          value={String(view.groups)}
          choices={[
            { value: '10', label: 'Deciles' },
            { value: '5', label: 'Quintiles' },
          ]}
          onChange={(value) => onChange({ groups: value === '5' ? 5 : 10 })}
        />
      ) : null}
      {uses('weighting') ? (
        <Choice
          label={isGrouped ? 'Of equal' : 'Counting'}
          value={view.weighting}
          choices={[
            { value: 'schools', label: isGrouped ? 'Schools' : 'Each school once' },
            { value: 'pupils', label: isGrouped ? 'Pupils' : 'Schools by pupils' },
          ]}
          onChange={(value) => onChange({ weighting: value === 'pupils' ? 'pupils' : 'schools' })}
        />
      ) : null}
      {uses('stack') ? (
        <Choice
          label="Stacked by"
          value={view.stack}
          choices={[
            { value: 'restriction', label: 'Restriction' },
            { value: 'source', label: 'Source' },
          ]}
          onChange={(value) => onChange({ stack: value === 'source' ? 'source' : 'restriction' })}
        />
      ) : null}
      {uses('baseline') ? (
        <Choice
          label="Compared with"
          value={view.baseline}
          choices={choices.baselines}
          onChange={(baseline) => onChange({ baseline })}
        />
      ) : null}
      {uses('colour') ? (
        <Choice
          label="Stands out"
          value={view.colour}
          choices={[
            { value: 'level', label: 'Levels' },
            ...choices.axes.map(({ value, label }) => ({ value, label: `High ${label}` })),
          ]}
          onChange={(value) => onChange({ colour: value as AxisId | 'level' })}
        />
      ) : null}
      {uses('actual') ? (
        <Choice
          label="Actual cost"
          value={view.actual}
          choices={[
            { value: '', label: 'Not given' },
            ...choices.amounts.filter(({ value }) => /^(measure:|perPupil:|current$)/.test(value)),
          ]}
          onChange={(value) => onChange({ actual: value as AmountId | '' })}
        />
      ) : null}
      {MEASURES.map(({ part, label }) =>
        uses(part) && choices.measures.length > 0 ? (
          <Choice
            key={part}
            label={label}
            value={view[part]}
            choices={[{ value: '', label: 'Not given' }, ...choices.measures]}
            onChange={(value) => onChange({ [part]: value })}
          />
        ) : null,
      )}
      {children}
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly EquityChoice[];
  readonly onChange: (value: string) => void;
}

/** A labelled choice in the line above a picture. */
export function Choice({ label, value, choices, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <span className="equity-choice">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="entry" value={value} onChange={(event) => onChange(event.target.value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </span>
  );
}
