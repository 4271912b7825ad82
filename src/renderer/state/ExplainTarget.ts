/** What the calculation can explain. */
export type ExplainTarget = { readonly kind: string };
