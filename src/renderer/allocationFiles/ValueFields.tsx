import type { AmountForm, ColumnValue } from '../../shared/allocationFile/AllocationTemplate.ts';
import { orderedSegments } from '../../shared/changes/accounts.ts';
import type { Change } from '../../shared/changes/Change.ts';
import { SelectField } from '../sheets/SelectField.tsx';
import { useDocumentOnce } from '../state/hooks.ts';
import { AccountParts } from './AccountParts.tsx';
import { CheckField } from './CheckField.tsx';
import { LiveText } from './LiveText.tsx';
import {
  choicesOf,
  DECIMALS,
  decimalsOf,
  fieldChoices,
  isFieldKind,
  MONTHS,
  SIDES,
  SIGNS,
  TOTALS,
} from './templateWords.ts';
import { useTemplate } from './useTemplate.ts';

export interface ValueFieldsProps {
  readonly value: ColumnValue;
  /** The change to another value, for what is typed. */
  readonly onEdit: (value: ColumnValue, what: string) => Change | string;
  /** Makes another value at once, for what is chosen. */
  readonly onSet: (value: ColumnValue, what: string) => void;
}

/** What a column holds, in full: the fields that its kind has. */
export function ValueFields({ value, onEdit, onSet }: ValueFieldsProps) {
  const { model } = useDocumentOnce();
  const { template } = useTemplate();
  const select = (
    label: string,
    held: string,
    choices: readonly { value: string; label: string }[],
    next: (chosen: string) => ColumnValue,
  ) => (
    <SelectField
      label={label}
      value={held}
      // A code that is no longer there stays to be seen until another is chosen.
      choices={
        choices.some((one) => one.value === held)
          ? choices
          : [{ value: held, label: `${held} (not there)` }, ...choices]
      }
      onChange={(chosen) =>
        onSet(next(chosen), `${label.toLowerCase()} → ${choices.find((one) => one.value === chosen)?.label ?? chosen}`)
      }
    />
  );
  if (isFieldKind(value.kind)) {
    return select(
      'Which',
      (value as { field: string }).field,
      fieldChoices(value.kind),
      (field) =>
        ({
          ...value,
          field,
        }) as ColumnValue,
    );
  }
  switch (value.kind) {
    case 'text':
      return (
        <LiveText
          label="Text"
          value={value.text}
          isCode
          edit={(text) => onEdit({ ...value, text }, `text → ${text}`)}
        />
      );
    case 'segment':
      return select(
        'Segment',
        value.segment,
        orderedSegments(model).map(({ code, name }) => ({ value: code, label: name })),
        (segment) => ({ ...value, segment }),
      );
    case 'account':
      return <AccountParts value={value} onSet={onSet} />;
    case 'tag':
      return select(
        'Tag',
        value.tag,
        model
          .ordered('schoolColumn')
          .filter((column) => column.kind === 'tag')
          .map(({ name }) => ({ value: name, label: name.replaceAll('_', ' ') })),
        (tag) => ({ ...value, tag }),
      );
    case 'amount':
      return (
        <>
          {select(
            'Of',
            String(value.period),
            [
              { value: '0', label: 'The whole row' },
              ...template.months.map((month, at) => ({
                value: String(at + 1),
                label: `Period ${at + 1} (${MONTHS[month - 1] ?? ''})`,
              })),
            ],
            (period) => ({ ...value, period: Number(period) }),
          )}
          {select('Side', value.side, choicesOf(SIDES), (side) => ({ ...value, side: side as typeof value.side }))}
          <FormFields form={value.form} onForm={(form, what) => onSet({ ...value, form }, what)} />
        </>
      );
    case 'total':
      return (
        <>
          {select('Of', value.of, choicesOf(TOTALS), (of) => ({ ...value, of: of as typeof value.of }))}
          <FormFields form={value.form} onForm={(form, what) => onSet({ ...value, form }, what)} />
        </>
      );
    case 'side':
      return (
        <>
          <LiveText
            label="Debit"
            value={value.debit}
            isCode
            edit={(debit) => onEdit({ ...value, debit }, `debit → ${debit}`)}
          />
          <LiveText
            label="Credit"
            value={value.credit}
            isCode
            edit={(credit) => onEdit({ ...value, credit }, `credit → ${credit}`)}
          />
        </>
      );
    case 'sequence':
      return (
        <>
          <WholeText
            label="First"
            value={value.first}
            onNumber={(first) => onEdit({ ...value, first }, `first → ${first}`)}
          />
          <WholeText
            label="Step"
            value={value.step}
            onNumber={(step) => onEdit({ ...value, step }, `step → ${step}`)}
          />
        </>
      );
    case 'date':
      return (
        <>
          {select(
            'Of',
            value.of,
            [
              { value: 'written', label: 'When the file is written' },
              { value: 'adopted', label: 'When it was adopted' },
            ],
            (of) => ({ ...value, of: of === 'adopted' ? 'adopted' : 'written' }),
          )}
          <LiveText
            label="Written as"
            value={value.pattern}
            isCode
            edit={(pattern) =>
              pattern === ''
                ? 'Type a pattern, such as YYYYMMDD or MM/DD/YYYY.'
                : onEdit({ ...value, pattern }, `date → ${pattern}`)
            }
          />
        </>
      );
    case 'records':
      return select(
        'Of',
        value.of,
        [
          { value: 'detail', label: 'Detail records' },
          { value: 'all', label: 'All records' },
        ],
        (of) => ({ ...value, of: of === 'all' ? 'all' : 'detail' }),
      );
    default:
      return null;
  }
}

/** How an amount is written: decimals, sign, and whether a zero is shown. */
function FormFields({ form, onForm }: { form: AmountForm; onForm: (form: AmountForm, what: string) => void }) {
  const held = decimalsOf(form);
  const words: Record<string, string> = { ...DECIMALS };
  words[held] ??= `${form.places} decimals${form.decimals === 'implied' ? ', implied' : ''}`;
  return (
    <>
      <SelectField
        label="Decimals"
        value={held}
        choices={choicesOf(words)}
        onChange={(chosen) => {
          const [decimals, places] = chosen.split(' ');
          onForm(
            { ...form, decimals: decimals === 'implied' ? 'implied' : 'point', places: Number(places) },
            `decimals → ${words[chosen]}`,
          );
        }}
      />
      <SelectField
        label="Sign"
        value={form.sign}
        choices={choicesOf(SIGNS)}
        onChange={(sign) =>
          onForm({ ...form, sign: sign as AmountForm['sign'] }, `sign → ${SIGNS[sign as AmountForm['sign']]}`)
        }
      />
      <CheckField
        label="Blank for zero"
        isChecked={form.blankZero}
        onChange={(blankZero) => onForm({ ...form, blankZero }, blankZero ? 'blank for zero' : 'zeros shown')}
      />
    </>
  );
}

interface WholeTextProps {
  readonly label: string;
  readonly value: number;
  readonly onNumber: (number: number) => Change | string;
}

function WholeText({ label, value, onNumber }: WholeTextProps) {
  return (
    <LiveText
      label={label}
      value={String(value)}
      edit={(text) =>
        /^\d{1,9}$/.test(text.trim()) ? onNumber(Number(text.trim())) : 'Type a whole number, such as 1.'
      }
    />
  );
}
