/** Anonymous numbers of schools must not be guessed from those of another session. */
export const newNameSeed = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) >>> 1;
