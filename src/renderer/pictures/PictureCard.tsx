import { useMemo, useState } from 'react';
import { AllotError } from '../../shared/contract/errors.ts';
import type { Picture, PictureSize } from '../../shared/pictures/Picture.ts';
import type { Draw } from './exportPicture.ts';
import { PictureView, type PictureViewProps } from './PictureView.tsx';
import { TableBehind } from './TableBehind.tsx';
import { WaysOut } from './WaysOut.tsx';

export interface PictureCardProps extends Pick<PictureViewProps, 'onOpen' | 'openHint' | 'onBrush'> {
  /** Keep the same function while nothing has moved. */
  readonly draw: Draw;
}

/** A picture with its sentence above, its notes below, the table behind it, and the ways out of it. */
export function PictureCard({ draw, ...view }: PictureCardProps) {
  const [size, setSize] = useState<PictureSize>({ width: 960, height: 480 });
  const [isTable, setTable] = useState(false);
  const picture = useMemo(() => drawOrTell(draw, size), [draw, size]);
  const table = useMemo(() => (isTable && typeof picture !== 'string' ? picture.table() : null), [isTable, picture]);
  if (typeof picture === 'string') {
    return (
      <div className="picture-card">
        <p className="picture-sentence">{picture}</p>
      </div>
    );
  }
  const notes = picture.notes.join(' ');
  return (
    <div className="picture-card">
      <p className="picture-sentence" data-testid="picture-sentence">
        {picture.sentence}
      </p>
      {table ? (
        <TableBehind label={`Table behind: ${picture.title}`} table={table} />
      ) : (
        <PictureView
          picture={picture}
          onSize={(next) => setSize((held) => (held.width === next.width && held.height === next.height ? held : next))}
          {...view}
        />
      )}
      <footer className="picture-foot">
        <p className="hint" title={notes}>
          {notes}
        </p>
        <div className="picture-ways">
          <button
            type="button"
            className="button button-small"
            aria-pressed={isTable}
            onClick={() => setTable(!isTable)}
          >
            Table
          </button>
          <WaysOut title={picture.title} table={(seenBy) => draw(size, seenBy).table()} draw={draw} />
        </div>
      </footer>
    </div>
  );
}

/** What was chosen may be gone, as a source is after an undo; then the sentence stands in place of the picture. */
function drawOrTell(draw: Draw, size: PictureSize): Picture | string {
  try {
    return draw(size);
  } catch (error) {
    if (error instanceof AllotError) return error.message;
    throw error;
  }
}
