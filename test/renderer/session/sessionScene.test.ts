import { describe, expect, it } from 'vitest';
import { drawShown } from '../../../src/renderer/session/drawShown.ts';
import { sessionViewOf, shownSession, shownSlide, slideCount } from '../../../src/renderer/session/SessionView.ts';
import { sceneOf } from '../../../src/renderer/session/sessionScene.ts';
import type { DocumentState } from '../../../src/renderer/state/DocumentState.ts';
import { type Change, setRow } from '../../../src/shared/changes/Change.ts';
import { createScenario } from '../../../src/shared/changes/scenarios.ts';
import {
  addSession,
  addSlide,
  editSession,
  editSlide,
  type MadeRow,
  orderedSlides,
  removeSession,
  removeSlide,
} from '../../../src/shared/changes/sessions.ts';
import { SLIDE_KINDS } from '../../../src/shared/session/slideKinds.ts';
import { scenariosOfSlides } from '../../../src/shared/slides/scenariosOfSlides.ts';
import { SLIDE_FIELDS } from '../../../src/shared/slides/slideFields.ts';
import { TestHost } from '../state/TestHost.ts';

function made(result: MadeRow | string): MadeRow {
  if (typeof result === 'string') throw new Error(result);
  return result;
}
function change(result: Change | string): Change {
  if (typeof result === 'string') throw new Error(result);
  return result;
}
function withSession(): { document: DocumentState; session: number } {
  const document = new TestHost().open();
  const { id, change: adding } = made(addSession(document.model, 'March', 7));
  document.commit(adding);
  return { document, session: id };
}
const sessionOf = (document: DocumentState) => {
  const row = shownSession(document);
  if (!row) throw new Error('no session');
  return row;
};

describe('what is shown of the sheet', () => {
  it('is nothing without a session, then the first session and its first slide', () => {
    const empty = new TestHost().open();
    expect([shownSession(empty), shownSlide(empty), slideCount(empty)]).toEqual([null, null, 0]);
    const { document, session } = withSession();
    expect(sessionOf(document).id).toBe(session);
    expect(shownSlide(document)?.id).toBe(orderedSlides(document.model, session)[0]?.id);
    expect(slideCount(document)).toBe(orderedSlides(document.model, session).length);
  });

  it('is what was chosen, as long as it is there', () => {
    const { document, session } = withSession();
    const second = made(addSession(document.model, 'April', 8));
    document.commit(second.change);
    const view = sessionViewOf(document);
    view.chooseSession(second.id);
    const last = orderedSlides(document.model, second.id).at(-1);
    view.chooseSlide(last?.id ?? 0);
    expect(shownSlide(document)).toEqual(last);
    document.commit(change(removeSlide(document.model, last?.id ?? 0)));
    expect(shownSlide(document)?.session).toBe(second.id);
    document.commit(change(removeSession(document.model, second.id)));
    expect(sessionOf(document).id).toBe(session);
    document.undo();
    expect(sessionOf(document).id).toBe(second.id);
  });
});

describe('the scene of a session', () => {
  it('is the same until something moves, and what is seen stays the same objects while numbers move', () => {
    const { document } = withSession();
    const first = sceneOf(document, sessionOf(document));
    expect(sceneOf(document, sessionOf(document))).toBe(first);
    const slide = shownSlide(document);
    document.commit(change(editSlide(document.model, slide?.id ?? 0, { title: 'Anew' })));
    const second = sceneOf(document, sessionOf(document));
    if (typeof first === 'string' || typeof second === 'string') throw new Error('no scene');
    expect(second).not.toBe(first);
    expect(second.now).toBe(first.now);
    document.commit(
      change(editSession(document.model, sessionOf(document).id, { minimumPupils: 500 }, 'fewest → 500')),
    );
    const third = sceneOf(document, sessionOf(document));
    if (typeof third === 'string') throw new Error(third);
    expect(third.now).not.toBe(first.now);
    expect(third.now.unseenCount).toBe(2);
  });

  it('shows nothing where what is hidden cannot be read', () => {
    const { document } = withSession();
    const row = sessionOf(document);
    // A document that something else has written to; the window itself makes no such change.
    const ops = setRow(document.model, 'boardSession', { ...row, hidden: '{"a":1}' });
    document.commit({ kind: 'session', label: 'Broken', scenario: null, ops });
    const slide = shownSlide(document);
    expect(sceneOf(document, sessionOf(document))).toMatch(/Nothing of this session is shown/);
    expect(slide && drawShown(document, sessionOf(document), slide)).toMatch(/Nothing of this session is shown/);
  });

  it('knows the scenarios that its slides name, and no others', () => {
    const { document, session } = withSession();
    for (const { id } of orderedSlides(document.model, session))
      document.commit(change(removeSlide(document.model, id)));
    expect([...new Set(scenariosOfSlides(document.model, orderedSlides(document.model, session)))]).toEqual([]);
    const other = createScenario(document.model, 1, 'Option B');
    if (typeof other === 'string') throw new Error(other);
    document.commit(other.change);
    const kind = SLIDE_KINDS.find((one) => SLIDE_FIELDS[one].some(({ type }) => type === 'baseline'));
    const key = kind && SLIDE_FIELDS[kind].find(({ type }) => type === 'baseline')?.key;
    const slide = made(addSlide(document.model, session, kind ?? ''));
    document.commit(slide.change);
    expect([...new Set(scenariosOfSlides(document.model, orderedSlides(document.model, session)))]).toEqual([]);
    const options = JSON.stringify({ [key ?? '']: `scenario:${other.id}` });
    document.commit(change(editSlide(document.model, slide.id, { options })));
    expect([...new Set(scenariosOfSlides(document.model, orderedSlides(document.model, session)))]).toEqual([other.id]);
    // One that is gone is not named.
    document.commit(change(editSlide(document.model, slide.id, { options: options.replace(`${other.id}`, '99') })));
    expect([...new Set(scenariosOfSlides(document.model, orderedSlides(document.model, session)))]).toEqual([]);
  });

  it('draws every kind of slide, with the small school in none of them', () => {
    const { document, session } = withSession();
    // Of two schools, hiding one hides the other: it could be had by subtraction.
    document.commit(change(editSession(document.model, session, { minimumPupils: 500 }, 'fewest → 500')));
    for (const kind of SLIDE_KINDS) {
      const added = made(addSlide(document.model, session, kind));
      document.commit(added.change);
      const row = document.model.get('slide', added.id);
      const picture = row && drawShown(document, sessionOf(document), row);
      if (!picture || typeof picture === 'string') throw new Error(`${kind}: ${picture}`);
      const words = JSON.stringify([
        picture.marks,
        picture.sentence,
        picture.description,
        picture.notes,
        picture.table(),
      ]);
      expect(words, kind).not.toMatch(/Alder|Birch/);
      document.undo();
    }
  });
});
