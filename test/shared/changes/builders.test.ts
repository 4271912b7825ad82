import { describe, expect, it } from 'vitest';
import { setRate, setShare, setTableAmount } from '../../../src/shared/changes/amounts.ts';
import { applyOps, type Change, findConflict, invertOps } from '../../../src/shared/changes/Change.ts';
import {
  addCategory,
  moveCategory,
  removeCategory,
  renameCategory,
  setDistrict,
} from '../../../src/shared/changes/categories.ts';
import {
  moveSource,
  oneOfText,
  removeCounts,
  setCentralShare,
  setEligibility,
  setMethod,
} from '../../../src/shared/changes/decisions.ts';
import { describeRemoval } from '../../../src/shared/changes/describeRemoval.ts';
import { setCount, setCurrentBudget } from '../../../src/shared/changes/enrollment.ts';
import {
  addSchool,
  addSchoolColumn,
  removeSchoolColumn,
  removeSchools,
  renameSchool,
  setMeasure,
  setSchoolLevel,
  setTag,
} from '../../../src/shared/changes/schools.ts';
import {
  addSource,
  removeSource,
  setDecision,
  setRevenue,
  setSource,
  setStatus,
} from '../../../src/shared/changes/sources.ts';
import { sourcesNaming } from '../../../src/shared/changes/sourcesNaming.ts';
import { Model, type ModelRows } from '../../../src/shared/model/Model.ts';
import type { TableName } from '../../../src/shared/model/rows.ts';
import { rowKey, TABLE_NAMES } from '../../../src/shared/model/tables.ts';
import { sampleModelRows } from '../../../src/shared/sample/sampleModelRows.ts';

const rows = sampleModelRows();
const model = (): Model => new Model(rows);
const first = rows.school[0]?.code ?? '';
const ownLevel = rows.school[0]?.level ?? '';
const source = rows.source[0]?.code ?? '';
const scenario = rows.scenario[0]?.id ?? 1;
const enrollmentVersion = rows.scenario[0]?.enrollmentVersion ?? 1;
const measuresVersion = rows.scenario[0]?.measuresVersion ?? 4;
const revenuesVersion = rows.scenario[0]?.revenuesVersion ?? 2;
const currentVersion = rows.scenario[0]?.currentVersion ?? 3;

/** Every table sorted by key, as text: what "row for row" compares. */
function dump(of: Model): string {
  const all = of.toRows();
  return JSON.stringify(
    TABLE_NAMES.map((name) =>
      (all[name] as ModelRows[TableName][number][]).map((row) => [rowKey(name, row as never), row]).sort(),
    ),
  );
}

function removal(of: Model, table: 'level' | 'need', code: string): Change {
  const change = removeCategory(of, table, code);
  if (typeof change === 'string') throw new Error(change);
  return change;
}

