import { useMemo } from 'react';
import { SelectField } from '../sheets/SelectField.tsx';
import { useDocument } from '../state/hooks.ts';
import { sourceColumns } from './sourceColumns.ts';

const SHOWN = ['method', 'weight-set', 'rounding', 'compare'] as const;

/** The choices of a source once more beside its table or formula, where the grid may have scrolled them away. */
export function SourceChoices({ source }: { readonly source: string }) {
  const document = useDocument();
  const columns = useMemo(() => sourceColumns(document), [document]);
  const row = { key: source, index: document.calculation.sourceIndex(source) };
  return (
    <div className="source-choices">
      {SHOWN.map((id) => {
        const column = columns.find((one) => one.id === id);
        const isOpen = typeof column?.editable === 'function' ? column.editable(row) : true;
        if (!column || !isOpen) return null;
        const value = column.value(row);
        const choices = column.choices?.(row) ?? [];
        return (
          <SelectField
            key={id}
            label={column.header}
            value={value === null ? '' : String(value)}
            choices={value === null ? [{ value: '', label: 'Choose…' }, ...choices] : choices}
            isDisabled={document.readOnlyReason !== null}
            onChange={(next) => {
              const change = column.edit?.(row, next);
              if (change && typeof change !== 'string') document.commit(change);
            }}
          />
        );
      })}
    </div>
  );
}
