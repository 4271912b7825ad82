import { useEffect, useMemo, useState } from 'react';
import { setRevenueTrigger, takeYear } from '../../shared/changes/gradual.ts';
import { LIMITS } from '../../shared/model/units.ts';
import { formatCompactMoney, formatMoney } from '../../shared/text/formatNumber.ts';
import { parsePositiveMoney } from '../../shared/text/parseNumber.ts';
import { readyToWrite } from '../commands/readyToWrite.ts';
import { SheetGrid } from '../grid/SheetGrid.tsx';
import { Faces } from '../sheets/Faces.tsx';
import { LiveNumber } from '../sheets/LiveNumber.tsx';
import { QuickFilter } from '../sheets/QuickFilter.tsx';
import { schoolRows } from '../sheets/schoolRows.ts';
import { useDocument, useDocumentOnce, useDocumentValue, useStore, useWindowOnce } from '../state/hooks.ts';
import type { WindowState } from '../state/WindowState.ts';
import { GradualWatch } from './GradualWatch.ts';
import { yearName } from './gradualWords.ts';
import { growthColumns, growthName, growthRows } from './growthColumns.ts';
import { pathColumns } from './pathColumns.ts';
import { shadowColumns, yearColumns } from './schoolYearColumns.ts';
import './gradual.css';

type Face = 'years' | 'shadow';

const YEARS_KEY = 'gradualYears';
const YEAR_COUNTS = Array.from({ length: LIMITS.pathYears }, (_, at) => at + 1);

