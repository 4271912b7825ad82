/** Steps of Alt+Up and Alt+Down, in ten-thousandths: 0.01, with Shift 0.10. */
export const WEIGHT_STEP = { small: 100, large: 1_000 } as const;
