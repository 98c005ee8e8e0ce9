/** A function that works a thing out once and gives the same value again while the thing is in use. */
export function remembered<Thing extends object, Value>(
  workOut: (thing: Thing) => Value,
): (thing: Thing) => Value {
  const known = new WeakMap<Thing, { readonly value: Value }>();
  return (thing) => {
    const found = known.get(thing);
    if (found !== undefined) return found.value;
    const value = workOut(thing);
    known.set(thing, { value });
    return value;
  };
}
