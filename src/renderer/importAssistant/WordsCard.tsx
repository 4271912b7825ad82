import { headerKey } from '../../shared/assistant/headerWords.ts';
import type { TargetKind } from '../../shared/assistant/Mapping.ts';
import { useDocumentOnce } from '../state/hooks.ts';
import type { AssistantState } from './AssistantState.ts';
import { withWord, wordsOf } from './editMapping.ts';

const KINDS: Readonly<Record<'levels' | 'needs', readonly TargetKind[]>> = {
  levels: ['level', 'countLevel'],
  needs: ['countNeed'],
};

export interface WordsCardProps {
  readonly state: AssistantState;
  readonly of: 'levels' | 'needs';
}

/** What the file's words for levels or needs mean in this district: `K-5` is Elementary. */
export function WordsCard({ state, of }: WordsCardProps) {
  const { model } = useDocumentOnce();
  const { mapping, suggestion } = state;
  if (!mapping || !suggestion) return null;
  const words = new Set(
    mapping.columns.flatMap(({ column, target }) => {
      const profile = suggestion.profiles[column];
      return KINDS[of].includes(target.kind) && profile ? wordsOf(profile) : [];
    }),
  );
  if (words.size === 0) return null;
  const rows = of === 'levels' ? model.ordered('level') : [...model.ordered('need'), ...mapping.newNeeds];
  const decided = new Map(mapping[of]);
  const meaning = (word: string): string => {
    const key = headerKey(word);
    const own = rows.find(({ code, name }) => headerKey(code) === key || headerKey(name) === key);
    return decided.get(word) ?? own?.code ?? '';
  };
  const open = [...words].filter((word) => meaning(word) === '').length;
  return (
    <section className="card aside-card" aria-label={of === 'levels' ? 'Levels' : 'Needs'} data-testid={`words-${of}`}>
      <h3>{of === 'levels' ? 'Levels' : 'Needs'}</h3>
      <p className={open > 0 ? 'wrong' : 'hint'}>
        {open > 0
          ? `${open === 1 ? 'One word has' : `${open} words have`} no ${of === 'levels' ? 'level' : 'need'} yet.`
          : 'What the words of the file mean here.'}
      </p>
      {[...words].map((word) => (
        <label key={word} className="word">
          <span>{word}</span>
          <select
            className="entry"
            aria-label={`${word} means`}
            value={meaning(word)}
            aria-invalid={meaning(word) === '' ? true : undefined}
            onChange={(event) =>
              state.setMapping({ ...mapping, [of]: withWord(mapping[of], word, event.target.value || null) })
            }
          >
            <option value="">Choose</option>
            {rows.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ))}
    </section>
  );
}
