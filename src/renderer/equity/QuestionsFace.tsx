import { useMemo } from 'react';
import { type Answer, answerQuestions } from '../../shared/equity/questions.ts';
import type { PictureId } from '../../shared/equity/questionTexts.ts';
import { useWindowOnce } from '../state/hooks.ts';
import { type BoardFaceProps, readBoard } from './BoardFace.ts';
import { tellOr } from './tellOr.ts';

const PICTURE_WORDS: Readonly<Record<PictureId, string>> = {
  'need-and-spending': 'See need and spending',
  deciles: 'See deciles',
  regression: 'See the regression',
  measures: 'See the measures',
  'averages-and-actuals': 'See averages and actuals',
  years: 'See the years',
  outcomes: 'See spending and outcomes',
  'tie-out': 'Go to Tie-out',
};

/** The guidebook's opening questions, answered from the data; and those that no budget can answer. */
export function QuestionsFace({ document, view, onChange, onFace, revision }: BoardFaceProps) {
  const window = useWindowOnce();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the numbers are read anew whenever they have moved.
  const answers = useMemo(
    () =>
      tellOr(() => {
        const { data, note, scope } = readBoard(document, view);
        const { amount, weighting: equal, actual, experience, turnover, outcome } = view;
        const found = answerQuestions(data, {
          amount,
          equal,
          ...(actual ? { actual } : {}),
          experience: experience || null,
          turnover: turnover || null,
          outcome: outcome || null,
          years: { model: document.model, scope },
        });
        return { found, note };
      }),
    [document, view, revision],
  );
  if (typeof answers === 'string') return <p className="picture-sentence">{answers}</p>;
  const show = ({ picture, need, byYear }: Answer): void => {
    if (picture === 'tie-out') window.goTo('tie-out');
    else if (picture) {
      onChange({
        ...(need ? { against: need } : {}),
        ...(byYear ? { yearMeasure: byYear.measure, yearsBy: byYear.by } : {}),
      });
      onFace(picture);
    }
  };
  const answered = answers.found.filter(({ isAnswered }) => isAnswered);
  const open = answers.found.filter(({ isAnswered }) => !isAnswered);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section className="equity-questions" aria-label="Opening questions" tabIndex={0} data-testid="questions">
      {answers.note ? <p className="hint equity-note">{answers.note}</p> : null}
      <ol>
        {answered.map((answer) => (
          <li key={answer.id}>
            <h3>{answer.question}</h3>
            <p>{answer.sentence}</p>
            {answer.picture ? (
              <button type="button" className="link" onClick={() => show(answer)}>
                {PICTURE_WORDS[answer.picture]}
              </button>
            ) : null}
          </li>
        ))}
      </ol>
      <h3 className="equity-open">What the data at hand cannot answer</h3>
      <ul>
        {open.map((answer) => (
          <li key={answer.id}>
            <h4>{answer.question}</h4>
            <p className="dim">{answer.sentence}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
