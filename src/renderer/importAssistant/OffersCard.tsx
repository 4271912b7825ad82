import { useDocumentOnce } from '../state/hooks.ts';
import type { AssistantState } from './AssistantState.ts';
import { offersOf } from './offers.ts';

export interface OffersCardProps {
  readonly state: AssistantState;
  /** Only what has not been agreed to: where it may mend a fault. */
  readonly isOpenOnly?: boolean;
}

/** Repairs of what spreadsheets do to files. None is made unless it is ticked. */
export function OffersCard({ state, isOpenOnly }: OffersCardProps) {
  const { model } = useDocumentOnce();
  const { mapping, suggestion } = state;
  if (!mapping || !suggestion) return null;
  const offers = offersOf(mapping, suggestion, model).filter((offer) => !isOpenOnly || !offer.isAgreed);
  if (offers.length === 0) return null;
  const open = offers.filter((offer) => !offer.isAgreed);
  return (
    <section className="card aside-card" aria-label="Repairs" data-testid="offers">
      <div className="aside-heading">
        <h3>Repairs</h3>
        {open.length > 1 ? (
          <button
            type="button"
            className="button button-small"
            onClick={() => state.setMapping(open.reduce((held, offer) => offer.agree(held), mapping))}
          >
            Agree to all {open.length}
          </button>
        ) : null}
      </div>
      {offers.map((offer) => (
        <label key={offer.key} className="offer">
          <input
            type="checkbox"
            checked={offer.isAgreed}
            onChange={(event) =>
              state.setMapping(event.target.checked ? offer.agree(mapping) : offer.takeBack(mapping))
            }
          />
          <span>
            <b>{offer.header}</b> {offer.sentence}
          </span>
        </label>
      ))}
    </section>
  );
}
