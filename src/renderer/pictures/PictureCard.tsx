import { type ReactNode, useMemo, useState } from 'react';
import type { PictureSize } from '../../shared/pictures/Picture.ts';
import { useWindowOnce } from '../state/hooks.ts';
import { copyTable, type Draw, exportPicture } from './exportPicture.ts';
import { PictureView, type PictureViewProps } from './PictureView.tsx';
import { TableBehind } from './TableBehind.tsx';

export interface PictureCardProps extends Pick<PictureViewProps, 'onOpen' | 'openHint' | 'onBrush'> {
  /** Keep the same function while nothing has moved. */
  readonly draw: Draw;
  /** What the picture says, in one sentence above it. */
  readonly sentence: ReactNode;
}

/** A picture with its sentence above, its notes below, the table behind it, and the ways out of it. */
export function PictureCard({ draw, sentence, ...view }: PictureCardProps) {
  const window = useWindowOnce();
  const [size, setSize] = useState<PictureSize>({ width: 960, height: 480 });
  const [isTable, setTable] = useState(false);
  const picture = useMemo(() => draw(size), [draw, size]);
  const table = useMemo(() => (isTable ? picture.table() : null), [isTable, picture]);
  return (
    <div className="picture-card">
      <p className="picture-sentence" data-testid="picture-sentence">
        {sentence}
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
        <p className="hint" title={picture.notes.join(' ')}>
          {picture.notes.join(' ')}
        </p>
        <div className="picture-ways">
          <button
            type="button"
            className="button button-small"
            aria-pressed={isTable}
            onClick={() => setTable(!isTable)}
          >
            {isTable ? 'Picture' : 'Table'}
          </button>
          <button type="button" className="button button-small" onClick={() => copyTable(window, picture)}>
            Copy table
          </button>
          <button type="button" className="button button-small" onClick={() => void exportPicture(window, draw, 'csv')}>
            CSV…
          </button>
          <button type="button" className="button button-small" onClick={() => void exportPicture(window, draw, 'svg')}>
            SVG…
          </button>
          <button type="button" className="button button-small" onClick={() => void exportPicture(window, draw, 'png')}>
            PNG…
          </button>
        </div>
      </footer>
    </div>
  );
}
