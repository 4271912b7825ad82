import type { AllocationTemplate, TemplateMoney } from '../../shared/allocationFile/AllocationTemplate.ts';
import { orderedSegments } from '../../shared/changes/accounts.ts';
import { SelectField } from '../sheets/SelectField.tsx';
import { useDocumentOnce } from '../state/hooks.ts';
import { CheckField } from './CheckField.tsx';
import { LiveText } from './LiveText.tsx';
import { SortOrder } from './SortOrder.tsx';
import {
  choicesOf,
  DELIMITERS,
  ENCODINGS,
  FORMATS,
  GROUPS,
  LINE_ENDS,
  MONEY,
  MONTHS,
  SPLITS,
} from './templateWords.ts';
import { useTemplate } from './useTemplate.ts';
import { withFormat } from './withFormat.ts';

/** How the file as a whole is written: its form, its rows, the money in them, and its control totals. */
export function FileSettings() {
  const document = useDocumentOnce();
  const { template, make, change } = useTemplate();
  const set = <Name extends keyof AllocationTemplate>(
    name: Name,
    value: AllocationTemplate[Name],
    what: string,
  ): void => make((held) => ({ ...held, [name]: value }), what);
  const choose = <Value extends string>(
    name: keyof AllocationTemplate,
    label: string,
    words: Readonly<Record<Value, string>>,
    isDisabled = false,
  ) => (
    <SelectField
      label={label}
      value={String(template[name])}
      choices={choicesOf(words)}
      isDisabled={isDisabled}
      onChange={(value) =>
        make((held) => ({ ...held, [name]: value }), `${label.toLowerCase()} → ${words[value as Value]}`)
      }
    />
  );
  const check = (name: 'headings' | 'guardText' | 'zeroRows' | 'rowsByMonth', label: string) => (
    <CheckField
      label={label}
      isChecked={template[name]}
      onChange={(value) => set(name, value, `${label.toLowerCase()} → ${value ? 'yes' : 'no'}`)}
    />
  );
  const isText = template.format !== 'xlsx';
  const firstMonth = template.months[0] ?? 7;
  return (
    <div className="file-settings">
      <section aria-label="File">
        <h3>File</h3>
        <SelectField
          label="Format"
          value={template.format}
          choices={choicesOf(FORMATS)}
          onChange={(format) =>
            make(
              (held) => withFormat(held, format as AllocationTemplate['format']),
              `format → ${FORMATS[format as AllocationTemplate['format']]}`,
            )
          }
        />
        {template.format === 'delimited' ? choose('delimiter', 'Delimiter', DELIMITERS) : null}
        {isText ? choose('encoding', 'Encoding', ENCODINGS) : null}
        {isText ? choose('lineEnd', 'Line ends', LINE_ENDS) : null}
        {isText ? (
          <LiveText
            label="File name ends in"
            value={template.extension}
            edit={(text) =>
              /^[a-z0-9]{1,10}$/i.test(text.trim())
                ? change((held) => ({ ...held, extension: text.trim() }), `file name ends in .${text.trim()}`)
                : 'Type letters or digits, such as csv or txt.'
            }
          />
        ) : null}
      </section>
      <section aria-label="Rows">
        <h3>Rows</h3>
        {choose('splitBy', 'One row for each', SPLITS)}
        {choose('groupBy', 'Sum up', GROUPS, template.rowsByMonth)}
        <SortOrder />
        {check('rowsByMonth', 'One row for each month')}
        {check('zeroRows', 'Rows of zero as well')}
        {template.format === 'fixed' ? null : check('headings', 'A first line of headings')}
        {template.format === 'fixed' ? null : check('guardText', 'Guard text against formulas')}
      </section>
      <section aria-label="Money">
        <h3>Money</h3>
        {(Object.entries(MONEY) as [keyof TemplateMoney, string][]).map(([name, label]) => (
          <CheckField
            key={name}
            label={label}
            isChecked={template.money[name]}
            onChange={(value) =>
              make(
                (held) => ({ ...held, money: { ...held.money, [name]: value } }),
                `${label.toLowerCase()} → ${value ? 'in' : 'out'}`,
              )
            }
          />
        ))}
      </section>
      <section aria-label="Control">
        <h3>Control</h3>
        <SelectField
          label="Totals by"
          value={template.fundSegment}
          choices={[
            { value: '', label: 'No segment' },
            ...orderedSegments(document.model).map(({ code, name }) => ({ value: code, label: name })),
          ]}
          onChange={(code) => set('fundSegment', code, `totals by ${code || 'no segment'}`)}
        />
        <SelectField
          label="A positive amount is a"
          value={template.debit}
          choices={[
            { value: 'positive', label: 'Debit' },
            { value: 'negative', label: 'Credit' },
          ]}
          onChange={(side) => set('debit', side === 'negative' ? 'negative' : 'positive', `debit is ${side}`)}
        />
        <SelectField
          label="Rows alike but for the amount"
          value={template.duplicates}
          choices={[
            { value: 'fault', label: 'Are a fault' },
            { value: 'allow', label: 'Are allowed' },
          ]}
          onChange={(value) =>
            set(
              'duplicates',
              value === 'allow' ? 'allow' : 'fault',
              `duplicates → ${value === 'allow' ? 'allowed' : 'fault'}`,
            )
          }
        />
        <SelectField
          label="Fiscal year begins in"
          value={String(firstMonth)}
          choices={MONTHS.map((name, at) => ({ value: String(at + 1), label: name }))}
          onChange={(value) => {
            const first = Number(value);
            const months = Array.from({ length: 12 }, (_, at) => ((first - 1 + at) % 12) + 1);
            set('months', months, `fiscal year begins in ${MONTHS[first - 1]}`);
          }}
        />
      </section>
    </div>
  );
}
