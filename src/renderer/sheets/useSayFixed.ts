import { useDocumentOnce, useWindowOnce } from '../state/hooks.ts';

/** Says why nothing can be edited here, to whoever tries; nothing where it can. */
export function useSayFixed(): () => void {
  const document = useDocumentOnce();
  const window = useWindowOnce();
  return () => {
    if (document.readOnlyReason !== null) window.say(document.readOnlyReason, 'refusal');
  };
}
