/** One line of a menu. With `checked` it is a box to tick and the menu stays open. */
export interface PopupItem {
  readonly label: string;
  readonly keys?: string;
  readonly isEnabled?: boolean;
  readonly checked?: () => boolean;
  readonly act: () => void;
}

/** A menu at a place on the page, above everything else: arrows, Home, End, first letters, Esc. One at a time. */
export class PopupMenu {
  readonly #root: HTMLElement;
  readonly #giveBack: () => void;
  static #open: PopupMenu | null = null;

  constructor(
    parent: HTMLElement,
    label: string,
    items: readonly (PopupItem | 'line')[],
    at: { readonly left: number; readonly top: number },
    giveBack: () => void,
  ) {
    PopupMenu.#open?.close(false);
    PopupMenu.#open = this;
    this.#giveBack = giveBack;
    const root = parent.ownerDocument.createElement('div');
    this.#root = root;
    root.className = 'popup-menu';
    root.setAttribute('role', 'menu');
    root.setAttribute('aria-label', label);
    root.popover = 'manual';
    for (const item of items) root.append(item === 'line' ? this.#line() : this.#button(item));
    parent.append(root);
    root.showPopover();
    const size = root.getBoundingClientRect();
    root.style.left = `${Math.max(4, Math.min(at.left, window.innerWidth - size.width - 4))}px`;
    root.style.top = `${Math.max(4, Math.min(at.top, window.innerHeight - size.height - 4))}px`;
    root.addEventListener('keydown', this.#keyDown);
    window.addEventListener('mousedown', this.#mouseDown, true);
    window.addEventListener('blur', this.#away);
    this.#buttons[0]?.focus();
  }

  close(givesBack: boolean): void {
    if (PopupMenu.#open === this) PopupMenu.#open = null;
    window.removeEventListener('mousedown', this.#mouseDown, true);
    window.removeEventListener('blur', this.#away);
    this.#root.remove();
    if (givesBack) this.#giveBack();
  }

  get #buttons(): HTMLButtonElement[] {
    return [...this.#root.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')];
  }

  #line(): HTMLElement {
    const line = document.createElement('div');
    line.className = 'popup-line';
    line.setAttribute('role', 'separator');
    return line;
  }

  #button(item: PopupItem): HTMLElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'menu-item';
    button.tabIndex = -1;
    button.disabled = item.isEnabled === false;
    button.setAttribute('role', item.checked ? 'menuitemcheckbox' : 'menuitem');
    const label = document.createElement('span');
    button.append(label);
    const show = (): void => {
      label.textContent = item.checked ? `${item.checked() ? '✓' : '\u2003'} ${item.label}` : item.label;
      if (item.checked) button.setAttribute('aria-checked', String(item.checked()));
    };
    show();
    button.setAttribute('aria-label', item.label);
    if (item.keys) {
      const keys = document.createElement('kbd');
      keys.textContent = item.keys;
      button.append(keys);
    }
    button.addEventListener('click', () => {
      if (item.checked) {
        item.act();
        show();
        button.focus();
        return;
      }
      this.close(true);
      item.act();
    });
    return button;
  }

  readonly #mouseDown = (event: MouseEvent): void => {
    if (event.target instanceof Node && !this.#root.contains(event.target)) this.close(false);
  };

  readonly #away = (): void => this.close(false);

  readonly #keyDown = (event: KeyboardEvent): void => {
    const buttons = this.#buttons;
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const go = (to: number): void => buttons[(to + buttons.length) % buttons.length]?.focus();
    event.stopPropagation();
    if (event.key === 'Escape' || event.key === 'Tab') this.close(true);
    else if (event.key === 'ArrowDown') go(at + 1);
    else if (event.key === 'ArrowUp') go(at - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(-1);
    else if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey) {
      const wanted = event.key.toLowerCase();
      const starts = (button: HTMLButtonElement): boolean =>
        button.getAttribute('aria-label')?.toLowerCase().startsWith(wanted) ?? false;
      const next = [...buttons.slice(at + 1), ...buttons.slice(0, at + 1)].find(starts);
      next?.focus();
    } else return;
    event.preventDefault();
  };
}
