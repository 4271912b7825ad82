import { type KeyboardEvent, useMemo, useState } from 'react';
import { useWindow } from '../state/hooks.ts';
import { DialogFrame } from './DialogFrame.tsx';
import { type Found, findEverything, findPlaces } from './findEverything.ts';

/** The search field: type a few letters, choose with the arrows, go with Enter. */
export function PaletteDialog({ onlyPlaces = false }: { readonly onlyPlaces?: boolean }) {
  const window = useWindow();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const found = useMemo(
    () => (onlyPlaces ? findPlaces(window, text) : findEverything(window, text)),
    [window, text, onlyPlaces],
  );
  const label = onlyPlaces ? 'Go to a school or source' : 'Find a school, source, sheet or command';
  const close = (): void => window.closeDialog();
  const choose = (item: Found | undefined): void => {
    if (!item) return;
    close();
    // The dialog gives the focus back first; then the command may put it elsewhere.
    setTimeout(item.choose, 0);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0) {
      event.preventDefault();
      setAt((held) => (found.length === 0 ? 0 : (held + by + found.length) % found.length));
      const next = (at + by + found.length) % Math.max(1, found.length);
      document.getElementById(`found-${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(found[at]);
    }
  };
  return (
    <DialogFrame
      title={onlyPlaces ? 'Go to' : 'Find'}
      isTitleHidden
      onClose={close}
      className="palette"
      testId="palette"
    >
      <input
        type="text"
        data-first-focus=""
        className="palette-input"
        role="combobox"
        aria-label={label}
        aria-expanded="true"
        aria-controls="found"
        aria-activedescendant={found[at] ? `found-${at}` : undefined}
        placeholder={label}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div className="palette-list" role="listbox" id="found" aria-label="Found">
        {found.map((item, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the field that keeps the focus.
          <div
            key={item.key}
            id={`found-${index}`}
            className="palette-item"
            role="option"
            aria-selected={index === at}
            tabIndex={-1}
            onClick={() => choose(item)}
            onMouseMove={() => setAt(index)}
          >
            <span className="palette-kind">{item.kind}</span>
            <span className="palette-label">{item.label}</span>
            <span className="palette-aside">{item.aside}</span>
          </div>
        ))}
        {found.length === 0 ? (
          <p className="palette-none">Nothing is called “{text.trim()}”. Try a part of the name, or a school’s code.</p>
        ) : null}
      </div>
    </DialogFrame>
  );
}
