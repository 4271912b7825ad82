import { useId, useMemo } from 'react';
import type { BoardSessionRow, SlideRow } from '../../shared/model/rows.ts';
import type { Picture } from '../../shared/pictures/Picture.ts';
import { copyTable, exportTable } from '../pictures/exportPicture.ts';
import { PictureDrawing } from '../pictures/PictureDrawing.tsx';
import { TableBehind } from '../pictures/TableBehind.tsx';
import { useDocumentOnce, useDocumentValue, useStore, useWindowOnce } from '../state/hooks.ts';
import { drawShown } from './drawShown.ts';
import { exportSlide } from './exportSlide.ts';
import { groundStyle } from './groundStyle.ts';
import { sessionViewOf } from './SessionView.ts';
import { kindName } from './slideWords.ts';
import '../pictures/pictures.css';

export interface SlidePreviewProps {
  readonly session: BoardSessionRow;
  readonly slide: SlideRow;
}

/** The slide in hand as the audience will see it, following every edit; or the numbers behind it. */
export function SlidePreview({ session, slide }: SlidePreviewProps) {
  const document = useDocumentOnce();
  const view = useStore(sessionViewOf(document));
  const state = useDocumentValue((it) => `${it.revision} ${it.structureRevision} ${it.commitRevision}`);
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn anew when the document is another.
  const picture = useMemo(() => drawShown(document, session, slide), [document, session, slide, state]);
  const { isTable } = view;
  if (typeof picture === 'string') {
    return (
      <div className="slide-stage" data-testid="slide-preview">
        <p className="slide-sentence">{picture}</p>
      </div>
    );
  }
  return (
    <>
      {isTable ? (
        <div className="slide-table" data-testid="slide-preview">
          <TableBehind label={`Table behind: ${picture.title}`} table={picture.table()} />
        </div>
      ) : (
        <Stage session={session} picture={picture} kind={slide.kind} />
      )}
      <Ways session={session} slide={slide} picture={picture} />
    </>
  );
}

interface StageProps {
  readonly session: BoardSessionRow;
  readonly picture: Picture;
  readonly kind: string;
}

/** As large as the room allows, in the proportions of the projector. */
function Stage({ session, picture, kind }: StageProps) {
  const id = useId();
  const words = picture.description.startsWith(picture.title)
    ? picture.description
    : `${picture.title}. ${picture.description}`;
  return (
    <div className="slide-stage">
      <div
        className="slide-sheet slide-ground"
        role="img"
        aria-label={`${kindName(kind)}: ${words}`}
        data-testid="slide-preview"
        data-appearance={session.appearance}
        style={groundStyle(session.appearance)}
      >
        <PictureDrawing picture={picture} prefix={`s${id.replaceAll(/\W/g, '')}`} />
      </div>
    </div>
  );
}

interface WaysProps extends SlidePreviewProps {
  readonly picture: Picture;
}

/** Notes of the slide, the table behind it, and the ways out of it. All of them hold only what the audience sees. */
function Ways({ session, slide, picture }: WaysProps) {
  const document = useDocumentOnce();
  const window = useWindowOnce();
  const view = sessionViewOf(document);
  const draw = (): Picture | string => drawShown(document, session, slide);
  const notes = picture.notes.join(' ');
  const small = 'button button-small';
  return (
    <footer className="picture-foot slide-foot">
      <p className="hint" title={notes}>
        {notes}
      </p>
      <div className="picture-ways">
        <button
          type="button"
          className={small}
          aria-pressed={view.isTable}
          onClick={() => view.showTable(!view.isTable)}
        >
          Table
        </button>
        <button type="button" className={small} onClick={() => copyTable(window, picture.table())}>
          Copy table
        </button>
        <button type="button" className={small} onClick={() => void exportTable(window, picture.title, picture.table)}>
          CSV…
        </button>
        <button type="button" className={small} onClick={() => void exportSlide(window, draw, 'svg')}>
          SVG…
        </button>
        <button type="button" className={small} onClick={() => void exportSlide(window, draw, 'png')}>
          PNG…
        </button>
      </div>
    </footer>
  );
}
