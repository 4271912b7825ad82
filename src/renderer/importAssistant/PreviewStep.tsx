import { useState } from 'react';
import { EmptySheet } from '../sheets/EmptySheet.tsx';
import { Faces } from '../sheets/Faces.tsx';
import type { AssistantState } from './AssistantState.ts';
import { FaultTable } from './FaultTable.tsx';
import { OffersCard } from './OffersCard.tsx';
import { RecordTable } from './RecordTable.tsx';
import { RowsAround } from './RowsAround.tsx';
import { TotalsCard } from './TotalsCard.tsx';
import './previewStep.css';

type Shown = 'faults' | 'added' | 'changed' | 'missing';

/** Third step: every fault, or everything that would change. */
export function PreviewStep({ state }: { readonly state: AssistantState }) {
  const [chosen, setChosen] = useState<Shown | null>(null);
  const [place, setPlace] = useState<{ readonly row: number; readonly column: number | null } | null>(null);
  const { preview: answer, waiting, mapping } = state;
  if (!answer || !mapping) {
    return <EmptySheet title={waiting ? 'Working out what would change…' : 'No preview'} />;
  }
  const { preview, faultCount } = answer;
  const { added, changed, missing, unchanged } = preview;
  const available: Readonly<Record<Shown, number>> = {
    faults: faultCount,
    added: added.count,
    changed: changed.count,
    missing: missing.count,
  };
  const first = (['faults', 'changed', 'added', 'missing'] as const).find((name) => available[name] > 0) ?? 'changed';
  const shown = chosen && (chosen !== 'faults' || faultCount > 0) ? chosen : first;
  const nouns = preview.of === 'schools' ? (['school', 'schools'] as const) : (['source', 'sources'] as const);
  const noun = nouns[1];
  const label = (word: string, count: number): string => `${word} ${count.toLocaleString('en-US')}`;
  return (
    <>
      <p className={faultCount > 0 ? 'verdict verdict-faults' : 'verdict'} role="status" data-testid="import-verdict">
        {faultCount > 0
          ? `${faultCount === 1 ? 'One entry needs' : `${faultCount.toLocaleString('en-US')} entries need`} correcting. Nothing is imported until the file is corrected or read in another way.`
          : `✓ ${preview.rowsRead.toLocaleString('en-US')} rows read without a fault. Nothing has changed yet.`}
      </p>
      <div className="assistant-columns assistant-preview">
        <div className="assistant-stack">
          <section className="card" aria-label="What is in the file">
            <header className="card-heading">
              <Faces
                label="What is shown"
                value={shown}
                onChange={setChosen}
                names={[
                  ...(faultCount > 0 ? [{ name: 'faults' as const, label: label('Faults', faultCount) }] : []),
                  { name: 'added', label: label('New', added.count) },
                  { name: 'changed', label: label('Changed', changed.count) },
                  { name: 'missing', label: label('Not in the file', missing.count) },
                ]}
              />
              <div className="subtitle">
                {faultCount > 0
                  ? ''
                  : `${unchanged.toLocaleString('en-US')} ${nouns[unchanged === 1 ? 0 : 1]} unchanged`}
              </div>
            </header>
            {shown === 'faults' ? (
              <FaultTable state={state} answer={answer} onShow={(row, column) => setPlace({ row, column })} />
            ) : (
              <RecordTable
                records={preview[shown]}
                noun={noun}
                isNew={shown === 'added'}
                onShow={(row) => setPlace({ row, column: null })}
              />
            )}
          </section>
          {place ? <RowsAround state={state} {...place} onClose={() => setPlace(null)} /> : null}
        </div>
        <div className="assistant-aside">
          <OffersCard state={state} isOpenOnly />
          {missing.count > 0 ? (
            <fieldset className="card aside-card missing-choice">
              <legend>
                {missing.count.toLocaleString('en-US')} {nouns[missing.count === 1 ? 0 : 1]}{' '}
                {missing.count === 1 ? 'is' : 'are'} not in the file
              </legend>
              {(
                [
                  ['blank', 'The file is complete: they have none of it in the new version'],
                  ['keep', 'The file is a part: they keep what they had'],
                ] as const
              ).map(([value, text]) => (
                <label key={value} className="offer">
                  <input
                    type="radio"
                    name="missing"
                    checked={mapping.missing === value}
                    onChange={() => state.setMapping({ ...mapping, missing: value })}
                  />
                  <span>{text}</span>
                </label>
              ))}
            </fieldset>
          ) : null}
          <TotalsCard preview={preview} hasFaults={faultCount > 0} />
          <Notes state={state} />
        </div>
      </div>
    </>
  );
}

function Notes({ state }: { readonly state: AssistantState }) {
  const { preview } = state.preview ?? {};
  if (!preview) return null;
  const rows = preview.leftOut.map(({ row }) => row).slice(0, 12);
  const notes = [
    preview.newNeeds.length > 0 ? `New need categories: ${preview.newNeeds.join(', ')}.` : '',
    preview.newColumns.length > 0 ? `New columns of the schools: ${preview.newColumns.join(', ')}.` : '',
    rows.length > 0
      ? `Left out: row ${rows.join(', ')}${preview.leftOut.length > rows.length ? ` and ${preview.leftOut.length - rows.length} more` : ''}.`
      : '',
    ...preview.notes,
  ].filter(Boolean);
  if (notes.length === 0) return null;
  return (
    <section className="card aside-card" aria-label="Notes">
      <h3>To know</h3>
      <ul className="assistant-notes">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  );
}
