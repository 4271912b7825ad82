import type { Picture } from '../pictures/Picture.ts';

/** A lever that is not where the scenario has it, in words: `Poverty weight, High`, `0.25`, `0.30`. */
export interface MovedLever {
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

/** What leaves the program from a board session: finished pictures and words. No model, no school that is not seen. */
export interface Packet {
  readonly districtName: string;
  /** Empty where the district has not said. */
  readonly fiscalYear: string;
  /** The session’s own name. */
  readonly name: string;
  /** As the audience is told it: masked where the session masks names. */
  readonly scenario: string;
  readonly mark: 'DRAFT' | 'PROPOSED' | 'ADOPTED' | 'WHAT-IF';
  /** `November 21, 2026`. */
  readonly date: string;
  readonly moved: readonly MovedLever[];
  /** Who is not shown, in a sentence; null where everybody is. */
  readonly note: string | null;
  /** A `data:` address of the district’s picture; null without one. */
  readonly logo: string | null;
  /** In the order of the session. */
  readonly slides: readonly Picture[];
}

/** `Example Unified · 2026-27`. */
export const districtLine = ({ districtName, fiscalYear }: Packet): string =>
  fiscalYear === '' ? districtName : `${districtName} · ${fiscalYear}`;

/** The title of the whole: `Board packet · March session · Example Unified · 2026-27 · Draft`. */
export function packetTitle(packet: Packet): string {
  const state = { DRAFT: ' · Draft', PROPOSED: ' · Proposed', ADOPTED: '', 'WHAT-IF': ' · What-if' }[packet.mark];
  return `${packet.name} · ${districtLine(packet)}${state}`;
}

/** `Moved: Poverty weight, High 0.25 → 0.30; Floor 98.5% → 97%.` Empty where no lever was moved. */
export function movedSentence({ moved }: Packet): string {
  if (moved.length === 0) return '';
  return `Moved: ${moved.map(({ label, from, to }) => `${label} ${from} → ${to}`).join('; ')}.`;
}

/** A packet whose slides are drawn one by one, so that a long job can say how far it is. */
export interface PacketSource {
  readonly cover: Omit<Packet, 'slides'>;
  readonly slideCount: number;
  readonly draw: (slide: number) => Picture;
}

/** What is longer is not read below a picture, nor has a page the room for it; the text alternative holds it. */
const LONGEST_CAPTION = 420;

/** Letters and digits alone: signs before the lines of a list are drawn otherwise than they are written. */
const lettersOf = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '');

/** What is written below a slide besides its notes: the sentence it had to cut; nothing where it stands on it whole. */
export function slideCaption({ marks, sentence }: Picture): string {
  const drawn = lettersOf(marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : [])).join(''));
  return drawn.includes(lettersOf(sentence)) || sentence.length > LONGEST_CAPTION ? '' : sentence;
}
