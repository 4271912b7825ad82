import { useCallback, useMemo } from 'react';
import { type EquityMeasure, type EquityMeasures, equityMeasures } from '../../shared/equity/equityMeasures.ts';
import { dollarText } from '../../shared/equity/words.ts';
import type { PictureTable } from '../../shared/pictures/Picture.ts';
import type { SeenBy } from '../pictures/Onlookers.ts';
import { WaysOut } from '../pictures/WaysOut.tsx';
import { type BoardFaceProps, readBoard } from './BoardFace.ts';
import { tellOr } from './tellOr.ts';

const BETTER_WORDS: Readonly<Record<EquityMeasure['better'], string>> = {
  lower: 'lower is better',
  higher: 'higher is better',
  one: 'nearer to 1 is better',
  neither: 'neither way is better',
};

/** How equal amounts are, and whether they follow need: each measure with one plain sentence. */
export function MeasuresFace({ document, view, revision }: BoardFaceProps) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the numbers are read anew whenever they have moved.
  const readMeasures = useCallback(
    (seenBy: SeenBy = view.seenBy) => {
      const { data, baseline, note } = readBoard(document, view, seenBy);
      return {
        measures: equityMeasures(data, { amount: view.amount, baseline }),
        label: data.label(view.amount),
        note,
      };
    },
    [document, view, revision],
  );
  const read = useMemo(() => tellOr(() => readMeasures()), [readMeasures]);
  if (typeof read === 'string') return <p className="picture-sentence">{read}</p>;
  const { measures, label, note } = read;
  const { summary, schools } = measures;
  const known = Number.isFinite(summary.mean);
  return (
    <div className="picture-card" data-testid="measures">
      <p className="picture-sentence">
        {known
          ? `${label} averages ${dollarText(summary.mean)} for each pupil at ${schools.toLocaleString('en-US')} schools; half of all pupils have ${dollarText(summary.median)} or more, and nine in ten have between ${dollarText(summary.low)} and ${dollarText(summary.high)}.`
          : 'There is nothing to measure yet.'}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
      <section className="equity-scroll" aria-label="Table of measures" tabIndex={0}>
        <table className="equity-table equity-measures">
          <thead>
            <tr>
              <th scope="col">Measure</th>
              <th scope="col" className="is-number">
                Value
              </th>
              <th scope="col">What it means</th>
              <th scope="col">Against the baseline</th>
            </tr>
          </thead>
          <tbody>
            {measures.measures.map((measure) => (
              <MeasureLine key={measure.id} measure={measure} />
            ))}
          </tbody>
        </table>
      </section>
      <footer className="picture-foot">
        <p className="hint">{[note, ...measures.notes].filter(Boolean).join(' ')}</p>
        <div className="picture-ways">
          <WaysOut title="Measures of equity" table={(seenBy) => tableOf(readMeasures(seenBy).measures)} />
        </div>
      </footer>
    </div>
  );
}

function MeasureLine({ measure }: { readonly measure: EquityMeasure }) {
  const { isBetter, changeSentence, problem } = measure;
  return (
    <tr>
      <th scope="row">
        {measure.name}
        <small>{BETTER_WORDS[measure.better]}</small>
      </th>
      <td className="is-number equity-figure">{measure.text}</td>
      <td className={problem ? 'dim' : undefined}>{measure.sentence}</td>
      <td>
        {isBetter === null ? null : (
          <span className={isBetter ? 'equity-verdict gain' : 'equity-verdict loss'}>
            {isBetter ? '▲ better' : '▼ worse'}
          </span>
        )}
        <span className="dim">{changeSentence}</span>
      </td>
    </tr>
  );
}

function tableOf({ measures }: EquityMeasures): PictureTable {
  const write = (value: number): string => String(value);
  return {
    columns: [
      { label: 'Measure' },
      { label: 'Value', write },
      { label: 'Baseline', write },
      { label: 'Change', write },
      { label: 'Verdict' },
      { label: 'What it means' },
    ],
    rows: measures.map(({ name, value, before, change, isBetter, sentence }) => [
      name,
      value,
      before,
      change,
      isBetter === null ? '' : isBetter ? 'better' : 'worse',
      sentence,
    ]),
  };
}
