/** The two ways between the window and main. Preload and main both take the names from here. */
export const ASK_CHANNEL = 'allot/ask';
export const EVENT_CHANNEL = 'allot/event';
