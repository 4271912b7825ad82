import { useState } from 'react';
import { renameScenario } from '../../shared/changes/scenarios.ts';
import { LIMITS } from '../../shared/model/units.ts';
import { useDocumentOnce } from '../state/hooks.ts';
import { tabRenaming } from './TabRenaming.ts';

export interface TabNameProps {
  readonly scenario: number;
  readonly name: string;
  /** The name is given or left as it was by a key, so the focus belongs to the tab again. */
  readonly onKeyEnd: () => void;
}

/** The name of a scenario, typed where its tab stands. Enter or leaving gives it, Esc leaves it as it was. */
export function TabName({ scenario, name, onKeyEnd }: TabNameProps) {
  const document = useDocumentOnce();
  const [typed, setTyped] = useState(name);
  const [sentence, setSentence] = useState<string | null>(null);
  const give = (): boolean => {
    if (typed.trim() === name) {
      tabRenaming.end();
      return true;
    }
    const change = renameScenario(document.model, scenario, typed);
    if (typeof change === 'string') {
      setSentence(change);
      return false;
    }
    tabRenaming.end();
    document.commit(change);
    return true;
  };
  return (
    <span className="scenario-name">
      <input
        className="entry"
        aria-label="Name of the scenario"
        aria-invalid={sentence ? true : undefined}
        aria-describedby={sentence ? 'scenario-name-wrong' : undefined}
        data-testid="scenario-name"
        maxLength={LIMITS.nameLength}
        size={Math.max(10, Math.min(40, typed.length + 1))}
        // biome-ignore lint/a11y/noAutofocus: it takes the place of the tab that was acted on.
        autoFocus
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          setTyped(event.target.value);
          setSentence(null);
        }}
        onBlur={() => {
          // A name that cannot be taken is not forced on a person who has gone elsewhere.
          if (tabRenaming.scenario === scenario && !give()) tabRenaming.end();
        }}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Enter' && give()) onKeyEnd();
          if (event.key !== 'Escape') return;
          tabRenaming.end();
          onKeyEnd();
        }}
      />
      {sentence ? (
        <span id="scenario-name-wrong" className="scenario-name-wrong" role="alert">
          {sentence}
        </span>
      ) : null}
    </span>
  );
}
