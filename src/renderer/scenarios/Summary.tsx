import type { ComparedSums } from '../../shared/scenarios/compareScenarios.ts';
import { formatCompactMoney, formatCount, formatDollars, MINUS } from '../../shared/text/formatNumber.ts';
import { useDocument } from '../state/hooks.ts';
import { kindOf } from './comparedMeasures.ts';
import type { SideBySide } from './SideBySide.ts';

/** Totals, gainers and losers of each scenario: over the district, then by group. It moves with every keystroke. */
export function Summary({ sides }: { readonly sides: SideBySide }) {
  useDocument();
  const { columns } = sides.comparison();
  const { labels } = sides.grouping();
  const rows = [{ label: 'District', sums: columns.map(({ sums }) => sums) }].concat(
    labels.map((label, at) => ({
      label,
      sums: columns.flatMap(({ groups }) => groups[0]?.[at] ?? []),
    })),
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and arrow keys scroll only what has the focus.
    <section className="scenario-summary" aria-label="Totals by scenario" tabIndex={0} data-testid="scenario-summary">
      <table>
        <thead>
          <tr>
            <th scope="col">Schools</th>
            {columns.map((column, at) => (
              <th key={column.scenarioId} scope="col">
                {sides.nameAt(at)}
                {at === sides.base ? <small> base</small> : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, sums }, row) => (
            <tr key={label} className={row === 0 ? 'is-district' : undefined}>
              <th scope="row">
                {label} <small>{(sums[0]?.schools ?? 0).toLocaleString('en-US')}</small>
              </th>
              {sums.map((one, at) => (
                <td key={columns[at]?.scenarioId}>
                  <SumsCell sides={sides} sums={one} isBase={at === sides.base} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface SumsCellProps {
  readonly sides: SideBySide;
  readonly sums: ComparedSums;
  readonly isBase: boolean;
}

function SumsCell({ sides, sums, isBase }: SumsCellProps) {
  const isCount = kindOf(sides.view.measure.measure) === 'count';
  const whole = (value: number): string =>
    Number.isNaN(value) ? '—' : isCount ? formatCount(value) : formatDollars(value);
  const signed = (value: number, show: (value: number) => string): string =>
    value === 0 || Number.isNaN(value) ? '±0' : `${value > 0 ? '+' : MINUS}${show(Math.abs(value))}`;
  const short = isCount ? formatCount : formatCompactMoney;
  // Per pupil values are not added over schools, so only how many gain and lose is told of them.
  const isSummed = sides.view.measure.measure !== 'perPupil';
  return (
    <>
      <b>{whole(sums.total)}</b>
      {isBase ? null : (
        <>
          {' '}
          <span className={sums.difference > 0 ? 'gain' : sums.difference < 0 ? 'loss' : 'dim'}>
            {signed(sums.difference, whole)}
          </span>
          <small>
            <span className="gain">
              {sums.gainers.toLocaleString('en-US')} <span aria-hidden="true">▲</span>
              <span className="visually-hidden">gain</span> {isSummed ? signed(sums.gained, short) : ''}
            </span>{' '}
            <span className="loss">
              {sums.losers.toLocaleString('en-US')} <span aria-hidden="true">▼</span>
              <span className="visually-hidden">lose</span> {isSummed ? signed(sums.lost, short) : ''}
            </span>
          </small>
        </>
      )}
    </>
  );
}
