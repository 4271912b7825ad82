import { useState } from 'react';
import './statements.css';

export interface PagePreviewProps {
  readonly title: string;
  /** A whole HTML page, with the nonce of this window on its style sheet. */
  readonly page: string;
}

/**
 * A page as it will be written, in a frame of its own that runs nothing, reaches nothing and knows nothing of the
 * window: what a person typed into a name cannot do more there than in the file.
 */
export function PagePreview({ title, page }: PagePreviewProps) {
  const [isLarge, setLarge] = useState(false);
  return (
    <div className={isLarge ? 'page-preview is-large' : 'page-preview'}>
      <div className="page-preview-paper">
        <iframe title={title} sandbox="" srcDoc={page} data-testid="page-preview" />
      </div>
      <button type="button" className="button button-small" aria-pressed={isLarge} onClick={() => setLarge(!isLarge)}>
        {isLarge ? 'Smaller' : 'Larger'}
      </button>
    </div>
  );
}
