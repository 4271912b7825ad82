/** The sentence beside a cell that says what is wrong with what was typed. One per grid. */
export class EntryBubble {
  readonly #root: HTMLElement;
  readonly #bubble = document.createElement('div');

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#bubble.className = 'entry-bubble';
    this.#bubble.setAttribute('role', 'alert');
    this.#bubble.hidden = true;
    root.append(this.#bubble);
  }

  /** Below the cell, or above it where there is no room below. */
  show(cell: HTMLElement, sentence: string): void {
    this.#bubble.textContent = sentence;
    this.#bubble.hidden = false;
    const around = this.#root.getBoundingClientRect();
    const at = cell.getBoundingClientRect();
    const size = this.#bubble.getBoundingClientRect();
    const below = at.bottom - around.top + 4;
    const fits = at.bottom + size.height + 4 < window.innerHeight - 30;
    const left = Math.max(4, Math.min(at.left - around.left, around.width - size.width - 4));
    this.#bubble.style.left = `${left}px`;
    this.#bubble.style.top = `${fits ? below : at.top - around.top - size.height - 4}px`;
  }

  hide(): void {
    this.#bubble.hidden = true;
    this.#bubble.textContent = '';
  }

  destroy(): void {
    this.#bubble.remove();
  }
}
