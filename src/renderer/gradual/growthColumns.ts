import { setGrowth } from '../../shared/changes/gradual.ts';
import { readGrowth } from '../../shared/gradual/growth.ts';
import { formatPercent } from '../../shared/text/formatNumber.ts';
import { parseShockPercent } from '../../shared/text/parseNumber.ts';
import type { SheetColumn, SheetRow } from '../grid/SheetColumn.ts';
import type { DocumentState } from '../state/DocumentState.ts';

type Kind = 'enrollment' | 'revenue';

/** Rows of one table: enrollment by level, then revenue by source; the first of each stands for all others. */
export function growthRows({ calculation }: DocumentState): SheetRow[] {
  const levels = calculation.levels.map(({ code }) => `enrollment:${code}`);
  const sources = calculation.sourceRows.map(({ code }) => `revenue:${code}`);
  return ['enrollment:', ...levels, 'revenue:', ...sources].map((key, index) => ({ key, index }));
}

const partsOf = ({ key }: SheetRow): { kind: Kind; code: string } => {
  const at = key.indexOf(':');
  return { kind: key.slice(0, at) as Kind, code: key.slice(at + 1) };
};

export function growthName({ model }: DocumentState, row: SheetRow): string {
  const { kind, code } = partsOf(row);
  if (kind === 'enrollment') return code === '' ? 'Enrollment' : (model.get('level', code)?.name ?? code);
  return code === '' ? 'Revenue' : (model.get('source', code)?.name ?? code);
}

/** Growth a year in percent. An empty cell goes by the line above its list, which is no growth unless typed. */
export function growthColumns(document: DocumentState): SheetColumn[] {
  const { model, scenarioId } = document;
  const held = (row: SheetRow): number | null => {
    const { kind, code } = partsOf(row);
    const [level, source] = kind === 'enrollment' ? [code, ''] : ['', code];
    return model.get('growth', scenarioId, kind, level, source)?.percent ?? null;
  };
  return [
    {
      id: 'of',
      header: 'Growth of',
      kind: 'text',
      width: 200,
      pinned: 'left',
      value: (row) =>
        partsOf(row).code === '' ? `${growthName(document, row)}, every other` : `   ${growthName(document, row)}`,
    },
    {
      id: 'percent',
      header: 'A year',
      kind: 'percent',
      width: 126,
      signed: true,
      blank: true,
      editable: true,
      summable: false,
      step: { small: 1_000, large: 10_000 },
      parse: (text) => parseShockPercent(text),
      value: held,
      aside: (row) => {
        const { kind, code } = partsOf(row);
        if (held(row) !== null) return '';
        return `${formatPercent(readGrowth(model, scenarioId)[kind](code))} a year`;
      },
      edit: (row, value) => {
        const { kind, code } = partsOf(row);
        return setGrowth(model, scenarioId, kind, code, typeof value === 'number' ? value : null);
      },
    },
  ];
}
