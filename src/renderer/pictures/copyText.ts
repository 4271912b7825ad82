/**
 * Puts text on the clipboard in answer to a click. The page's own copy is used, for it needs no permission: every
 * permission is refused to this window.
 */
export function copyText(text: string): boolean {
  let isWritten = false;
  const take = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    isWritten = event.clipboardData !== null;
    event.preventDefault();
    event.stopPropagation();
  };
  document.addEventListener('copy', take, { capture: true, once: true });
  document.execCommand('copy');
  document.removeEventListener('copy', take, { capture: true });
  return isWritten;
}
