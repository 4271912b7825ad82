export interface QuickFilterProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** Narrows a sheet to the rows whose names or codes hold what is typed. Esc empties it. */
export function QuickFilter({ label, value, onChange }: QuickFilterProps) {
  return (
    <input
      type="search"
      className="quick-filter"
      aria-label={label}
      placeholder={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && value !== '') {
          event.preventDefault();
          event.stopPropagation();
          onChange('');
        }
      }}
    />
  );
}
