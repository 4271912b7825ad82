import type { ReactNode } from 'react';
import { PAYER_WORDS, setPayer } from '../../shared/changes/floors.ts';
import type { Payer } from '../../shared/model/rows.ts';
import { useDocument } from '../state/hooks.ts';
import { CentralFields, ReserveField } from './CentralFields.tsx';
import { floorDecisionOf } from './floorDecision.ts';
import { GainerFields } from './GainerFields.tsx';

interface PayerOption {
  readonly payer: Payer;
  readonly sentence: string;
  readonly fields?: ReactNode;
}

const OPTIONS: readonly PayerOption[] = [
  {
    payer: 'reserve',
    sentence: 'One source’s central part pays; no school gives anything up.',
    fields: <ReserveField />,
  },
  {
    payer: 'central',
    sentence: 'The chosen sources’ central parts pay, each in proportion.',
    fields: <CentralFields />,
  },
  {
    payer: 'gainers',
    sentence: 'Schools give up the same part of what they gain above a cap.',
    fields: <GainerFields />,
  },
  {
    payer: 'above_floor',
    sentence: 'All give up the same part of what stands above.',
  },
  {
    payer: 'formula',
    sentence: 'Its base is lowered until formula and top-ups fit the same money.',
  },
];

/** Who pays the top-ups: five named choices, each said in a sentence, with the fields of the chosen one. */
export function PayerChoice() {
  const document = useDocument();
  const { model, scenarioId } = document;
  const { payer } = floorDecisionOf(document);
  const isFixed = document.readOnlyReason !== null;
  return (
    <fieldset className="payers" data-testid="payers" title={document.readOnlyReason ?? undefined}>
      <legend className="visually-hidden">Who pays the top-ups</legend>
      {OPTIONS.map((option) => (
        <div key={option.payer} className={option.payer === payer ? 'payer payer-chosen' : 'payer'}>
          <label>
            <input
              type="radio"
              name="payer"
              checked={option.payer === payer}
              disabled={isFixed}
              onChange={() => document.commit(setPayer(model, scenarioId, option.payer))}
            />
            <span>
              <b>{PAYER_WORDS[option.payer]}</b> <span className="dim">{option.sentence}</span>
            </span>
          </label>
          {option.payer === payer && option.fields ? <div className="payer-fields">{option.fields}</div> : null}
        </div>
      ))}
      <p className="hint">
        Schools give up unrestricted formula money only, and nobody is pushed under a floor. Restricted money tops up
        only the schools it may reach.
      </p>
    </fieldset>
  );
}
