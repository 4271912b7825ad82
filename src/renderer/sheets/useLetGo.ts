import { type RefObject, useEffect } from 'react';
import type { DocumentState } from '../state/DocumentState.ts';

/**
 * Makes the previewed change when a slider is let go. React's onChange follows every movement; only the element's own
 * `change` says that it was let go. `isShown` tells that the element came or went.
 */
export function useLetGo(slider: RefObject<HTMLInputElement | null>, document: DocumentState, isShown = true): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the element comes and goes with `isShown`.
  useEffect(() => {
    const element = slider.current;
    const letGo = (): void => {
      const { previewed } = document;
      if (previewed) document.commit(previewed);
    };
    element?.addEventListener('change', letGo);
    return () => element?.removeEventListener('change', letGo);
  }, [document, isShown]);
}
