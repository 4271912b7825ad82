export interface FacesProps<Name extends string> {
  readonly label: string;
  readonly names: readonly { readonly name: Name; readonly label: string }[];
  readonly value: Name;
  readonly onChange: (name: Name) => void;
}

/** A few ways to look at the same numbers; one is chosen. Arrow keys move between them. */
export function Faces<Name extends string>({ label, names, value, onChange }: FacesProps<Name>) {
  return (
    <div className="faces" role="radiogroup" aria-label={label}>
      {names.map((face) => (
        // biome-ignore lint/a11y/useSemanticElements: a row of joined buttons with one chosen is a radio group to a screen reader.
        <button
          key={face.name}
          type="button"
          role="radio"
          aria-checked={face.name === value}
          tabIndex={face.name === value ? 0 : -1}
          onClick={() => onChange(face.name)}
          onKeyDown={(event) => {
            const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
            if (by === 0) return;
            event.preventDefault();
            const at = (names.findIndex((one) => one.name === value) + by + names.length) % names.length;
            const next = names[at];
            if (next) onChange(next.name);
            const sibling = event.currentTarget.parentElement?.children[at];
            if (sibling instanceof HTMLElement) sibling.focus();
          }}
        >
          {face.label}
        </button>
      ))}
    </div>
  );
}
