export interface CheckFieldProps {
  readonly label: string;
  readonly isChecked: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (isChecked: boolean) => void;
}

/** A yes or no with its label behind it. */
export function CheckField({ label, isChecked, isDisabled, onChange }: CheckFieldProps) {
  return (
    <label className="file-check">
      <input
        type="checkbox"
        checked={isChecked}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{label}</span>
    </label>
  );
}
