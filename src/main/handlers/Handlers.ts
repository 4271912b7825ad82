import type { Params, RequestName, Result } from '../../shared/contract/requests.ts';

/** One function per request of the contract; files of this folder each give those of one noun. */
export type Handlers = { readonly [Name in RequestName]: (params: Params<Name>) => Promise<Result<Name>> };

/** The handlers whose names begin with `Noun/`. */
export type HandlersOf<Noun extends string> = Pick<Handlers, Extract<RequestName, `${Noun}/${string}`>>;
