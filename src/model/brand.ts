declare const brand: unique symbol;

/** A string that only one constructor makes, so that a key is never passed where an id is wanted. */
export type Brand<Name extends string> = string & { readonly [brand]: Name };
