import { Calculation } from '../calc/Calculation.ts';
import { orderedLevers, orderedSlides } from '../changes/sessions.ts';
import { AllotError } from '../contract/errors.ts';
import type { Model, RowOp } from '../model/Model.ts';
import { drawSlide } from '../slides/drawSlide.ts';
import type { SlideContext } from '../slides/SlideContext.ts';
import { type SceneParts, SlideScene } from '../slides/SlideScene.ts';
import { scenariosOfSlides } from '../slides/scenariosOfSlides.ts';
import { longDate } from '../statements/page.ts';
import { logoAddress } from '../statements/statementsPage.ts';
import { targetOf } from '../whatIf/leverTargets.ts';
import type { Packet, PacketSource } from './Packet.ts';
import { type LeverStand, whatIfOfLevers, whatIfOfRows } from './packetWhatIf.ts';

export interface PacketRequest {
  /** The document, or a copy of it. It is read, never written. */
  readonly model: Model;
  readonly session: number;
  readonly scenario: number;
  /** Where levers of the session stand, by their ids and in their units; those not named stand as in the scenario. */
  readonly levers: readonly { readonly id: number; readonly value: number }[];
  /** What the what-if changes in the scenario, where that is known in rows; null where levers say it all. */
  readonly ops: readonly RowOp[] | null;
  /** ISO time. */
  readonly at: string;
}

export interface OpenedPacket extends PacketSource {
  /** The what-if that the slides show. */
  readonly calculation: Calculation;
}

/**
 * A board session made ready to be drawn, with a what-if and calculations of its own. All that is drawn is asked of
 * `SeenDistrict`s, so that what this audience may not see is not in the pictures, their tables or their descriptions.
 */
export function openPacket({ model, session, scenario, levers, ops, at }: PacketRequest): OpenedPacket {
  const row = model.get('boardSession', session);
  if (!row) throw gone('This board session is');
  if (!model.get('scenario', scenario)) throw gone('This scenario is');
  const still = model.derive({});
  const stands = levers.map(({ id, value }): LeverStand => {
    const lever = model.get('lever', id);
    if (lever?.session !== session) throw gone('A lever of this board session is');
    return { target: targetOf(lever), value };
  });
  const whatIf = ops ? whatIfOfRows(still, scenario, ops, stands) : whatIfOfLevers(still, scenario, stands);
  const slides = orderedSlides(model, session);
  const others = scenariosOfSlides(model, slides).filter((id) => id !== scenario);
  const hasMoved = whatIf.moved.length > 0 || (ops !== null && ops.length > 0);
  const context = readScene({
    ...{ model: still, session: row, scenario, hasMoved },
    start: new Calculation(still, scenario),
    now: whatIf.calculation,
    others: others.map((id) => [id, new Calculation(still, id)]),
    moved: whatIf.moved,
    levers: orderedLevers(model, session),
    time: shortDate(at),
  });
  const status = still.get('scenario', scenario)?.status ?? 'draft';
  return {
    calculation: whatIf.calculation,
    cover: {
      districtName: still.get('district', 'name')?.value.trim() || 'School district',
      fiscalYear: still.get('district', 'fiscal_year')?.value.trim() ?? '',
      name: row.name,
      scenario: context.footer.scenario,
      mark: hasMoved ? 'WHAT-IF' : MARKS[status],
      date: longDate(at),
      moved: context.moved,
      note: context.now.note,
      logo: logoAddress(still),
    },
    slideCount: slides.length,
    draw: (at) => drawSlide(slides[at]!, context),
  };
}

/** Where it cannot be told what is hidden, nothing may leave. */
function readScene(parts: SceneParts): SlideContext {
  try {
    return new SlideScene().context(parts);
  } catch (error) {
    const sentence =
      'What this board session hides cannot be read, so nothing was written. Choose anew what may be seen.';
    throw new AllotError('session-unreadable', sentence, [String(error)]);
  }
}

/** `Nov 21, 2026`: the foot of a slide has to hold the levers as well. */
const shortDate = (at: string): string => longDate(at).replace(/^([A-Z][a-z]{2})[a-z]+/, '$1');

const MARKS: Readonly<Record<'draft' | 'proposed' | 'adopted', Packet['mark']>> = {
  draft: 'DRAFT',
  proposed: 'PROPOSED',
  adopted: 'ADOPTED',
};

function gone(what: string): AllotError {
  return new AllotError('session-unknown', `${what} not in the document any more; nothing was written.`);
}
