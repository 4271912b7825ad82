import type { HistoryCell } from '../../shared/history/HistoryEntry.ts';
import type { Model } from '../../shared/model/Model.ts';
import { PIN_OF_KIND } from '../../shared/versions/inputVersions.ts';
import { enrollmentKey } from '../enrollment/enrollmentRows.ts';
import type { WindowState } from '../state/WindowState.ts';

/** Where a logged cell stands in the window now; without a row where its sheet has no such row to stand on. */
export interface HistoryPlace {
  readonly sheet: string;
  readonly rowKey?: string;
  readonly columnId?: string;
  /** The weight set to show. */
  readonly weightSet?: string;
}

const DECISION_COLUMNS: Readonly<Record<string, string>> = {
  status: 'status',
  centralValue: 'central-share',
  method: 'method',
  formula: 'method',
  weightSet: 'weight-set',
  eligibility: 'eligibility',
  rounding: 'rounding',
  compare: 'compare',
};

/** The row and column that a cell has on its sheet today. */
export function placeOfCell(model: Model, { table, key, column, sheet }: HistoryCell): HistoryPlace | null {
  const [first = '', second = '', third = '', fourth = ''] = key;
  const at = (sheetId: string, rowKey: string, columnId: string): HistoryPlace => ({
    sheet: sheetId,
    rowKey,
    columnId,
  });
  switch (table) {
    case 'school':
      return at('schools', first, column);
    case 'tag':
      return at('schools', first, `tag:${second}`);
    case 'measure':
      return at('schools', second, `measure:${third}`);
    case 'currentBudget':
      return at('schools', second, column === 'pupils' ? 'current-pupils' : 'current');
    case 'enrollment':
      return at('enrollment', enrollmentKey(second, third), `need:${fourth}`);
    case 'source':
      return at('revenues', first, column);
    case 'revenue':
      return at('revenues', second, 'amount');
    case 'decision':
      return at('sources', second, DECISION_COLUMNS[column] ?? 'name');
    case 'share':
    case 'rate':
      return at('sources', second, 'method');
    case 'tableAmount': {
      const isGrant = model.get('decision', Number(first), second)?.status === 'grant';
      return isGrant ? at('grants', third, `source:${second}`) : at('sources', second, 'method');
    }
    case 'weight':
    case 'goalWeight':
      return { ...at('weights', third, `need:${fourth}`), weightSet: second };
    case 'weightSet':
      return { sheet: 'weights', weightSet: second };
    default:
      return sheet === null ? null : { sheet };
  }
}

/** Goes to a logged cell, in the scenario or input it belongs to. Says why where that is gone. */
export function goToCell(window: WindowState, cell: HistoryCell): void {
  const { document } = window;
  if (!document) return;
  const { model } = document;
  const place = placeOfCell(model, cell);
  const gone = goneSentence(model, cell);
  if (!place || gone) {
    window.say(gone ?? 'This stands on no sheet.', 'refusal');
    return;
  }
  const scenario = scenarioOf(model, cell, document.scenarioId);
  if (scenario === null) {
    window.goTo('versions');
    window.say('No scenario uses this version of the input now; it is listed among the versions.');
    return;
  }
  if (place.weightSet !== undefined) document.session.set('weightSet', place.weightSet);
  window.showScenario(scenario);
  const { sheet, rowKey, columnId } = place;
  window.goTo(sheet, rowKey === undefined ? undefined : { rowKey, ...(columnId === undefined ? {} : { columnId }) });
}

/** The scenario to show: the cell's own, or one that uses its input; null where none does. */
function scenarioOf(model: Model, { scenario, version, table }: HistoryCell, shown: number): number | null {
  if (scenario !== null) return scenario;
  if (version === null || table === 'inputVersion') return shown;
  const users = model
    .ordered('scenario')
    .filter((row) => Object.values(PIN_OF_KIND).some((pin) => row[pin] === version));
  return (users.find(({ id }) => id === shown) ?? users[0])?.id ?? null;
}

function goneSentence(model: Model, { scenario, school, source }: HistoryCell): string | null {
  const isGone = (table: 'scenario' | 'school' | 'source', key: string | number | null): boolean =>
    key !== null && !model.table(table).has(String(key));
  if (isGone('scenario', scenario)) return 'The scenario of this change is no longer in the document.';
  if (isGone('school', school)) return 'The school of this change is no longer in the document.';
  return isGone('source', source) ? 'The source of this change is no longer in the document.' : null;
}
