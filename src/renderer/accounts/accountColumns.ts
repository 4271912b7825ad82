import { type AccountPlace, moveAccountRules, orderedSegments, setAccountRule } from '../../shared/changes/accounts.ts';
import type { AccountSegmentRow } from '../../shared/model/rows.ts';
import type { Choice, SheetColumn } from '../grid/SheetColumn.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import { segmentColumnId } from './AccountsView.ts';
import { accountsWatchOf } from './AccountsWatch.ts';
import { type AccountFace, type AccountLine, placeOf, postedSchools, postedSources } from './accountLines.ts';

type Column = SheetColumn<AccountLine>;

/** What a condition says where it names none. */
const EVERY_LABEL = 'every';

/** Columns of one face: what the line is about, then one column per segment. */
export function accountColumns(document: DocumentState, face: AccountFace): Column[] {
  const segments = orderedSegments(document.model).map((segment) => segmentColumn(document, segment));
  // Accounts are the document's: an adopted scenario is exported by them too, so they stay open to be mended.
  return [...headColumns(document, face), ...segments].map((column) => ({ ...column, ofDocument: true }));
}

function headColumns(document: DocumentState, face: AccountFace): Column[] {
  const { model } = document;
  if (face === 'exceptions') {
    return (['source', 'school', 'level', 'need'] as const).map((part) => conditionColumn(document, part));
  }
  const names = new Map(
    (face === 'sources' ? postedSources(model) : postedSchools(model)).map((row) => [row.code, row.name]),
  );
  const code = (line: AccountLine): string => (face === 'sources' ? line.source : line.school);
  return [
    { id: 'code', header: 'Code', kind: 'code', width: 82, pinned: 'left', quiet: true, value: code },
    {
      id: 'name',
      header: face === 'sources' ? 'Source' : 'School',
      kind: 'text',
      width: 200,
      pinned: 'left',
      value: (line) => (code(line) === '' ? 'Every source' : (names.get(code(line)) ?? '')),
    },
  ];
}

const CONDITION_WORDS = { source: 'Source', school: 'School', level: 'Level', need: 'Need' } as const;
const CONDITION_WIDTHS = { source: 180, school: 170, level: 96, need: 160 } as const;

function conditionColumn(document: DocumentState, part: keyof AccountPlace): Column {
  const { model } = document;
  return {
    id: part,
    header: CONDITION_WORDS[part],
    kind: 'choice',
    width: CONDITION_WIDTHS[part],
    ...(part === 'source' ? { pinned: 'left' as const } : {}),
    value: (line) => line[part],
    aside: (line) => (line[part] === '' ? EVERY_LABEL : ''),
    choices: () => conditionChoices(document, part),
    edit: (line, value) => moveAccountRules(model, placeOf(line), { ...placeOf(line), [part]: String(value ?? '') }),
  };
}

/** Every one, then each by name with its code: `Title I, Part A (T1)`. */
export function conditionChoices({ model }: DocumentState, part: keyof AccountPlace): Choice[] {
  const rows =
    part === 'school' ? postedSchools(model) : part === 'source' ? postedSources(model) : model.ordered(part);
  return [
    { value: '', label: EVERY_LABEL },
    ...rows.map(({ code, name }) => ({ value: code, label: code === name ? name : `${name} (${code})` })),
  ];
}

function segmentColumn(document: DocumentState, segment: AccountSegmentRow): Column {
  const { model } = document;
  const { code, name, length } = segment;
  const own = (line: AccountLine): string | null =>
    model.get('accountRule', code, line.source, line.school, line.level, line.need)?.value ?? null;
  return {
    id: segmentColumnId(code),
    header: name,
    kind: 'code',
    width: segmentWidth(segment),
    headerTooltip: length > 0 ? `${name}: ${length} characters` : name,
    blank: true,
    value: own,
    aside: (line) => (own(line) === null ? accountsWatchOf(document).inherited(line, code) : ''),
    edit: (line, value) =>
      setAccountRule(model, { segment: code, ...placeOf(line) }, value === null ? null : String(value)),
  };
}

const DIGIT_PX = 8.2;
const LETTER_PX = 7.8;
const ROOM_PX = 30;

/** Room for its values, and for the longest word of its name; longer names take a second line. */
function segmentWidth({ name, length }: AccountSegmentRow): number {
  const word = Math.max(...name.split(/\s+/).map((part) => part.length));
  return Math.round(Math.max(70, Math.min(180, length * DIGIT_PX + ROOM_PX), word * LETTER_PX + ROOM_PX));
}
