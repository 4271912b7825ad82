import type { YearCount, YearsPreview } from '../../shared/years/import/YearsMapping.ts';
import { EmptySheet } from '../sheets/EmptySheet.tsx';
import type { YearsImportState } from './YearsImportState.ts';

const text = (count: number): string => count.toLocaleString('en-US');
const UNKNOWN_SHOWN = 40;

/** Second step: every fault by row and column, or everything that would change. */
export function YearsPreviewStep({ state }: { readonly state: YearsImportState }) {
  const { answer, waiting, mapping } = state;
  if (!answer || !mapping) return <EmptySheet title={waiting ? 'Working out what would change…' : 'No preview'} />;
  const { preview, faults, faultCount } = answer;
  return (
    <>
      <p className={faultCount > 0 ? 'verdict verdict-faults' : 'verdict'} role="status" data-testid="years-verdict">
        {faultCount > 0
          ? `${faultCount === 1 ? 'One entry needs' : `${text(faultCount)} entries need`} correcting. Nothing is imported until the file is corrected or read in another way.`
          : `✓ ${text(preview.rowsRead)} rows read without a fault. Nothing has changed yet.`}
      </p>
      <div className="assistant-columns assistant-preview">
        <section className="card" aria-label="What is in the file">
          {faultCount > 0 ? (
            <div className="assistant-scroll" data-testid="years-faults">
              <table className="record-table">
                <thead>
                  <tr>
                    <th scope="col">Sheet</th>
                    <th scope="col">Row</th>
                    <th scope="col">Column</th>
                    <th scope="col">Value</th>
                    <th scope="col">What is wrong</th>
                  </tr>
                </thead>
                <tbody>
                  {faults.map((fault, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: faults have no name of their own and come anew as a whole.
                    <tr key={at}>
                      <td>{fault.sheet}</td>
                      <td>{fault.row ?? ''}</td>
                      <td>{fault.column ?? ''}</td>
                      <td className="fault-value">{fault.value ?? ''}</td>
                      <td>{fault.reason}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {faultCount > faults.length ? (
                <p className="assistant-more">
                  The first {text(faults.length)} of {text(faultCount)}.
                </p>
              ) : null}
            </div>
          ) : (
            <Figures preview={preview} />
          )}
        </section>
        <div className="assistant-aside">
          {preview.unknownCount > 0 ? (
            <fieldset className="card aside-card" data-testid="years-unknown">
              <legend>
                {preview.unknownCount === 1
                  ? 'One school is not in the district'
                  : `${text(preview.unknownCount)} schools are not in the district`}
              </legend>
              {(
                [
                  ['keep', 'They have closed: keep their values under their codes'],
                  ['leaveOut', 'Leave their rows out'],
                ] as const
              ).map(([value, label]) => (
                <label key={value} className="offer">
                  <input
                    type="radio"
                    name="unknown"
                    checked={mapping.unknownSchools === value}
                    onChange={() => state.setMapping({ ...mapping, unknownSchools: value })}
                  />
                  <span>{label}</span>
                </label>
              ))}
              <ul className="assistant-notes">
                {preview.unknown.slice(0, UNKNOWN_SHOWN).map(({ code, rows, hint }) => (
                  <li key={code}>
                    {code} ({text(rows)} {rows === 1 ? 'row' : 'rows'}){hint ? ` · ${hint}` : ''}
                  </li>
                ))}
              </ul>
            </fieldset>
          ) : null}
          {preview.suppressedCount > 0 ? (
            <section className="card aside-card" aria-label="Suppressed values" data-testid="years-suppressed">
              <h3>{text(preview.suppressedCount)} suppressed values</h3>
              <p className="hint">
                Read as missing, never as zero
                {preview.removed > 0 ? `; ${text(preview.removed)} values held so far are taken away` : ''}.
              </p>
              <ul className="assistant-notes">
                {preview.suppressed.map((one) => (
                  <li key={one.text}>
                    “{one.text}” in {text(one.count)} {one.count === 1 ? 'cell' : 'cells'}
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
          <Notes preview={preview} />
        </div>
      </div>
    </>
  );
}

function Figures({ preview }: { readonly preview: YearsPreview }) {
  const list = (counts: readonly YearCount[]): string =>
    counts.map(({ name, count, isNew }) => `${name} (${text(count)}${isNew ? ', new' : ''})`).join(' · ') || 'none';
  const { added, changed, unchanged } = preview;
  return (
    <dl className="years-figures" data-testid="years-figures">
      <dt>Values</dt>
      <dd>
        {text(added)} new, {text(changed)} changed, {text(unchanged)} as they are
      </dd>
      <dt>Years</dt>
      <dd>{list(preview.years)}</dd>
      <dt>Measures</dt>
      <dd>{list(preview.measures)}</dd>
      <dt>Groups</dt>
      <dd>{list(preview.groups)}</dd>
      <dt>Schools</dt>
      <dd>{text(preview.schools)}</dd>
      <dt>Suppressed</dt>
      <dd>{text(preview.suppressedCount)}</dd>
    </dl>
  );
}

function Notes({ preview }: { readonly preview: YearsPreview }) {
  const rows = preview.leftOut.slice(0, 12);
  if (rows.length + preview.notes.length === 0) return null;
  return (
    <section className="card aside-card" aria-label="Notes">
      <h3>To know</h3>
      <ul className="assistant-notes">
        {preview.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
        {rows.map(({ row, reason }) => (
          <li key={row}>
            Row {row} is left out: {reason}.
          </li>
        ))}
        {preview.leftOutCount > rows.length ? (
          <li>{text(preview.leftOutCount - rows.length)} more rows are left out.</li>
        ) : null}
      </ul>
    </section>
  );
}
