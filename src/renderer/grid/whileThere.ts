interface GridEvent {
  readonly api: { isDestroyed(): boolean };
}

/**
 * The grid tells of what happened a moment later, when a sheet that was left at once is gone already; what would ask
 * it something then is left undone.
 */
export const whileThere =
  <Event extends GridEvent>(act: (event: Event) => void) =>
  (event: Event): void => {
    if (!event.api.isDestroyed()) act(event);
  };
