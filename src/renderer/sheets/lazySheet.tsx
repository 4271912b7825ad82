import { type ComponentType, lazy, Suspense } from 'react';
import { EmptySheet } from './EmptySheet.tsx';
import { SheetFrame } from './SheetFrame.tsx';

interface LazySheet {
  readonly title: string;
  readonly testId: string;
  /** What could not be read, in the plural: `slides`. */
  readonly parts: string;
  readonly load: () => Promise<{ default: ComponentType }>;
}

/** A sheet that is read when it is first looked at: start-up does not pay for what it draws. */
export function lazySheet({ title, testId, parts, load }: LazySheet): ComponentType {
  /** The program was stopped, or replaced by another version, since this window was opened. */
  function NotRead() {
    return (
      <SheetFrame title={title} testId={testId}>
        <EmptySheet title={`The ${parts} could not be read`}>
          <p>
            The program was stopped or replaced while this window was open. Your work is safe. Start Allot again to see
            them.
          </p>
        </EmptySheet>
      </SheetFrame>
    );
  }
  const Read = lazy(() => load().catch(() => ({ default: NotRead })));
  return function ReadWhenShown() {
    return (
      <Suspense fallback={<SheetFrame title={title}>{null}</SheetFrame>}>
        <Read />
      </Suspense>
    );
  };
}
