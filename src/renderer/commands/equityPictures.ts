import { EQUITY_FACES, type EquityFace, keepEquityFace } from '../equity/equityFaces.ts';
import { type Command, withDocument } from './Command.ts';

const LABELS: Readonly<Record<EquityFace, string>> = {
  'need-and-spending': 'Need and spending',
  deciles: 'Deciles of need',
  regression: 'Regression of spending on needs',
  measures: 'Measures of equity',
  'averages-and-actuals': 'Averages against actual costs',
  years: 'Measures by year and gaps over time',
  outcomes: 'Spending against outcomes',
  questions: 'Opening questions, answered',
};

/** One command per picture of the equity board, so that the search field finds it by its name. */
export const equityPictures: readonly Command[] = EQUITY_FACES.map(({ name }) => ({
  name: `equity/${name}`,
  group: 'Go to',
  label: () => LABELS[name],
  enabled: withDocument,
  perform: (window) => {
    if (!window.document) return;
    keepEquityFace(window.document, name);
    window.goTo('equity');
  },
}));