/** Decisions: the way from this year’s weights to the goal, what each school gets along it, and the shadow statement. */
export function GradualSheet() {
  const document = useDocumentOnce();
  const window = useWindowOnce();
  const structure = useDocumentValue((it) => it.structureRevision);
  const [count, setCount] = useState(() => Number(document.session.get(YEARS_KEY) ?? 3) || 3);
  const [face, setFace] = useState<Face>('years');
  const [filter, setFilter] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another number of years is told to the same watch.
  const watch = useMemo(() => new GradualWatch(document, count), [document]);
  useEffect(() => () => watch.close(), [watch]);
  const { years, shadow, fault, isFresh } = useStore(watch);
  const columns = useMemo(
    () => (face === 'shadow' && shadow ? shadowColumns(document, shadow) : yearColumns(document, years)),
    [document, face, shadow, years],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: schools, levels and sources follow the structure.
  const rows = useMemo(
    () => ({ schools: schoolRows(document.calculation), growth: growthRows(document) }),
    [document, structure],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: levels and sources follow the structure.
  const growth = useMemo(() => growthColumns(document), [document, structure]);
  const path = useMemo(() => pathColumns(document, years, count), [document, years, count]);
  const pathRows = useMemo(
    () => Array.from({ length: count + 1 }, (_, index) => ({ key: String(index), index })),
    [count],
  );
  return (
    <div className="sheet-stack gradual-sheet" data-testid="gradual-sheet">
      <div className="gradual-top">
        <section className="card" aria-label="Path to the goal weights">
          <header className="card-heading">
            <h2>Gradual change</h2>
            <Goals />
            <div className="grow" />
            <label className="gradual-years">
              Years ahead{' '}
              <select
                className="entry"
                data-testid="gradual-years"
                value={count}
                onChange={(event) => {
                  const next = Number(event.target.value);
                  setCount(next);
                  watch.look(next);
                  document.session.set(YEARS_KEY, String(next));
                }}
              >
                {YEAR_COUNTS.map((years) => (
                  <option key={years} value={years}>
                    {years}
                  </option>
                ))}
              </select>
            </label>
          </header>
          <div className="gradual-scroll">
            <SheetGrid
              key={count}
              sheet="path"
              label="Share of the way to the goal weights, by year"
              columns={path}
              rows={pathRows}
              rowTitle={(row) => yearName(document, row.index)}
              isAutoHeight
            />
            <PathFields count={count} />
          </div>
        </section>
        <section className="card gradual-growth" aria-label="Growth a year">
          <SheetGrid
            sheet="growth"
            label="Growth a year of enrollment and revenue, in percent"
            columns={growth}
            rows={rows.growth}
            rowTitle={(row) => growthName(document, row)}
          />
        </section>
      </div>
      <section className="card" aria-label="Schools along the path">
        <header className="card-heading">
          <h2>{face === 'years' ? 'Schools by year' : 'Shadow statement'}</h2>
          <div className="subtitle">
            {face === 'years'
              ? isFresh
                ? 'every year calculated in full, floors included'
                : 'calculating…'
              : shadow
                ? `with weights turned on, ${shadow.gainers} gain ${formatCompactMoney(shadow.gainedCents)}, ${shadow.losers} lose ${formatCompactMoney(-shadow.lostCents)}; nothing is paid by it`
                : ''}
          </div>
          <div className="grow" />
          <QuickFilter label="Find a school" value={filter} onChange={setFilter} />
          <Faces
            label="Show"
            names={[
              { name: 'years', label: 'By year' },
              { name: 'shadow', label: 'Shadow statement' },
            ]}
            value={face}
            onChange={setFace}
          />
          <button
            type="button"
            className="button"
            data-testid="gradual-export"
            onClick={() => void writeOut(window, face, count)}
          >
            Export CSV…
          </button>
        </header>
        {fault ? (
          <p className="gradual-fault" role="alert">
            {fault}
          </p>
        ) : null}
        <SheetGrid
          sheet="gradual"
          label={face === 'years' ? 'What each school gets by year' : 'Shadow statement of each school'}
          columns={columns}
          rows={rows.schools}
          rowTitle={(row) => document.calculation.schools[row.index]?.name ?? row.key}
          hasTotals
          quickFilter={filter}
          emptySentence="No school to show here."
        />
      </section>
    </div>
  );
}

/** How many goal weights there are, and where they are typed. */
function Goals() {
  const document = useDocument();
  const window = useWindowOnce();
  const { model, scenarioId } = document;
  const count = [...model.table('goalWeight').values()].filter((row) => row.scenario === scenarioId).length;
  return (
    <button type="button" className="link gradual-goals" onClick={() => window.goTo('weights')}>
      {count === 0
        ? 'No goal weights yet: type them on Weights, Goal'
        : `${count} goal ${count === 1 ? 'weight' : 'weights'}`}
    </button>
  );
}

/** The revenue trigger, and taking a year’s weights as one’s own. */
function PathFields({ count }: { readonly count: number }) {
  const document = useDocument();
  const { model, scenarioId } = document;
  const trigger = model.get('revenueTrigger', scenarioId)?.amountCents ?? null;
  const isFixed = document.readOnlyReason !== null;
  const [year, setYear] = useState(1);
  const taken = Math.min(year, count);
  return (
    <div className="gradual-fields">
      <LiveNumber
        label="Begins at unrestricted revenue of"
        value={trigger === null ? '' : formatMoney(trigger)}
        placeholder="any amount"
        testId="revenue-trigger"
        edit={(text) => {
          if (text.trim() === '') return setRevenueTrigger(model, scenarioId, null);
          const parsed = parsePositiveMoney(text);
          return parsed.ok ? setRevenueTrigger(model, scenarioId, parsed.value) : parsed.sentence;
        }}
      />
      <div className="field">
        <span className="field-label">Take the weights of a year</span>
        <div className="gradual-take">
          <select
            className="entry"
            aria-label="Year whose weights to take"
            disabled={isFixed}
            value={taken}
            onChange={(event) => setYear(Number(event.target.value))}
          >
            {Array.from({ length: count + 1 }, (_, at) => (
              <option key={yearName(document, at)} value={at}>
                {yearName(document, at)}
              </option>
            ))}
          </select>
          <button
            type="button"
            className="button"
            disabled={isFixed}
            title="Best in a copy of the scenario: the way is measured from the weights it has now"
            onClick={() => document.commit(takeYear(model, scenarioId, taken))}
          >
            Take
          </button>
        </div>
      </div>
    </div>
  );
}

async function writeOut(window: WindowState, face: Face, years: number): Promise<void> {
  const params = await readyToWrite(window);
  if (!params) return;
  const written =
    face === 'shadow'
      ? await window.ask('gradual/exportShadow', params)
      : await window.ask('gradual/exportYears', { ...params, years });
  if (written) window.say(`Exported ${written.fileName}.`);
}
