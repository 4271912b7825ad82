import { useMemo } from 'react';
import { editSlide } from '../../shared/changes/sessions.ts';
import type { SlideRow } from '../../shared/model/rows.ts';
import { readSlideOptions, type SlideField, type SlideValue } from '../../shared/session/SlideField.ts';
import { isSlideKind, SLIDE_KINDS, SLIDE_NAMES } from '../../shared/session/slideKinds.ts';
import { SLIDE_FIELDS } from '../../shared/slides/slideFields.ts';
import { CheckField } from '../allocationFiles/CheckField.tsx';
import { LiveText } from '../allocationFiles/LiveText.tsx';
import { SelectField } from '../sheets/SelectField.tsx';
import { useDocumentOnce, useDocumentValue } from '../state/hooks.ts';
import { optionChoices, readNumber, withChosen, writeOption } from './optionChoices.ts';
import { SlideText } from './SlideText.tsx';
import { SLIDE_LINES } from './slideWords.ts';
import { useSessionChange } from './useSessionChange.ts';

/** What the slide in hand shows: its title, its kind, and the choices of that kind. */
export function SlidePanel({ slide }: { readonly slide: SlideRow }) {
  const document = useDocumentOnce();
  const { make } = useSessionChange();
  const kind = isSlideKind(slide.kind) ? slide.kind : null;
  const fields = kind ? SLIDE_FIELDS[kind] : [];
  return (
    <div className="session-form" data-testid="slide-options">
      <div className="session-title">
        <LiveText
          label="Title"
          value={slide.title}
          placeholder={kind ? SLIDE_NAMES[kind] : slide.kind}
          testId="slide-title"
          edit={(title) => editSlide(document.model, slide.id, { title })}
        />
      </div>
      <SelectField
        label="Shows"
        value={slide.kind}
        choices={withChosen(
          SLIDE_KINDS.map((value) => ({ value, label: SLIDE_NAMES[value] })),
          slide.kind,
        )}
        onChange={(next) => {
          if (isSlideKind(next)) make((model) => editSlide(model, slide.id, { kind: next }));
        }}
      />
      {kind ? <p className="hint session-kind">{SLIDE_LINES[kind]}.</p> : null}
      {kind === null ? (
        <p className="hint">
          This version of Allot does not know this kind of slide. Its options are kept as they are.
        </p>
      ) : null}
      <Options slide={slide} fields={fields} />
    </div>
  );
}

interface OptionsProps {
  readonly slide: SlideRow;
  readonly fields: readonly SlideField[];
}

function Options({ slide, fields }: OptionsProps) {
  const document = useDocumentOnce();
  const { make } = useSessionChange();
  const options = useMemo(() => readSlideOptions(fields, slide.options), [fields, slide.options]);
  const edit = (key: string, value: SlideValue) =>
    editSlide(document.model, slide.id, { options: writeOption(fields, options, key, value) });
  const choose = (key: string, value: SlideValue): void => {
    make((model) => editSlide(model, slide.id, { options: writeOption(fields, options, key, value) }));
  };
  return fields.map((field) => {
    const value = options[field.key] ?? field.fallback;
    switch (field.type) {
      case 'text':
        return (
          <SlideText
            key={field.key}
            label={field.label}
            value={String(value)}
            rows={6}
            edit={(text) => edit(field.key, text)}
          />
        );
      case 'number':
        return (
          <LiveText
            key={field.key}
            label={field.label}
            value={String(value)}
            edit={(text) => {
              const read = readNumber(field, text);
              return typeof read === 'string' ? read : edit(field.key, read);
            }}
          />
        );
      case 'yesNo':
        return (
          <CheckField
            key={field.key}
            label={field.label}
            isChecked={value === true}
            onChange={(isChecked) => choose(field.key, isChecked)}
          />
        );
      case 'scenarios':
        return (
          <ScenariosField
            key={field.key}
            field={field}
            chosen={Array.isArray(value) ? (value as readonly string[]) : []}
            onChange={(next) => choose(field.key, next)}
          />
        );
      default:
        return <ChoiceField key={field.key} field={field} value={String(value)} onChange={choose} />;
    }
  });
}

interface ChoiceFieldProps {
  readonly field: SlideField;
  readonly value: string;
  readonly onChange: (key: string, value: string) => void;
}

function ChoiceField({ field, value, onChange }: ChoiceFieldProps) {
  const document = useDocumentOnce();
  const commit = useDocumentValue((it) => it.commitRevision);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what can be chosen follows what is decided, not each keystroke.
  const choices = useMemo(() => optionChoices(document, field), [document, field, commit]);
  return (
    <SelectField
      label={field.label}
      value={value}
      choices={withChosen(choices, value)}
      onChange={(next) => onChange(field.key, next)}
    />
  );
}

interface ScenariosFieldProps {
  readonly field: SlideField;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** In the order of the tabs, however they were ticked. */
function ScenariosField({ field, chosen, onChange }: ScenariosFieldProps) {
  const document = useDocumentOnce();
  useDocumentValue((it) => it.structureRevision);
  const choices = optionChoices(document, field);
  const held = choices.filter(({ value }) => chosen.includes(value));
  return (
    <fieldset className="session-ticks">
      <legend>{field.label}</legend>
      {choices.map(({ value, label }) => (
        <CheckField
          key={value}
          label={label}
          isChecked={chosen.includes(value)}
          onChange={(isChecked) =>
            onChange(
              choices.map((one) => one.value).filter((one) => (one === value ? isChecked : chosen.includes(one))),
            )
          }
        />
      ))}
      {held.length === 0 && field.emptyLabel ? <p className="hint">{field.emptyLabel}</p> : null}
    </fieldset>
  );
}
