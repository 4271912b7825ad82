import { useEffect, useState } from 'react';
import type { HistoryChoice, HistoryEntry, RestorePlan, Side } from '../../shared/history/HistoryEntry.ts';
import { momentText } from '../../shared/history/momentText.ts';
import { formatMoney } from '../../shared/text/formatNumber.ts';
import { finishEditing } from '../commands/leaveSafely.ts';
import { Faces } from '../sheets/Faces.tsx';
import { SelectField } from '../sheets/SelectField.tsx';
import { SheetDialog } from '../sheets/SheetDialog.tsx';
import { useDocumentOnce, useWindowOnce } from '../state/hooks.ts';

export interface RestoreDialogProps {
  readonly entry: HistoryEntry;
  readonly onClose: () => void;
}

/** Says what a scenario as it was at that moment comes to, and what cannot be as it was, before it is made. */
export function RestoreDialog({ entry, onClose }: RestoreDialogProps) {
  const window = useWindowOnce();
  const document = useDocumentOnce();
  const [side, setSide] = useState<Side>('after');
  const [choices, setChoices] = useState<readonly HistoryChoice[]>([]);
  const [chosen, setChosen] = useState(String(entry.scenario ?? document.scenarioId));
  const [plan, setPlan] = useState<RestorePlan | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const { id } = entry;
  const scenario = choices.some(({ value }) => value === chosen) ? chosen : (choices[0]?.value ?? '');
  useEffect(() => {
    let isWanted = true;
    const look = async (): Promise<void> => {
      const answer = await window.ask('history/scenarios', { id, side });
      if (isWanted && answer) setChoices(answer);
    };
    void look();
    return () => {
      isWanted = false;
    };
  }, [window, id, side]);
  useEffect(() => {
    setPlan(null);
    if (scenario === '') return;
    let isWanted = true;
    const look = async (): Promise<void> => {
      const answer = await window.ask('history/planRestore', { id, side, scenario: Number(scenario) });
      if (isWanted && answer) setPlan(answer);
    };
    void look();
    return () => {
      isWanted = false;
    };
  }, [window, id, side, scenario]);
  const restore = async (): Promise<void> => {
    setIsBusy(true);
    finishEditing();
    document.preview(null);
    await document.settled();
    const made = await window.ask('history/restore', { id, side, scenario: Number(scenario) });
    setIsBusy(false);
    onClose();
    if (!made || window.document !== document) return;
    document.adopt(made.change, made.committed);
    window.say(`“${plan?.name ?? ''}” was made. Undo takes it away again.`);
  };
  return (
    <SheetDialog title="Restore as a new scenario" onClose={onClose}>
      <p>
        Makes a new scenario with everything decided at that moment and its own copy of the inputs as they stood.
        Nothing that exists is changed.
      </p>
      <div className="restore-choice">
        <span className="field-label">
          Entry {id}, {momentText(entry.at)}
        </span>
        <Faces
          label="Which moment"
          value={side}
          names={[
            { name: 'after', label: 'Just after it' },
            { name: 'before', label: 'Just before it' },
          ]}
          onChange={setSide}
        />
      </div>
      <SelectField label="Scenario" value={scenario} choices={choices} onChange={setChosen} />
      {plan ? <PlanWords plan={plan} /> : <p className="dim">Working out what it was…</p>}
      <div className="sheet-actions">
        <button type="button" className="button" onClick={onClose}>
          Cancel
        </button>
        <button type="button" className="button button-main" disabled={!plan || isBusy} onClick={() => void restore()}>
          Restore
        </button>
      </div>
    </SheetDialog>
  );
}

function PlanWords({ plan }: { readonly plan: RestorePlan }) {
  return (
    <div className="restore-plan" data-testid="restore-plan" role="status">
      <p>
        The new scenario will be called <strong>{plan.name}</strong>.
      </p>
      {plan.isExact ? (
        <p className="restore-exact">
          Every school’s budget comes out to the cent as it was then: ${formatMoney(plan.thenCents)} in all.
        </p>
      ) : (
        <p className="restore-differs">
          Budgets do not all come out as they were: ${formatMoney(plan.thenCents)} in all then, $
          {formatMoney(plan.restoredCents)} restored.
        </p>
      )}
      {plan.broughtBack.length > 0 ? <p>Brought back because it is gone: {plan.broughtBack.join(', ')}.</p> : null}
      {plan.differs.length > 0 ? (
        <>
          <p>Not as it was then, because all scenarios share it or it is gone:</p>
          <ul>
            {plan.differs.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