const EDITS: readonly [string, (of: Model) => Change, RegExp][] = [
  ['add a school', (of) => addSchool(of, { code: '9999', name: 'New Oak', level: 'ES' }), /^Add school New Oak$/],
  ['rename a school', (of) => renameSchool(of, first, 'Renamed'), /→ Renamed$/],
  ['relabel a school', (of) => setSchoolLevel(of, first, 'HS'), /→ HS$/],
  ['remove two schools', (of) => removeSchools(of, [first, rows.school[1]?.code ?? '']), /^Remove 2 schools$/],
  ['add a column', (of) => addSchoolColumn(of, 'grade_span', 'tag'), /grade_span/],
  ['remove a column', (of) => removeSchoolColumn(of, 'opportunity_index'), /opportunity_index/],
  ['blank a measure', (of) => setMeasure(of, measuresVersion, first, 'opportunity_index', null), /→ blank$/],
  ['set a tag', (of) => setTag(of, first, 'region', 'Harbor side'), /→ Harbor side$/],
  ['set a count', (of) => setCount(of, enrollmentVersion, first, 'ES', 'POV', 31_050), /→ 310\.5$/],
  [
    'set a current budget',
    (of) => setCurrentBudget(of, currentVersion, first, { amountCents: 123, pupils: null }),
    /1\.23$/,
  ],
  ['drop a current budget', (of) => setCurrentBudget(of, currentVersion, first, null), /none$/],
  [
    'add a source',
    (of) =>
      addSource(of, { code: 'NEW', name: 'New', origin: 'state', restriction: 'restricted', position: 99 }, 1_000, 1),
    /New$/,
  ],
  ['remove a source', (of) => removeSource(of, source), /^Remove revenue source/],
  ['rename a source', (of) => setSource(of, source, { name: 'Taxes' }), /Taxes/],
  ['set a revenue', (of) => setRevenue(of, revenuesVersion, source, 500), /→ 5\.00$/],
  ['set the status', (of) => setStatus(of, scenario, source, 'grant'), /grant$/],
  ['set a share', (of) => setShare(of, scenario, source, 'ES', '', 450_000), /→ 45/],
  ['set a rate', (of) => setRate(of, scenario, source, 'ES', 'ALL', 3_741_000_000), /3,741/],
  ['set a table amount', (of) => setTableAmount(of, scenario, source, first, 7_500_000), /75,000\.00$/],
  ['add a level', (of) => addCategory(of, 'level', 'PK', 'Preschool'), /Preschool$/],
  ['rename a need', (of) => renameCategory(of, 'need', 'POV', 'Low income'), /Low income$/],
  ['move a need', (of) => moveCategory(of, 'need', 'POV', 1), /down$/],
  ['remove a need', (of) => removal(of, 'need', 'EL'), /^Remove need category/],
  ['rename the district', (of) => setDistrict(of, 'name', 'Elsewhere'), /Elsewhere$/],
  [
    'set a decision',
    (of) => setDecision(of, scenario, source, { centralValue: 10_000 }, 'central share → 1 %'),
    /central share → 1 %$/,
  ],
  ['set the method', (of) => setMethod(of, scenario, source, 'rates'), /method → rates$/],
  ['set the central share', (of) => setCentralShare(of, scenario, source, 'amount', 123_400), /→ \$1,234\.00$/],
  [
    'set the eligibility',
    (of) => setEligibility(of, scenario, source, oneOfText('code', ['00"42'])),
    /eligibility → oneOf\(code, "00\\"42"\)$/,
  ],
  ['move a source', (of) => moveSource(of, source, 1), /down$/],
  [
    'remove the pupils of a level',
    (of) => removeCounts(of, enrollmentVersion, first, ownLevel),
    /^Remove the pupils of/,
  ],
];

describe('every change builder', () => {
  it.each(EDITS)('%s: fits the model, moves it, and its inverse restores it row for row (I10)', (_, build, label) => {
    const edited = model();
    const before = dump(edited);
    const change = build(edited);
    expect(change.label).toMatch(label);
    expect(findConflict(edited, change.ops)).toBeNull();
    applyOps(edited, change.ops);
    expect(dump(edited)).not.toBe(before);
    const inverse = invertOps(change.ops);
    expect(findConflict(edited, inverse)).toBeNull();
    applyOps(edited, inverse);
    expect(dump(edited)).toBe(before);
  });

  it('finds a change made against a row that moved since', () => {
    const edited = model();
    const late = setRevenue(edited, revenuesVersion, source, 500);
    applyOps(edited, setRevenue(edited, revenuesVersion, source, 700).ops);
    expect(findConflict(edited, late.ops)).toEqual({ table: 'revenue', key: `${revenuesVersion}\u001f${source}` });
  });

  it('does nothing, and says so by no ops, when the value is already so', () => {
    const held = model().get('revenue', revenuesVersion, source)?.amountCents ?? 0;
    expect(setRevenue(model(), revenuesVersion, source, held).ops).toEqual([]);
  });

  it('refuses to remove a level that schools still have', () => {
    expect(removeCategory(model(), 'level', 'ES')).toMatch(/schools have the level Elementary/);
  });

  it('changes places when a source moves, and stays within the list', () => {
    const edited = model();
    applyOps(edited, moveSource(edited, source, 1).ops);
    expect(edited.ordered('source')[1]?.code).toBe(source);
    expect(edited.ordered('source')[0]?.code).toBe(rows.source[1]?.code);
    expect(moveSource(model(), source, -1).ops).toEqual([]);
  });

  it('says what a removal takes with it', () => {
    const of = model();
    const poverty = rows.enrollment.filter((row) => row.need === 'POV').length;
    expect(describeRemoval(removal(of, 'need', 'POV'))).toContain(`${poverty} enrollment counts`);
    expect(describeRemoval(addSchool(of, { code: '9999', name: 'New Oak', level: 'ES' }))).toBe('');
  });
});

describe('what a removal would stop', () => {
  it('names each source whose rule or formula writes the text, by code or name, once', () => {
    const edited = model();
    const [one, other] = rows.source.map((row) => row.code) as [string, string];
    applyOps(edited, setDecision(edited, scenario, one, { eligibility: 'share("english learner") > 0.1' }, 'rule').ops);
    applyOps(
      edited,
      setDecision(edited, scenario, other, { formula: 'count("EL") + count("EL", "High")' }, 'points').ops,
    );
    expect(sourcesNaming(edited, ['EL', 'English Learner'])).toEqual(rows.source.slice(0, 2).map((row) => row.name));
    expect(sourcesNaming(edited, ['English'])).toEqual([]);
  });
});
