import type { FindingCell } from '../../shared/findings/DataFinding.ts';
import type { Model } from '../../shared/model/Model.ts';
import { KEY_SEPARATOR } from '../../shared/model/tables.ts';
import { enrollmentKey } from '../enrollment/enrollmentRows.ts';

/** Where a cell of a finding stands in the window, and what to call it. */
export interface FindingPlace {
  readonly sheet: string;
  readonly rowKey: string;
  readonly columnId: string;
  /** `Disney II · current budget` */
  readonly label: string;
}

/** Finds the row and column of a finding's cell on its sheet, as the columns of that sheet are called. */
export function placeOf(model: Model, cell: FindingCell): FindingPlace {
  const parts = cell.key.split(KEY_SEPARATOR);
  const school = model.table('school').get(cell.row)?.name ?? cell.row;
  const source = model.table('source').get(cell.row)?.name ?? cell.row;
  const place = (columnId: string, name: string, what: string, rowKey = cell.row): FindingPlace => ({
    sheet: cell.sheet,
    rowKey,
    columnId,
    label: `${name} · ${what}`,
  });
  switch (cell.table) {
    case 'currentBudget':
      return cell.column === 'pupils'
        ? place('current-pupils', school, 'pupils of this year’s budget')
        : place('current', school, 'this year’s budget');
    case 'enrollment': {
      const [, code = '', level = '', need = ''] = parts;
      const words = [model.table('need').get(need)?.name ?? need, model.table('level').get(level)?.name ?? level];
      return place(`need:${need}`, school, words.join(', '), enrollmentKey(code, level));
    }
    case 'measure':
      return place(`measure:${parts[2] ?? ''}`, school, spoken(parts[2] ?? ''));
    case 'tag':
      return place(`tag:${parts[1] ?? ''}`, school, spoken(parts[1] ?? ''));
    case 'school':
      return place(cell.column, school, cell.column);
    case 'source':
      return place(cell.column, source, cell.column);
    case 'revenue':
      return place('amount', source, 'projected amount');
    case 'tableAmount': {
      const given = model.table('source').get(parts[1] ?? '')?.name ?? parts[1] ?? '';
      return place(cell.sheet === 'grants' ? `source:${parts[1] ?? ''}` : 'total', school, given);
    }
    default:
      return place('finding', source, 'on Sources');
  }
}

/** Names of measures and tags are the headers of files; underscores are for programs. */
const spoken = (name: string): string => name.replaceAll('_', ' ');
