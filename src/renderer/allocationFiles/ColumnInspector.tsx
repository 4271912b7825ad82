import type { TemplateColumn } from '../../shared/allocationFile/AllocationTemplate.ts';
import { WIDEST_COLUMN } from '../../shared/allocationFile/readTemplateValue.ts';
import { LIMITS } from '../../shared/model/units.ts';
import { quoted } from '../../shared/text/quoted.ts';
import { SelectField } from '../sheets/SelectField.tsx';
import { useDocumentOnce } from '../state/hooks.ts';
import { CheckField } from './CheckField.tsx';
import { filesViewOf } from './FilesView.ts';
import { LiveText } from './LiveText.tsx';
import { firstValueOf, isOffered } from './newColumn.ts';
import { type RecordPlace, replaced, withColumns, without } from './recordEdits.ts';
import { choicesOf, KINDS, QUOTINGS, valueWords } from './templateWords.ts';
import { useTemplate } from './useTemplate.ts';
import { ValueFields } from './ValueFields.tsx';

export interface ColumnInspectorProps {
  readonly place: RecordPlace;
  readonly at: number;
  readonly column: TemplateColumn;
}

const PADS = { ' ': 'Spaces', '0': 'Zeros', '': 'Nothing' };
const CASES = { as_is: 'As it is', upper: 'UPPER CASE', lower: 'lower case' };

/** Everything about one column. What is typed shows in the preview of the file with each keystroke. */
export function ColumnInspector({ place, at, column }: ColumnInspectorProps) {
  const document = useDocumentOnce();
  const { model } = document;
  const { template, make, change } = useTemplate();
  const name = column.heading || valueWords(model, column.value);
  const edit = (fields: Partial<TemplateColumn>, what: string) =>
    change(
      (held) => withColumns(held, place, (list) => replaced(list, at, { ...column, ...fields })),
      `${name} ${what}`,
    );
  const set = (fields: Partial<TemplateColumn>, what: string): void =>
    make((held) => withColumns(held, place, (list) => replaced(list, at, { ...column, ...fields })), `${name} ${what}`);
  const kinds = choicesOf(KINDS).filter(
    ({ value }) => isOffered(value as keyof typeof KINDS, place.part) || value === column.value.kind,
  );
  const isFixed = template.format === 'fixed';
  const isText = template.format !== 'xlsx';
  return (
    <section className="column-inspector" aria-label={`Column ${name}`} data-testid="column-inspector">
      <div className="inspector-fields">
        <LiveText
          label={isFixed ? 'Name' : 'Heading'}
          value={column.heading}
          testId="column-heading"
          edit={(text) =>
            text.length > LIMITS.nameLength
              ? `A heading has at most ${LIMITS.nameLength} characters.`
              : edit({ heading: text }, `heading → ${text}`)
          }
        />
        <SelectField
          label="Holds"
          value={column.value.kind}
          choices={kinds}
          onChange={(kind) => {
            const value = firstValueOf(kind as keyof typeof KINDS, model);
            set({ value }, `holds ${KINDS[value.kind].toLowerCase()}`);
          }}
        />
        <ValueFields
          value={column.value}
          onEdit={(value, what) => edit({ value }, what)}
          onSet={(value, what) => set({ value }, what)}
        />
      </div>
      <div className="inspector-fields">
        <LiveText
          label={isFixed ? 'Width' : 'Longest'}
          value={column.width === 0 ? '' : String(column.width)}
          placeholder={isFixed ? '' : 'any'}
          testId="column-width"
          edit={(text) => {
            const width = readWidth(text, isFixed);
            return typeof width === 'string' ? width : edit({ width }, `width → ${width || 'any'}`);
          }}
        />
        {isText ? (
          <SelectField
            label="Filled up with"
            value={column.pad}
            choices={padChoices(column.pad, isFixed)}
            onChange={(pad) => set({ pad }, `filled up with ${PADS[pad as keyof typeof PADS]?.toLowerCase() ?? pad}`)}
          />
        ) : null}
        {isText ? (
          <SelectField
            label="Stands"
            value={column.align}
            choices={[
              { value: 'left', label: 'At the left' },
              { value: 'right', label: 'At the right' },
            ]}
            onChange={(align) => set({ align: align === 'right' ? 'right' : 'left' }, `stands at the ${align}`)}
          />
        ) : null}
        <SelectField
          label="Letters"
          value={column.letterCase}
          choices={choicesOf(CASES)}
          onChange={(value) => set({ letterCase: value as TemplateColumn['letterCase'] }, 'letters')}
        />
        {template.format === 'delimited' ? (
          <SelectField
            label="Quoted"
            value={column.quoting}
            choices={choicesOf(QUOTINGS)}
            onChange={(value) => set({ quoting: value as TemplateColumn['quoting'] }, 'quoting')}
          />
        ) : null}
        <SelectField
          label="What is too long"
          value={column.tooLong}
          choices={[
            { value: 'fault', label: 'Is a fault' },
            { value: 'cut', label: 'Is cut off' },
          ]}
          onChange={(value) => set({ tooLong: value === 'cut' ? 'cut' : 'fault' }, 'what is too long')}
        />
        <CheckField
          label="Never blank"
          isChecked={column.required}
          onChange={(required) => set({ required }, required ? 'never blank' : 'may be blank')}
        />
        <button
          type="button"
          className="button button-small button-danger inspector-remove"
          onClick={() => {
            make((held) => withColumns(held, place, (list) => without(list, at)), `remove column ${name}`);
            filesViewOf(document).chooseColumn(Math.max(0, at - 1));
          }}
        >
          Remove column
        </button>
      </div>
    </section>
  );
}

/** Characters of a column; 0 is as many as there are, which a file of fixed widths cannot have. */
export function readWidth(text: string, isFixed: boolean): number | string {
  const typed = text.trim();
  if (typed === '' && !isFixed) return 0;
  const width = /^\d{1,5}$/.test(typed) ? Number(typed) : Number.NaN;
  if (width >= (isFixed ? 1 : 0) && width <= WIDEST_COLUMN) return width;
  return `${quoted(text)} is no width. Type a whole number from ${isFixed ? 1 : 0} to ${WIDEST_COLUMN}.`;
}

/** Another character than these stays to choose where a template has it. */
function padChoices(held: string, isFixed: boolean) {
  const words: Record<string, string> = { ...PADS };
  if (isFixed) delete words[''];
  if (!(held in words)) words[held] = held === '' ? 'Nothing' : held;
  return [' ', '0', ...Object.keys(words).filter((pad) => pad !== ' ' && pad !== '0')].map((pad) => ({
    value: pad,
    label: words[pad] ?? pad,
  }));
}
